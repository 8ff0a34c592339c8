package credence.desktop.chart;

import credence.desktop.fx.FileChoice;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Writes what a chart shows to files the trader chooses.
final class ChartExport {

    private final FileChoice files;

    ChartExport(FileChoice files) {
        this.files = files;
    }

    /// @param content made only when a file was chosen
    /// @return what to tell the trader; empty when they changed their mind
    Optional<String> save(
            @Nullable Window owner, String title, FileChoice.Kind kind, Supplier<byte[]> content) {
        Optional<Path> target = files.save(owner, "Export the chart", fileName(title), kind);
        return target.map(
                file -> {
                    try {
                        Files.write(file, content.get());
                        return "Written: " + file;
                    } catch (IOException failure) {
                        return "Could not write "
                                + file
                                + ": "
                                + failure.getMessage()
                                + ". Choose another folder.";
                    }
                });
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A title as a file name that every system takes.
    static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String name = plain.replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "chart" : name.substring(0, Math.min(80, name.length()));
    }
}
