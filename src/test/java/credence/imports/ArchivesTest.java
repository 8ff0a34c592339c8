package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class ArchivesTest {

    private static final String FILLS =
            """
            time,bot,symbol,side,quantity,price
            2026-01-05T10:00:00Z,alpha,ETHUSDT,BUY,1,2000
            2026-01-05T11:00:00Z,alpha,ETHUSDT,SELL,1,2010
            """;
    private static final String OTHER =
            """
            time,bot,symbol,side,quantity,price
            2026-01-06T10:00:00Z,beta,BTCUSDT,BUY,2,90000
            """;

    @TempDir private Path folder;

    @Test
    void aJournalInAnArchiveIsTheSameAsBesideIt() throws IOException {
        ParsedFile plain = read("fills.csv", bytes(FILLS));
        ParsedFile zipped = read("a.zip", zip(Map.of("2026/fills.csv", bytes(FILLS))));
        ParsedFile gzipped = read("fills.csv.gz", gzip(bytes(FILLS)));

        assertEquals(keys(plain), keys(zipped));
        assertEquals(keys(plain), keys(gzipped));
        assertEquals(2, zipped.read());
        assertEquals("credence-fills", zipped.format());
        assertTrue(zipped.why().startsWith("fills.csv in the archive: "), zipped.why());
    }

    @Test
    void everyJournalOfAnArchiveIsReadAndTheOthersAreNamed() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.csv", bytes(FILLS));
        files.put("readme.txt", bytes("These are my trades."));
        files.put("__MACOSX/._one.csv", bytes("litter"));
        files.put("two.csv", bytes(OTHER));
        files.put("strategy.bin", new byte[] {0, 1, 2, 3, 4, 5});

        ParsedFile file = read("all.zip", zip(files));

        assertEquals(3, file.rows().size());
        assertEquals(3, file.read());
        assertTrue(
                file.notes()
                        .contains(
                                "Left unread in the archive, being no journals: readme.txt,"
                                        + " strategy.bin (This is not a text file.)."),
                file.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../tmp/evil.csv",
                "a/../../evil.csv",
                "..\\evil.csv",
                "a\\ .. \\evil.csv",
                "/tmp/evil.csv",
                "\\\\server\\evil.csv",
                "C:\\evil.csv",
                "d:evil.csv",
                "evil.csv\u0000.txt"
            })
    void aNameThatLeadsOutOfTheArchiveIsRefusedAndTheOthersComeIn(String name) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name, bytes(FILLS));
        files.put("v1..2/two..csv", bytes(OTHER));

        ParsedFile file = read("evil.zip", zip(files));

        assertNull(file.error(), () -> "" + file.error());
        assertEquals(1, file.rows().size());
        assertEquals(2, file.read());
        assertEquals(1, file.refused().size());
        assertTrue(
                file.refused()
                        .getFirst()
                        .reason()
                        .startsWith("The archive holds a file whose name leads out of it: "),
                file.refused().getFirst()::reason);
        assertFalse(Files.exists(folder.resolveSibling("evil.csv")));
    }

    @Test
    void anArchiveOfNothingButSuchANameIsRefused() throws IOException {
        ParsedFile file = read("evil.zip", zip(Map.of("../evil.csv", bytes(FILLS))));

        assertNotNull(file.error());
        assertTrue(file.error().reason().contains("../evil.csv"), file.error()::reason);
    }

    @Test
    void anArchiveInAnArchiveIsOpenedButNoneInThat() throws IOException {
        byte[] inner = zip(Map.of("fills.csv", bytes(FILLS)));

        assertEquals(2, read("two.zip", zip(Map.of("inner.zip", inner))).rows().size());
        assertEquals(
                2, read("gz.zip", zip(Map.of("fills.csv.gz", gzip(bytes(FILLS))))).rows().size());
        ParsedFile three = read("three.zip", zip(Map.of("two.zip", zip(Map.of("i.zip", inner)))));

        assertNotNull(three.error());
        assertEquals(
                "The archive holds no journal that Credence knows. Looked at: i.zip (an archive in"
                        + " an archive in an archive is not opened).",
                three.error().reason());
    }

    @Test
    void aFileThatGrowsBeyondReasonIsATrap() throws IOException {
        byte[] zeros = new byte[8 << 20];
        java.util.Arrays.fill(zeros, (byte) '0');
        ParsedFile file = read("bomb.zip", zip(Map.of("fills.csv", bytes(FILLS), "z.csv", zeros)));

        assertNotNull(file.error());
        assertTrue(
                file.error().reason().startsWith("z.csv grows to more than 250 times its size"),
                file.error().reason());
        assertEquals(List.of(), file.rows());
    }

    @Test
    void anArchiveOfTooManyFilesOrBytesIsRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            files.put("f" + i + ".csv", bytes(FILLS));
        }
        Path archive = Files.write(folder.resolve("many.zip"), zip(files));

        assertEquals(
                "The archive holds more than 3 files.",
                reason(new ImportLimits(1 << 20, 1 << 20, 100, 1 << 20, 250, 3), archive));
        assertEquals(
                "Unpacked it is too big: more than 300 bytes.",
                reason(new ImportLimits(1 << 20, 1 << 20, 100, 300, 250, 10), archive));
    }

    @Test
    void aDamagedFileOfAnArchiveIsRefusedAndTheOthersComeIn() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.csv", bytes(FILLS));
        files.put("two.csv", bytes(OTHER));
        byte[] zip = stored(files);
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        zip[text.indexOf("90000")] = '8';

        ParsedFile file = read("damaged.zip", zip);

        assertNull(file.error());
        assertEquals(2, file.rows().size());
        assertEquals(1, file.refused().size());
        assertEquals(3, file.read());
        assertEquals(
                "two.csv is damaged or cut off and cannot be unpacked.",
                file.refused().getFirst().reason());
    }

    @Test
    void aCutOffArchiveIsRefused() throws IOException {
        byte[] zip = zip(Map.of("fills.csv", bytes(FILLS)));
        ParsedFile file = read("cut.zip", java.util.Arrays.copyOf(zip, zip.length - 30));
        assertNotNull(file.error());
        assertEquals(
                "The archive is damaged or cut off and cannot be unpacked.", file.error().reason());

        byte[] gz = gzip(bytes(FILLS));
        ParsedFile cut = read("cut.csv.gz", java.util.Arrays.copyOf(gz, gz.length - 12));
        assertNotNull(cut.error());
        assertEquals(
                "cut.csv.gz is damaged or cut off and cannot be unpacked.", cut.error().reason());
    }

    @Test
    void theOnlyFileOfAnArchiveIsRefusedLikeItself() throws IOException {
        ParsedFile file = read("a.zip", zip(Map.of("note.txt", bytes("a,b\n1,2\n"))));

        assertNotNull(file.error());
        assertEquals(
                "In note.txt: The format is not known: no row looks like the header of a known"
                        + " journal.",
                file.error().reason());
    }

    @Test
    void aWorkbookIsToldByItsParts() throws IOException {
        ParsedFile file = read("book.zip", zip(Map.of("xl/workbook.xml", bytes("<workbook/>"))));

        assertNotNull(file.error());
        assertEquals(
                "This is an Excel workbook (.xlsx), and none of the known formats.",
                file.error().reason());
    }

    private String reason(ImportLimits limits, Path archive) {
        ParsedFile file =
                StandardFormats.reader(limits).read(archive, Choices.NONE.options(), Progress.NONE);
        assertNotNull(file.error());
        return file.error().reason();
    }

    private ParsedFile read(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return StandardFormats.reader().read(file, Choices.NONE.options(), Progress.NONE);
    }

    private static List<String> keys(ParsedFile file) {
        return file.rows().stream().map(r -> r.row().key().toString()).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] stored(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(file.getValue());
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
