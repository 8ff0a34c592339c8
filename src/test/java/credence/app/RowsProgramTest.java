package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The trader's word on single rows by the command line.
class RowsProgramTest {

    private static final String HEADER = "time,symbol,side,quantity,price,bot,execution_id\n";
    private static final String BUY = "2026-01-05T10:00:00Z,ETHUSDT,BUY,1,2000,scalper,1\n";
    private static final String BROKEN = "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2O10,scalper,2";
    private static final String MENDED = "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2010,scalper,2";

    @TempDir private Path folder;

    private Path file(String name, String rows) {
        return Journals.write(folder.resolve(name), HEADER + rows);
    }

    private InProcess program() {
        return new InProcess(folder.resolve("w"));
    }

    @Test
    void whatIsLeftIsWrittenMendedAndReadAgain() throws IOException {
        Path file = file("f.csv", BUY + BROKEN + "\n");
        Path left = folder.resolve("left.csv");
        InProcess program = program();
        String empty = program.stateHash();

        assertEquals(3, program.run("import", file, "--dry-run", "--unread", left).status());
        Files.writeString(left, Files.readString(left).replace("1,2O10,", "1,2010,"));
        Ran imported = program.run("import", file, "--corrections", left, "--json");

        assertEquals(0, imported.status(), imported.err());
        JsonNode report = imported.document().get("files").get(0);
        assertEquals(2, report.get("imported").asInt());
        assertEquals(BROKEN, report.get("corrections").get(0).get("before").asString());
        assertEquals(MENDED, report.get("corrections").get(0).get("after").asString());
        JsonNode change = imported.document().get("changes").get(0);
        assertEquals(0, change.get("trades").get("before").asInt());
        assertEquals(1, change.get("trades").get("after").asInt());
        JsonNode rows = program.run("trades", "--json").document().get("trades").get(0).get("rows");
        assertEquals(BROKEN, rows.get(1).get("inFile").asString());

        assertEquals(0, program.run("import", file).status());
        assertEquals(0, program.run("undo-import", 2).status());
        assertEquals(0, program.run("undo-import", 1).status());
        assertEquals(empty, program.stateHash());
    }

    @Test
    void oneRowIsFixedAndAnotherLeftOut() {
        Path file = file("f.csv", BUY + BROKEN + "\n");

        Ran imported =
                program().run("import", file, "--fix", "3=" + MENDED, "--row", "2=leave-out");

        assertEquals(0, imported.status(), imported.err());
        assertTrue(imported.out().contains("Skipped 1: left out by the trader."), imported::out);
        assertTrue(
                imported.out().contains("f.csv:3: read as '" + MENDED + "' instead of"),
                imported::out);
    }

    @Test
    void aRowThatCannotBeFoundIsSaid() {
        Path one = file("one.csv", BUY);
        Path two = file("two.csv", BUY.replace(",1\n", ",9\n"));

        Ran unnamed = program().run("import", one, two, "--row", "2=leave-out");
        assertEquals(1, unnamed.status());
        assertTrue(
                unnamed.err()
                        .contains(
                                "Line 2 of which file? Several are imported: name it, such as"
                                        + " one.csv:2."),
                unnamed::err);
        Ran named = program().run("import", one, two, "--row", "two.csv:2=leave-out");
        assertEquals(0, named.status(), named.err());

        Ran odd = program().run("import", one, "--row", "2=perhaps");
        assertTrue(
                odd.err()
                        .contains(
                                "“perhaps” is no choice for a row: leave-out, keep, replace or"
                                        + " import."),
                odd::err);
        assertTrue(
                program()
                        .run("import", one, "--fix", "abc")
                        .err()
                        .contains("does not say which row"));
    }
}
