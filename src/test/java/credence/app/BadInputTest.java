package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every kind of bad input: a clear message, the right exit status, nothing half done.
class BadInputTest {

    private static final String HEADER =
            "bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price\n";
    private static final String ROW =
            "new,ETHUSDT,LONG,1,2025-03-01T00:00:00Z,100,2025-03-01T01:00:00Z,101\n";

    @TempDir private static Path shared;
    private static Path template;
    private static String hashBefore;

    @TempDir private Path folder;
    private InProcess program;

    @BeforeAll
    static void makeAWorkspaceWithTwentyTrades() {
        template = shared.resolve("workspace");
        InProcess program = new InProcess(template);
        Ran first = program.run("import", Journals.trades(shared, "steady", 20, 0));
        assertEquals(0, first.status(), first.err());
        hashBefore = program.stateHash();
    }

    @BeforeEach
    void copyIt() throws IOException {
        Path workspace = folder.resolve("workspace");
        try (Stream<Path> all = Files.walk(template)) {
            for (Path path : all.toList()) {
                Files.copy(path, workspace.resolve(template.relativize(path).toString()));
            }
        }
        program = new InProcess(workspace);
    }

    /// One rule for every command that is asked about a bot.
    @Test
    void aBotThatNobodyKnows() {
        for (String line :
                List.of("trades --bot stead", "beliefs stead", "trades --json --bot stead")) {
            Ran asked = program.run((Object[]) line.split(" "));
            assertEquals(1, asked.status(), line);
            assertEquals("", asked.out(), line);
            assertTrue(
                    asked.err().contains("There is no bot stead. Is steady meant?"), asked.err());
        }
        Ran reset = program.run("reset", "--bot", "stead", "--reason", "none");
        assertEquals(1, reset.status());
        assertTrue(reset.err().contains("There is no bot stead. Is steady meant?"), reset.err());
        assertEquals(0, program.run("trades", "--bot", "steady").status());
        assertEquals(hashBefore, program.stateHash());
    }

    @Test
    void anEmptyFile() {
        refusedAsAWhole(file("empty.csv", ""), "empty");
    }

    @Test
    void aHeaderWithoutRows() {
        refusedAsAWhole(file("header.csv", HEADER), "no rows");
    }

    @Test
    void aWrongDelimiter() {
        refusedAsAWhole(
                file("delimiter.csv", (HEADER + ROW).replace(',', '^')),
                "comma, semicolon, tab or |");
    }

    @Test
    void aBinaryFile() throws IOException {
        byte[] bytes = new byte[5000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 7);
        }
        refusedAsAWhole(Files.write(folder.resolve("binary.csv"), bytes), "not a text file");
    }

    @Test
    void aGigabyteOfOneLine() throws IOException {
        Path path = folder.resolve("long.csv");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write("a".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII));
            file.setLength(1L << 30);
        }
        refusedAsAWhole(path, "long.csv");
    }

    @Test
    void anUnknownFormat() {
        refusedAsAWhole(file("foo.csv", "foo,bar\n1,2\n"), "format is not known");
    }

    @Test
    void aFormatThatDoesNotExist() {
        Ran ran = program.run("import", file("good.csv", HEADER + ROW), "--format", "nonsense");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("nonsense"), ran.err());
        nothingChanged();
    }

    @Test
    void aRowCutOffInTheMiddleIsRefusedAndTheOthersComeIn() {
        Path path = file("cut.csv", HEADER + ROW + ROW.substring(0, 33));
        Ran ran = program.run("import", path, "--json");
        assertEquals(3, ran.status(), ran.err());
        JsonNode file = ran.document().get("files").get(0);
        assertEquals(1, file.get("imported").asInt());
        assertEquals(3, file.get("refused").get(0).get("line").asInt());
        assertTrue(ran.err().contains("cut.csv"), ran.err());
    }

    @Test
    void aPriceThatIsNoNumber() {
        refusedRow(ROW.replace(",100,", ",NaN,"), "entry_price", "NaN");
    }

    @Test
    void anInfinitePrice() {
        refusedRow(ROW.replace(",101\n", ",Infinity\n"), "exit_price", "Infinity");
    }

    @Test
    void aNegativeQuantity() {
        refusedRow(ROW.replace(",LONG,1,", ",LONG,-1,"), "quantity", "-1");
    }

    @Test
    void aTimeWithoutAZone() {
        Path path = file("zone.csv", HEADER + ROW.replace("Z,", ","));
        refusedAsAWhole(path, "--zone");
        Ran mended = program.run("import", path, "--zone", "+08:00", "--json");
        assertEquals(0, mended.status(), mended.err());
        assertEquals(
                "2025-02-28T16:00:00Z",
                mended.document().get("files").get(0).get("from").asString());
    }

    @Test
    void aFolderInPlaceOfAFile() {
        refusedAsAWhole(folder, "folder");
    }

    @Test
    void aFileThatIsNotThere() {
        refusedAsAWhole(folder.resolve("missing.csv"), "no such file");
    }

    @Test
    void goodFilesComeInBesideABadOne() {
        Path good = file("good.csv", HEADER + ROW);
        Ran ran = program.run("import", good, folder.resolve("missing.csv"), "--json");
        assertEquals(3, ran.status(), ran.err());
        JsonNode files = ran.document().get("files");
        assertEquals(1, files.get(0).get("imported").asInt());
        assertTrue(files.get(1).get("error").get("reason").asString().contains("no such file"));
        assertEquals(1, files.get(1).get("refused").size());
    }

    @Test
    void allOrNothingKeepsNothingBesideABadRow() {
        Path path = file("mixed.csv", HEADER + ROW + ROW.replace(",100,", ",NaN,"));
        Ran ran = program.run("import", path, "--all-or-nothing", "--json");
        assertEquals(1, ran.status());
        JsonNode file = ran.document().get("files").get(0);
        assertEquals(0, file.get("imported").asInt());
        assertEquals(
                file.get("read").asInt(),
                file.get("skipped").get(0).get("count").asInt() + file.get("refused").size());
        assertTrue(ran.document().get("batch").isNull());
        nothingChanged();
    }

    @Test
    void aDryRunKeepsNothing() {
        Ran ran = program.run("import", file("good.csv", HEADER + ROW), "--dry-run", "--json");
        assertEquals(0, ran.status(), ran.err());
        assertEquals(1, ran.document().get("files").get(0).get("imported").asInt());
        nothingChanged();
    }

    @Test
    void sameIdWithOtherContentIsRefusedUnlessReplaced() throws IOException {
        Path path = folder.resolve("steady.csv");
        Files.writeString(
                path,
                Files.readString(shared.resolve("steady.csv"))
                        .replaceFirst(",101\\.50,1\\n", ",101.75,1\n"));
        Ran refused = program.run("import", path, "--json");
        assertEquals(3, refused.status(), refused.err());
        assertEquals(
                2,
                refused.document().get("files").get(0).get("refused").get(0).get("line").asInt());
        assertEquals(hashBefore, program.stateHash());
        Ran replaced = program.run("import", path, "--replace", "--json");
        assertEquals(0, replaced.status(), replaced.err());
        assertFalse(hashBefore.equals(program.stateHash()));
        assertTrue(program.run("trades", "--json").out().contains("101.75"));
    }

    @Test
    void aWorkspaceThatIsAFile() {
        Ran ran = new InProcess(shared.resolve("steady.csv")).run("trust");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("is a file"), ran.err());
    }

    @Test
    void aWorkspaceInAFolderThatIsNotThere() {
        Ran ran =
                new InProcess(folder.resolve("no/such/place"))
                        .run("import", file("good.csv", HEADER + ROW));
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("no/such"), ran.err());
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void barsThatAreNone() {
        Ran ran = program.run("import-bars", file("foo.csv", "foo,bar\n1,2\n"), "--symbol", "X");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("foo.csv"), ran.err());
        nothingChanged();
    }

    private void refusedRow(String row, String column, String value) {
        Path path = file("bad.csv", HEADER + row);
        Ran ran = program.run("import", path, "--json");
        assertEquals(1, ran.status(), ran.err());
        JsonNode refused = ran.document().get("files").get(0).get("refused").get(0);
        assertEquals(2, refused.get("line").asInt());
        assertEquals(column, refused.get("column").asString());
        assertEquals(value, refused.get("value").asString());
        assertFalse(refused.get("reason").asString().isBlank());
        assertFalse(refused.get("remedy").asString().isBlank());
        Ran text = program.run("import", path);
        assertTrue(text.err().startsWith("bad.csv:2: column '" + column + "'"), text.err());
        nothingChanged();
    }

    private void refusedAsAWhole(Path path, String words) {
        Ran ran = program.run("import", path);
        assertEquals(1, ran.status(), ran.err());
        assertTrue(ran.err().contains(String.valueOf(path.getFileName())), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertTrue(ran.err().contains("Nothing was imported"), ran.err());
        nothingChanged();
    }

    private void nothingChanged() {
        assertEquals(1, program.run("imports", "--json").document().get("batches").size());
        Ran verified = program.run("verify", "--json");
        assertEquals(0, verified.status(), verified.out());
        assertEquals(hashBefore, verified.document().get("stateHash").asString());
    }

    private Path file(String name, String text) {
        return Journals.write(folder.resolve(name), text);
    }
}
