package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

import credence.core.fact.Fact;
import credence.core.value.Symbol;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Hostile files: whatever the bytes, a file is read or refused with words, and nothing of it is lost on the way.
///
/// In the gate each file of the corpus is read once. `mvn -Pfuzz -Dfuzz.test='JournalFuzzTest#stocks'` searches for new ones, beginning
/// with the seeds of that family of formats.
class JournalFuzzTest {

    private static final ImportLimits LIMITS = new ImportLimits(1 << 20, 1 << 14, 200);

    private Path file = Path.of("");

    @BeforeEach
    void makeAFile() throws IOException {
        file = Files.createTempFile("credence-fuzz", ".csv");
    }

    @AfterEach
    void removeTheFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @FuzzTest(maxDuration = "10m")
    void own(byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void crypto(byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void frameworks(byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void futures(byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void ibkr(byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void metatrader(byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void stocks(byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void bars(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Optional<ZoneId> zone = Optional.of(ZoneId.of("Europe/Berlin"));
        BarOptions one = new BarOptions(Symbol.of("ETHUSDT"), Optional.empty(), zone);
        BarOptions several =
                new BarOptions(Optional.empty(), Optional.empty(), zone, false, true, Instant.MAX);
        JournalReader reader = StandardFormats.reader(LIMITS);
        check(() -> reader.readBars(file, one, Progress.NONE));
        check(() -> reader.readBars(file, several, Progress.NONE));
    }

    private void isReadOrRefused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        check(() -> StandardFormats.reader(LIMITS).read(file, Seeds.OPTIONS, Progress.NONE));
    }

    private static void check(Supplier<ParsedFile> reader) {
        ParsedFile read = reader.get();
        Refusal error = read.error();
        if (error != null) {
            said(error);
            assertEquals(List.of(), read.rows());
            return;
        }
        long accounted = read.refused().size();
        for (ParsedRow row : read.rows()) {
            accounted += row.dataRows();
            assertTrue(row.line() >= 0, () -> "line " + row.line());
            for (Fact fact : row.row().facts()) {
                assertFalse(fact.order().key().isEmpty());
            }
        }
        accounted += read.skipped().stream().mapToLong(s -> s.count()).sum();
        assertEquals(read.read(), accounted);
        read.refused().forEach(JournalFuzzTest::said);
        // The same bytes are the same rows, or importing a file twice would double it.
        assertEquals(
                read.rows().stream().map(r -> r.row().key()).toList(),
                reader.get().rows().stream().map(r -> r.row().key()).toList());
    }

    private static void said(Refusal refusal) {
        assertFalse(refusal.reason().isBlank());
        assertFalse(refusal.remedy().isBlank());
        assertTrue(refusal.line() >= 0);
        assertTrue(refusal.value().length() <= 201, "a value is cut");
        // A value may hold any words, ours among them.
        assertFalse(refusal.reason().startsWith("The reader failed"), () -> "failed: " + refusal);
    }
}
