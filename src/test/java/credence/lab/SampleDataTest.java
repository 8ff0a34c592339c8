package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.core.fact.SourceRow;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The committed sample data are what the simulator makes of the seed that their README names, byte for byte.
class SampleDataTest {

    private static final Path SAMPLE = Path.of("sample-data");

    @Test
    void theSeedMakesExactlyTheCommittedFiles(@TempDir Path directory) throws IOException {
        Simulation.of(SimulationParameters.SAMPLE).writeTo(directory);
        List<String> made = names(directory);
        List<String> committed =
                names(SAMPLE).stream().filter(name -> !name.equals("README.md")).toList();
        assertEquals(committed, made);
        for (String name : made) {
            long difference = Files.mismatch(SAMPLE.resolve(name), directory.resolve(name));
            assertEquals(-1, difference, () -> name + " differs from byte " + difference + " on");
        }
    }

    @Test
    void theReadmeNamesTheCommandThatMadeThem() throws IOException {
        SimulationParameters sample = SimulationParameters.SAMPLE;
        String command =
                "simulate --out DIR --bots %d --days %d --seed %d"
                        .formatted(sample.bots(), sample.days(), sample.seed());
        assertTrue(Files.readString(SAMPLE.resolve("README.md")).contains(command), command);
        assertEquals(sample, SimulationParameters.of(sample.bots(), sample.days(), sample.seed()));
    }

    @Test
    void theReadmeSpeaksOfEveryBot() throws IOException {
        String readme = Files.readString(SAMPLE.resolve("README.md"));
        for (SimulatedBot bot : Simulation.of(SimulationParameters.SAMPLE).bots()) {
            assertTrue(readme.contains("`" + bot.plan().name() + "`"), bot.plan().name());
            assertTrue(
                    readme.contains(bot.closed().size() + " "),
                    () -> "trades of " + bot.plan().name());
        }
    }

    /// What the importer reads must be the rows that were simulated, keys included; only the place among rows of equal
    /// time is the importer's own.
    @Test
    void theImporterReadsTheSimulatedRowsBack() {
        Simulation simulation = Simulation.of(SimulationParameters.SAMPLE);
        for (SimulatedBot bot : simulation.bots()) {
            assertEquals(unplaced(bot.rows()), unplaced(read(Simulation.file(bot.plan()))));
        }
        assertEquals(unplaced(simulation.predictions()), unplaced(read("predictions.csv")));
    }

    private static List<SourceRow> unplaced(List<? extends SourceRow> rows) {
        return rows.stream().map(row -> row.withSequence(0)).toList();
    }

    private static List<SourceRow> read(String name) {
        ParsedFile file =
                StandardFormats.reader()
                        .read(SAMPLE.resolve(name), ImportOptions.DEFAULT, Progress.NONE);
        assertEquals(List.of(), file.refused());
        return file.rows().stream().map(ParsedFile.ParsedRow::row).toList();
    }

    @Test
    void theImporterReadsTheSimulatedBarsBack() {
        for (Market market : Simulation.of(SimulationParameters.SAMPLE).markets()) {
            BarOptions options =
                    new BarOptions(
                            market.instrument().symbol(), Optional.empty(), Optional.empty());
            List<Bar> read =
                    StandardFormats.reader()
                            .readBars(
                                    SAMPLE.resolve(Simulation.file(market)), options, Progress.NONE)
                            .rows()
                            .stream()
                            .map(row -> (Bar) row.row())
                            .toList();
            List<Bar> made = market.bars();
            assertEquals(made.size(), read.size());
            for (int i = 0; i < made.size(); i++) {
                Bar a = made.get(i);
                Bar b = read.get(i);
                assertEquals(
                        List.of(
                                a.time(),
                                a.interval(),
                                a.open(),
                                a.high(),
                                a.low(),
                                a.close(),
                                a.volume()),
                        List.of(
                                b.time(),
                                b.interval(),
                                b.open(),
                                b.high(),
                                b.low(),
                                b.close(),
                                b.volume()));
            }
        }
    }

    @Test
    void theyStaySmall() throws IOException {
        long bytes = 0;
        for (String name : names(SAMPLE)) {
            bytes += Files.size(SAMPLE.resolve(name));
        }
        assertTrue(bytes < 8_000_000, bytes + " bytes");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
