package credence.imports;

import credence.core.value.Symbol;
import credence.imports.formats.StandardFormats;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// Writes small files into a test's folder and reads them as the program would.
public record Journal(Path folder) {

    public ParsedFile read(String name, String text, Choices choices) {
        return read(name, text, StandardCharsets.UTF_8, choices);
    }

    public ParsedFile read(String name, String text, Charset charset, Choices choices) {
        return StandardFormats.reader()
                .read(write(name, text.getBytes(charset)), choices.options(), Progress.NONE);
    }

    public ParsedFile readBars(String name, String text, String zone, String interval) {
        return StandardFormats.reader()
                .readBars(
                        write(name, text.getBytes(StandardCharsets.UTF_8)),
                        bars(zone, interval),
                        Progress.NONE);
    }

    public static BarOptions bars(String zone, String interval) {
        return new BarOptions(
                Symbol.of("ETHUSDT"),
                interval.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(interval)),
                zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone)));
    }

    public Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
