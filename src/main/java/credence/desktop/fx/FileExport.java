package credence.desktop.fx;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the trader for a file and writes something to it.
public final class FileExport {

    private static final int LONGEST_NAME = 80;

    private final FileChoice files;

    public FileExport(FileChoice files) {
        this.files = files;
    }

    /// @param subject what is exported; the suggested file name is made of it
    /// @param content made only when a file was chosen
    /// @return what to tell the trader, written or not; empty when they changed their mind
    public Optional<String> save(
            @Nullable Window owner,
            String subject,
            FileChoice.Kind kind,
            Supplier<byte[]> content) {
        Optional<Path> target = files.save(owner, "Export " + subject, fileName(subject), kind);
        return target.map(file -> write(file, content.get()));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String write(Path file, byte[] content) {
        try {
            Files.write(file, content);
            return "Written: " + file;
        } catch (IOException failure) {
            return "Could not write "
                    + file
                    + " ("
                    + failure.getMessage()
                    + "). Choose another folder.";
        }
    }

    /// A subject as a file name that every system takes.
    static String fileName(String subject) {
        String plain = subject.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String name = plain.replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "export" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
