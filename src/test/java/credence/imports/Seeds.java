package credence.imports;

import credence.service.port.ImportOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Small files made by hand from the documented facts of every format: what the fuzzer starts from, each named after its format.
final class Seeds {

    static final Path FOLDER = Path.of("src/test/resources/credence/imports/JournalFuzzTestInputs");

    /// What a user would have to say for some of them.
    static final Choices CHOICES =
            Choices.NONE.symbol("ETHUSDT").zone("+02:00").currency("USD").date("2026-01-31");

    static final ImportOptions OPTIONS = CHOICES.options();

    private Seeds() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The seed of a format, by its name and whatever ending.
    static Path of(String format) {
        return all().stream()
                .filter(f -> name(f).equals(format))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no seed of " + format + ": put one in " + FOLDER));
    }

    /// A seed's name without its ending: the format it is of.
    static String name(Path seed) {
        String name = seed.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }
}
