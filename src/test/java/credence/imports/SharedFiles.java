package credence.imports;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real exports beside the repository. Where they are absent a test says so and, under CI, fails.
public final class SharedFiles {

    private SharedFiles() {}

    /// @param path below the folder `data`
    public static Path data(String path) {
        Path file =
                Path.of(System.getProperty("shared.dir", "../shared"))
                        .resolve("data")
                        .resolve(path);
        if (!Files.exists(file)) {
            String message =
                    "Not tested: "
                            + file
                            + " is absent (-Dshared.dir names the folder of real exports)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            System.out.println(message);
            Assumptions.abort(message);
        }
        return file;
    }
}
