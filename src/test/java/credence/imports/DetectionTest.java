package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class DetectionTest {

    @TempDir Path folder;

    /// A format that is always as sure as it is told to be.
    private record Says(String id, int score) implements JournalFormat {
        @Override
        public String title() {
            return id;
        }

        @Override
        public Detection detect(Document document) {
            return new Detection(score, "It says so.", null);
        }

        @Override
        public void read(
                Document document, Detection detection, ImportOptions options, Tally tally) {
            tally.note(id);
        }
    }

    private ParsedFile read(Choices choices, JournalFormat... formats) {
        Path file =
                new Journal(folder).write("f.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        return new JournalFiles(ImportLimits.DEFAULT, List.of(formats), List.of())
                .read(file, choices.options(), Progress.NONE);
    }

    @Test
    void theSurestFormatReadsTheFile() {
        assertEquals(
                "b",
                read(Choices.NONE, new Says("a", 60), new Says("b", 61), new Says("c", 49))
                        .format());
        assertEquals("It says so.", read(Choices.NONE, new Says("a", 60)).why());
    }

    @Test
    void equallySureFormatsAreAnErrorThatNamesBoth() {
        ParsedFile file =
                read(Choices.NONE, new Says("a", 60), new Says("b", 60), new Says("c", 50));
        assertNotNull(file.error());
        assertEquals("The file could be a or b.", file.error().reason());
        assertTrue(file.error().remedy().contains("--format a"), file.error()::remedy);
    }

    @Test
    void aSaidFormatWinsOverASurerOne() {
        assertEquals(
                "c", read(Choices.NONE.format("c"), new Says("a", 60), new Says("c", 10)).format());
    }

    @Test
    void aFormatThatFailsIsSaidToBeAMistakeOfTheProgram() {
        JournalFormat broken =
                new JournalFormat() {
                    @Override
                    public String id() {
                        return "broken";
                    }

                    @Override
                    public String title() {
                        return "Broken";
                    }

                    @Override
                    public Detection detect(Document document) {
                        return new Detection(99, "Yes.", null);
                    }

                    @Override
                    public void read(
                            Document document,
                            Detection detection,
                            ImportOptions options,
                            Tally tally) {
                        tally.read(2);
                        tally.skip("one only");
                    }
                };
        ParsedFile file = read(Choices.NONE, broken);
        assertNotNull(file.error());
        assertTrue(file.error().reason().contains("mistake in Credence"), file.error()::reason);
        assertTrue(
                file.error().reason().contains("read 2, accepted 0, skipped 1, refused 0"),
                file.error()::reason);
    }

    @Test
    void aPreambleBeforeTheHeaderIsPassedOver() {
        ParsedFile file =
                new Journal(folder)
                        .read(
                                "f.csv",
                                "Account statement\n\n"
                                        + "from;to\n"
                                        + "2026-01-01;2026-02-01\n\n"
                                        + "time;bot;symbol;side;quantity;price\n"
                                        + "2026-01-05T10:00:00Z;b;ETH;BUY;1;2\n",
                                Choices.NONE);
        assertNull(file.error(), () -> "" + file.error());
        assertEquals(1, file.rows().size());
        assertEquals(7, file.rows().getFirst().line());
        assertTrue(file.why().contains("line 6"), file.why());
        assertTrue(file.why().contains("semicolon"), file.why());
    }

    @Test
    void theNameOfAFileDoesNotMatter() {
        String text = "time,bot,symbol,direction,confidence\n2026-01-05T10:00:00Z,b,ETH,LONG,0.6\n";
        assertEquals(
                "credence-predictions",
                new Journal(folder).read("fills.xlsx", text, Choices.NONE).format());
    }

    @Test
    void theKnownFormatsAreListedEachOnceUnderAPlainName() {
        List<String> ids =
                StandardFormats.reader().formats().stream().map(FormatDescription::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
        assertTrue(
                ids.stream().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*")), ids::toString);
        assertTrue(
                ids.containsAll(
                        List.of(
                                "credence-fills",
                                "credence-trades",
                                "credence-predictions",
                                "tradingview-trades",
                                "credence-bars")),
                ids::toString);
        assertTrue(
                StandardFormats.reader().formats().stream()
                        .filter(f -> f.id().startsWith("credence-"))
                        .noneMatch(FormatDescription::fromDocumentation));
    }
}
