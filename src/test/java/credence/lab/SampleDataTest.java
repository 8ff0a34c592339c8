package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
