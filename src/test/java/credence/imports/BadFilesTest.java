package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

/// What a trader is told about files and rows that cannot be read.
class BadFilesTest {

    private static final String FILLS = "time,bot,symbol,side,quantity,price\n";
    private static final String GOOD = "2026-01-05T10:00:00Z,trend,ETHUSDT,BUY,1,3000\n";

    private final JournalReader reader = StandardFormats.reader();

    @TempDir Path folder;

    private ParsedFile read(String text) {
        return new Journal(folder).read("fills.csv", text, Choices.NONE);
    }

    private ParsedFile read(byte[] bytes) {
        return reader.read(
                new Journal(folder).write("file.csv", bytes),
                Choices.NONE.options(),
                Progress.NONE);
    }

    private static Refusal error(ParsedFile file) {
        Refusal error = file.error();
        assertNotNull(error, "the whole file should be refused");
        assertEquals(0, file.rows().size());
        assertEquals(0, file.read());
        assertFalse(error.reason().isBlank());
        assertFalse(error.remedy().isBlank());
        return error;
    }

    private static Refusal onlyRefusal(ParsedFile file) {
        assertNull(file.error());
        assertEquals(1, file.refused().size(), file.refused()::toString);
        assertFalse(file.refused().getFirst().remedy().isBlank());
        return file.refused().getFirst();
    }

    @Test
    void aMissingFile() {
        ParsedFile file =
                reader.read(folder.resolve("none.csv"), Choices.NONE.options(), Progress.NONE);
        assertEquals("There is no such file.", error(file).reason());
        assertEquals("none.csv", file.name());
    }

    @Test
    void aDirectory() {
        assertEquals(
                "This is a folder, not a file.",
                error(reader.read(folder, Choices.NONE.options(), Progress.NONE)).reason());
    }

    @Test
    void aFileThatMayNotBeRead() {
        JournalFiles locked =
                new JournalFiles(
                        ImportLimits.DEFAULT,
                        List.of(),
                        List.of(),
                        ColumnMapper.NONE,
                        file -> {
                            throw new AccessDeniedException(file.toString());
                        });
        Path file = new Journal(folder).write("locked.csv", FILLS.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "You are not allowed to read this file.",
                error(locked.read(file, Choices.NONE.options(), Progress.NONE)).reason());
    }

    @Test
    void aDiskThatFailsHalfWay() {
        JournalFiles failing =
                new JournalFiles(
                        ImportLimits.DEFAULT,
                        List.of(),
                        List.of(),
                        ColumnMapper.NONE,
                        file -> {
                            InputStream in = Files.newInputStream(file);
                            return new FilterInputStream(in) {
                                @Override
                                public int read(byte[] b, int off, int len) throws IOException {
                                    throw new IOException("Input/output error");
                                }

                                @Override
                                public int readNBytes(byte[] b, int off, int len)
                                        throws IOException {
                                    return read(b, off, len);
                                }
                            };
                        });
        Path file =
                new Journal(folder).write("f.csv", (FILLS + GOOD).getBytes(StandardCharsets.UTF_8));
        Refusal error = error(failing.read(file, Choices.NONE.options(), Progress.NONE));
        assertEquals("The file could not be read: Input/output error.", error.reason());
    }

    @Test
    void anEmptyFile() {
        assertEquals("The file is empty.", error(read(new byte[0])).reason());
    }

    @Test
    void aHeaderAndNothingElse() {
        Refusal error = error(read(FILLS));
        assertEquals("The file has a header and no rows below it.", error.reason());
        assertEquals(1, error.line());
    }

    @Test
    void binaryFilesAreNamedForWhatTheyAre() throws IOException {
        assertEquals(
                "This is not a text file.",
                error(read(new byte[] {1, 2, 0, 5, 6, 0, 7, 8, 9})).reason());
        assertTrue(
                error(read("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)))
                        .reason()
                        .contains("PDF"));
        assertTrue(
                error(read("SQLite format 3\0".getBytes(StandardCharsets.UTF_8)))
                        .reason()
                        .contains("database"));
        assertEquals(
                "The archive is damaged or cut off and cannot be unpacked.",
                error(read("PK\3\4 rest of an archive".getBytes(StandardCharsets.UTF_8))).reason());
        assertTrue(
                error(read("<html><body><table></table></body></html>"))
                        .reason()
                        .contains("web page"));
        assertTrue(error(read("{\"trades\": []}")).reason().contains("JSON"));
    }

    @Test
    void aGigabyteOfOneLineIsRefusedAtOnceByItsSize() throws IOException {
        Path huge = folder.resolve("huge.csv");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Refusal error =
                assertTimeout(
                        Duration.ofSeconds(2),
                        () -> error(reader.read(huge, Choices.NONE.options(), Progress.NONE)));
        assertEquals("The file is too big: 1.0 GB, the limit is 256 MB.", error.reason());
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeTheRestIsRead() throws IOException {
        Path file = folder.resolve("line.csv");
        byte[] part = "1234567,".repeat(1 << 13).getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            out.write((FILLS + GOOD).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(part);
            }
        }
        long[] opened = {0};
        JournalFiles counting =
                new JournalFiles(
                        ImportLimits.DEFAULT,
                        List.of(),
                        List.of(),
                        ColumnMapper.NONE,
                        f ->
                                new FilterInputStream(Files.newInputStream(f)) {
                                    @Override
                                    public int readNBytes(byte[] b, int off, int len)
                                            throws IOException {
                                        int n = in.readNBytes(b, off, len);
                                        opened[0] += n;
                                        return n;
                                    }
                                });
        Refusal error = error(counting.read(file, Choices.NONE.options(), Progress.NONE));
        assertEquals("Line 3 is longer than 1.0 MB.", error.reason());
        assertEquals(3, error.line());
        assertTrue(opened[0] < 2 << 20, "read " + opened[0] + " of 13 million bytes");
    }

    @Test
    void tooManyColumns() {
        String header = FILLS.strip() + ",x".repeat(1_000) + "\n";
        assertTrue(error(read(header + GOOD)).reason().contains("1006 columns"));
    }

    @Test
    void aSeparatorNobodyUses() {
        Refusal error = error(read((FILLS + GOOD).replace(',', '^')));
        assertTrue(error.reason().startsWith("The format is not known"), error.reason());
        assertEquals("time^bot^symbol^side^quantity^price", error.value());
        assertTrue(error.remedy().contains("comma, semicolon, tab or |"));
    }

    @Test
    void anUnknownFormatNamesTheNearestKnownOne() {
        Refusal error =
                error(read("time,bot,symbol,side,quantity\n2026-01-05T10:00:00Z,a,ETH,BUY,1\n"));
        assertTrue(
                error.reason().contains("looks like Credence fills without price"), error.reason());
        assertTrue(error.remedy().contains("“formats” lists all."), error.remedy());
    }

    @Test
    void barsGivenAsAJournal() {
        Refusal error = error(read("time,open,high,low,close\n2026-01-05T10:00:00Z,1,2,1,2\n"));
        assertTrue(error.reason().contains("price bars"), error.reason());
        assertTrue(error.remedy().contains("import-bars"), error.remedy());
    }

    @Test
    void aFormatThatDoesNotExist() {
        ParsedFile file =
                new Journal(folder).read("f.csv", FILLS + GOOD, Choices.NONE.format("metatrader9"));
        assertEquals("There is no format named metatrader9.", error(file).reason());
        assertTrue(
                error(file)
                        .remedy()
                        .matches("Is mt\\S+ or mt\\S+ or mt\\S+ meant\\? “formats” lists all\\."),
                error(file)::remedy);
    }

    @Test
    void aFormatThatTheFileIsNot() {
        ParsedFile file =
                new Journal(folder)
                        .read("f.csv", FILLS + GOOD, Choices.NONE.format("tradingview-trades"));
        assertTrue(
                error(file).reason().contains("cannot be read as tradingview-trades"),
                error(file)::reason);
    }

    @Test
    void aFileCutOffInTheMiddleOfARow() {
        ParsedFile file = read(FILLS + GOOD + "2026-01-05T11:00:00Z,trend,ETHU");
        assertEquals(1, file.rows().size());
        assertEquals(2, file.read());
        Refusal refusal = onlyRefusal(file);
        assertEquals(3, refusal.line());
        assertEquals("symbol", refusal.column());
        assertEquals("The file ends in the middle of this row (3 of 6 columns).", refusal.reason());
    }

    @Test
    void aFileCutOffInsideQuotationMarks() {
        Refusal error = error(read(FILLS + GOOD + "2026-01-05T11:00:00Z,\"tre"));
        assertTrue(error.reason().contains("quotation mark"), error.reason());
        assertEquals(3, error.line());
    }

    @Test
    void aRowWithTooFewOrTooManyColumns() {
        assertEquals(
                "The row has 5 columns, the header 6.",
                onlyRefusal(read(FILLS + "2026-01-05T10:00:00Z,trend,ETHUSDT,BUY,1\n" + GOOD))
                        .reason());
        assertEquals(
                "The row has 7 columns, the header 6.",
                onlyRefusal(read(FILLS + "2026-01-05T10:00:00Z,trend,ETHUSDT,BUY,1,3,000\n" + GOOD))
                        .reason());
        assertEquals(
                2,
                read(FILLS + GOOD.strip() + ",\n" + GOOD).rows().size(),
                "a separator too many at the end is harmless");
    }

    @Test
    void blankRowsAreSkippedAndCounted() {
        ParsedFile file = read(FILLS + GOOD + ",,,,,\n\n   \n" + GOOD);
        assertEquals(2, file.rows().size());
        assertEquals(4, file.read(), "a line without anything in it is no row");
        assertEquals("blank row", file.skipped().getFirst().reason());
        assertEquals(2, file.skipped().getFirst().count());
    }

    @Test
    void whatIsNoNumber() {
        for (String wrong :
                List.of(
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "inf",
                        "1.2.3",
                        "--5",
                        "0x10",
                        "1e999999999",
                        "abc",
                        "1-2",
                        ".",
                        "()",
                        "9".repeat(70))) {
            Refusal refusal = onlyRefusal(read(FILLS + GOOD + GOOD.replace("3000", wrong)));
            assertEquals(3, refusal.line(), wrong);
            assertEquals("price", refusal.column(), wrong);
            assertEquals(wrong, refusal.value());
            assertEquals("This is not a number.", refusal.reason(), wrong);
        }
    }

    @Test
    void aQuantityThatIsNotAboveZero() {
        for (String wrong : List.of("-1", "0", "0.000", "(1)")) {
            Refusal refusal =
                    onlyRefusal(read(FILLS + GOOD + GOOD.replace(",1,", "," + wrong + ",")));
            assertEquals("quantity", refusal.column());
            assertEquals("The number must be above zero.", refusal.reason(), wrong);
        }
    }

    @Test
    void aTimeWithoutZoneWhenNoneWasSaid() {
        Refusal error = error(read(FILLS + GOOD + GOOD.replace("10:00:00Z", "10:00:00")));
        assertEquals(3, error.line());
        assertEquals("time", error.column());
        assertEquals("2026-01-05T10:00:00", error.value());
        assertTrue(error.remedy().contains("--zone"), error.remedy());
    }

    @Test
    void whatIsNoTime() {
        for (String wrong :
                List.of(
                        "2026-02-30T10:00:00Z",
                        "2026-01-05T25:00:00Z",
                        "yesterday",
                        "2026-01-05T10:00:00X",
                        "5",
                        "26-01-05 10:00",
                        "0000-00-00")) {
            Refusal refusal =
                    onlyRefusal(read(FILLS + GOOD + GOOD.replace("2026-01-05T10:00:00Z", wrong)));
            assertEquals("time", refusal.column(), wrong);
            assertTrue(refusal.reason().startsWith("This is not a time"), refusal.reason());
        }
        assertEquals(
                "The time is missing.",
                onlyRefusal(read(FILLS + GOOD + GOOD.replace("2026-01-05T10:00:00Z", "")))
                        .reason());
    }

    @Test
    void aSideThatIsNone() {
        assertEquals(
                "This must be BUY or SELL.",
                onlyRefusal(read(FILLS + GOOD + GOOD.replace("BUY", "HOLD"))).reason());
        assertEquals(
                "The cell is empty; it must be BUY or SELL.",
                onlyRefusal(read(FILLS + GOOD + GOOD.replace("BUY", ""))).reason());
    }

    @Test
    void aColumnThatStandsTwice() {
        Refusal error =
                error(
                        read(
                                "time,bot,symbol,side,quantity,price,Price\n"
                                        + "2026-01-05T10:00:00Z,a,E,BUY,1,2,3\n"));
        assertEquals("The column Price stands twice in the header.", error.reason());
    }

    @Test
    void aFileWithoutBotSaysHowToNameIt() {
        String text = "time,symbol,side,quantity,price\n2026-01-05T10:00:00Z,ETH,BUY,1,2\n";
        assertTrue(error(read(text)).remedy().contains("--bot"));
        assertEquals(
                1, new Journal(folder).read("f.csv", text, Choices.NONE.bot("b")).rows().size());
    }

    @Test
    void aBrokenByteOrderMark() {
        byte[] text = (FILLS + GOOD).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[text.length + 5];
        bytes[0] = (byte) 0xEF;
        bytes[1] = (byte) 0xBB;
        bytes[2] = (byte) 0xBF;
        System.arraycopy(text, 0, bytes, 3, text.length);
        bytes[text.length + 3] = (byte) 0xC3;
        bytes[text.length + 4] = (byte) 0x28;
        assertTrue(error(read(bytes)).reason().contains("UTF-8"));
    }

    @Test
    void cancellingStopsTheReading() {
        Path file =
                new Journal(folder).write("f.csv", (FILLS + GOOD).getBytes(StandardCharsets.UTF_8));
        Progress cancelled =
                new Progress() {
                    @Override
                    public void update(String phase, long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> reader.read(file, Choices.NONE.options(), cancelled));
    }
}
