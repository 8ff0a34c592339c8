package credence.imports.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.port.JournalReader.FormatDescription;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pages for traders: of every format where to click, what is in it, what is not, and how the bot is known.
class FormatPagesTest {

    private static final Path FOLDER = Path.of("docs/formats");
    private static final List<String> HEADINGS =
            List.of(
                    "## Where to click",
                    "## What is in it",
                    "## What is not",
                    "## How the bot is known");
    private static final Pattern LINK = Pattern.compile("\\]\\(formats/([a-z0-9-]+\\.md)\\)");

    /// Pages by name; the one about profiles is of no format.
    private static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(f -> !f.endsWith("profiles.md"))
                    .forEach(f -> pages.put(f.getFileName().toString(), text(f)));
        }
        return pages;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FormatDescription> formats() {
        return StandardFormats.reader().formats();
    }

    @Test
    void everyFormatIsNamedOnExactlyOnePage() throws IOException {
        Map<String, String> pages = pages();
        for (FormatDescription format : formats()) {
            List<String> naming =
                    pages.entrySet().stream()
                            .filter(p -> p.getValue().contains("`" + format.id() + "`"))
                            .map(Map.Entry::getKey)
                            .toList();
            assertEquals(1, naming.size(), () -> format.id() + " is named on " + naming);
        }
    }

    @Test
    void everyPageAnswersTheFourQuestionsInOrder() throws IOException {
        pages().forEach(
                        (name, text) ->
                                assertEquals(
                                        HEADINGS,
                                        text.lines().filter(l -> l.startsWith("## ")).toList(),
                                        name));
    }

    @Test
    void noAnswerIsEmpty() throws IOException {
        pages().forEach(
                        (name, text) -> {
                            for (String part :
                                    text.substring(text.indexOf("\n## ")).split("\n## ")) {
                                assertTrue(
                                        part.isEmpty()
                                                || part.lines()
                                                        .skip(1)
                                                        .anyMatch(l -> l.length() > 20),
                                        name);
                            }
                        });
    }

    @Test
    void whatWasBuiltFromDocumentationSaysSoOnItsPage() throws IOException {
        String all = String.join("\n", pages().values());
        for (FormatDescription format : formats()) {
            String line =
                    all.lines()
                            .filter(l -> l.contains("`" + format.id() + "`"))
                            .findFirst()
                            .orElse("");
            assertEquals(
                    format.fromDocumentation(),
                    line.contains("(from documentation)"),
                    format.id() + ": " + line);
        }
    }

    @Test
    void theOverviewNamesEveryFormatAndLinksItsPage() throws IOException {
        Map<String, String> pages = pages();
        List<String> lines = Files.readAllLines(Path.of("docs/formats.md"));
        for (FormatDescription format : formats()) {
            String row =
                    lines.stream()
                            .filter(l -> l.startsWith("| ") && l.contains("`" + format.id() + "`"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(format.id() + " has no row"));
            Matcher link = LINK.matcher(row);
            assertTrue(link.find(), row);
            assertTrue(
                    pages.getOrDefault(link.group(1), "").contains("`" + format.id() + "`"), row);
        }
    }
}
