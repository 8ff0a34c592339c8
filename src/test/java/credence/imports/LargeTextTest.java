package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.imports.formats.CredenceFills;
import credence.imports.formats.CredenceTrades;
import credence.imports.formats.StandardFormats;
import credence.imports.formats.TradingViewTrades;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A text that is read from its file again and again is read as one that is held in memory, in every encoding.
class LargeTextTest {

    private static final String HEADER = "time,bot,symbol,side,quantity,price,order_id,note\n";

    @TempDir private Path folder;

    private static JournalFiles reader(long held, FileLoader.Opener opener) {
        return new JournalFiles(
                ImportLimits.DEFAULT,
                List.of(new CredenceFills(), new CredenceTrades(), new TradingViewTrades()),
                List.of(),
                ColumnMapper.NONE,
                opener,
                held);
    }

    private ParsedFile same(byte[] bytes) {
        return same(new Journal(folder).write("f.csv", bytes), Choices.NONE.bot("b"));
    }

    private static ParsedFile same(Path file, Choices choices) {
        ParsedFile held =
                reader(Long.MAX_VALUE, Files::newInputStream)
                        .read(file, choices.options(), Progress.NONE);
        ParsedFile large =
                reader(0, Files::newInputStream).read(file, choices.options(), Progress.NONE);
        assertEquals(held, large);
        return large;
    }

    /// Rows of few different contents, many of them equal, at few different times; some broken, blank, quoted.
    private static List<String> lines(long seed, int count, String word) {
        DrawSequence draws = Draws.of(seed, "lines").inOrder();
        List<String> lines = new ArrayList<>();
        Instant time = Instant.parse("2026-01-31T10:00:00Z");
        for (int i = 0; i < count; i++) {
            time = draws.happens(0.3) ? time.plusSeconds(1) : time;
            String line =
                    String.format(
                            Locale.ROOT,
                            "%s,bot-%d,ETHUSDT,%s,1.5,%d.25,%s,%s",
                            time,
                            draws.below(3),
                            draws.happens(0.5) ? "BUY" : "SELL",
                            2000 + draws.below(2),
                            draws.happens(0.1) ? "o" + draws.below(3) : "",
                            draws.happens(0.2) ? "\"a, " + word + "\nb\"" : word);
            lines.add(line);
            if (draws.happens(0.01)) {
                lines.add("");
                lines.add(",,,,,,,");
                lines.add("2026-01-31T10:00:00Z,short");
                lines.add("never,b,ETHUSDT,BUY,1,1,,");
            }
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return HEADER + String.join("\n", lines) + "\n";
    }

    /// A file of a million rows would be brought into memory seventy times over.
    @Test
    void noFormatReadsALargeTextToItsEndToRecogniseIt() throws IOException {
        int seen = 0;
        for (Path seed : Seeds.all()) {
            byte[] bytes = Files.readAllBytes(seed);
            Container container = Container.of(bytes, bytes.length);
            if (container == Container.TEXT) {
                Document document =
                        new Document(
                                seed.getFileName().toString(),
                                container,
                                new OnlyItsBeginning(new String(bytes, StandardCharsets.UTF_8)),
                                new byte[0],
                                ImportLimits.DEFAULT,
                                Progress.NONE,
                                Choices.NONE.options().layout());
                StandardFormats.journals().forEach(format -> format.detect(document));
                seen++;
            }
        }
        assertTrue(seen > 50, "only " + seen + " seeds are lines of text");
    }

    private record OnlyItsBeginning(String text) implements DocumentText {

        @Override
        public Reader open() {
            throw new AssertionError("read to its end");
        }

        @Override
        public String head(int length) {
            return text.substring(0, Math.min(length, text.length()));
        }

        @Override
        public String whole() {
            throw new AssertionError("brought into memory");
        }

        @Override
        public boolean endsWithLineBreak() {
            return true;
        }

        @Override
        public boolean isLarge() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void oldestFirstAndNewestFirst() {
        List<String> lines = lines(1, 2_000, "x");
        ParsedFile rising = same(text(lines).getBytes(StandardCharsets.UTF_8));
        Collections.reverse(lines);
        ParsedFile falling = same(text(lines).getBytes(StandardCharsets.UTF_8));
        assertEquals(2_000, rising.rows().size());
        assertEquals(
                rising.rows().stream().map(r -> r.row().key()).sorted().toList(),
                falling.rows().stream().map(r -> r.row().key()).sorted().toList());
        assertTrue(rising.refused().size() > 10);
    }

    @Test
    void everyEncoding() {
        String text = text(lines(2, 3_000, "Größe €"));
        Charset windows = Charset.forName("windows-1252");
        assertEquals(3_000, same(text.getBytes(StandardCharsets.UTF_8)).rows().size());
        assertEquals(3_000, same(text.getBytes(windows)).rows().size());
        assertEquals(3_000, same(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).rows().size());
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(3_000, same(("\uFEFF" + text).getBytes(wide)).rows().size());
            assertEquals(3_000, same(text.getBytes(wide)).rows().size());
        }
    }

    @Test
    void aCharacterCutByTheEndOfAPieceIsWhole() {
        for (int shift = 0; shift < 4; shift++) {
            String text = HEADER.strip() + "x".repeat(shift) + "\n" + "€".repeat(200_000) + "\n";
            ParsedFile read = same(text.getBytes(StandardCharsets.UTF_8));
            assertEquals(1, read.refused().size());
            assertTrue(read.refused().getFirst().value().startsWith("€€€"));
        }
    }

    @Test
    void brokenPromisesAndOpenQuotesAreRefusedAlike() {
        byte[] text = text(lines(3, 100, "x")).getBytes(StandardCharsets.UTF_8);
        byte[] promised =
                ByteBuffer.allocate(text.length + 5)
                        .put(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})
                        .put(text)
                        .put(new byte[] {(byte) 0xC3, 'x'})
                        .array();
        assertNotNull(same(promised).error());
        assertNotNull(
                same((text(lines(4, 100, "x")) + "\"open").getBytes(StandardCharsets.UTF_8))
                        .error());
        assertNotNull(same((HEADER).getBytes(StandardCharsets.UTF_8)).error());
        same(
                (text(lines(5, 100, "x")) + "2026-01-31T10:00:00Z,b,ETH")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsRefused() {
        Path file =
                new Journal(folder)
                        .write(
                                "f.csv",
                                text(lines(6, 5_000, "x")).getBytes(StandardCharsets.UTF_8));
        AtomicInteger opened = new AtomicInteger();
        ParsedFile read =
                reader(
                                0,
                                f -> {
                                    if (opened.incrementAndGet() == 4) {
                                        Files.writeString(f, text(lines(6, 50, "x")));
                                    }
                                    return Files.newInputStream(f);
                                })
                        .read(file, Choices.NONE.options(), Progress.NONE);
        assertNotNull(read.error());
        assertEquals(
                "The file could not be read: it changed while it was being read.",
                read.error().reason());
    }

    @Test
    void realListsOfTradesReadTheSame() throws IOException {
        try (Stream<Path> all = Files.list(SharedFiles.data("journals/tradingview/bots"))) {
            List<Path> some =
                    all.filter(f -> f.toString().endsWith(".csv")).sorted().limit(5).toList();
            assertEquals(5, some.size());
            for (Path file : some) {
                ParsedFile read = same(file, Choices.NONE.bot("b").symbol("ETHUSDT").zone("UTC"));
                assertNull(read.error());
                assertTrue(read.read() > 0);
            }
        }
    }

    @Test
    void singleRowsAreFoundByTheirIndex() throws UnreadableFile {
        String text = text(lines(7, 40_000, "x"));
        FileLoader loader = new FileLoader(ImportLimits.DEFAULT, Files::newInputStream, 0);
        Path file = new Journal(folder).write("f.csv", text.getBytes(StandardCharsets.UTF_8));
        FileLoader.Loaded loaded = loader.load(file, Progress.NONE);
        try (Document document =
                Document.of(
                        "f.csv",
                        loaded,
                        ImportLimits.DEFAULT,
                        Progress.NONE,
                        Choices.NONE.options())) {
            HeaderPlace place = document.header(h -> h.has("bot") ? 1 : 0);
            assertNotNull(place);
            List<Row> rows = Table.read(document, place, new Tally()).rows();
            List<Integer> lines = new ArrayList<>();
            rows.forEach(r -> lines.add(r.line()));
            assertEquals(lines.size(), rows.size());
            for (int i : new int[] {rows.size() - 1, 0, 32_767, 32_768, 5}) {
                assertEquals(lines.get(i), rows.get(i).line());
            }
        }
    }
}
