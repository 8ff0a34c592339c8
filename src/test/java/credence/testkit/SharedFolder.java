package credence.testkit;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/// What lies beside the repository: real exports, published numbers. Where it is absent a test says so and, under CI, fails.
public final class SharedFolder {

    private SharedFolder() {}

    /// @param path below the shared folder, such as `data/journals/…`
    public static Path file(String path) {
        Path file = Path.of(System.getProperty("shared.dir", "../shared")).resolve(path);
        if (!Files.exists(file)) {
            String message =
                    "Not tested: " + file + " is absent (-Dshared.dir names the shared folder)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            System.out.println(message);
            Assumptions.abort(message);
        }
        return file;
    }
}
