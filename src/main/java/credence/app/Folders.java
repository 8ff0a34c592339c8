package credence.app;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where things of this user are, by the custom of the platform.
///
/// @param workspace the workspace used when none is named
/// @param sampleWorkspace the workspace of the sample data
record Folders(Path workspace, Path sampleWorkspace) {

    static Folders ofThisUser(Map<String, String> environment) {
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                environment);
    }

    static Folders of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            Path roaming = absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
            return in(roaming, "Credence");
        }
        if (name.contains("mac")) {
            return in(home.resolve("Library/Application Support"), "Credence");
        }
        Path share = absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"));
        return in(share, "credence");
    }

    private static Folders in(Path folder, String name) {
        return new Folders(folder.resolve(name), folder.resolve(name + "-sample"));
    }

    /// A relative path in such a variable is to be ignored, says the standard that introduced them.
    private static Path absolute(@Nullable String stated, Path otherwise) {
        return stated == null || stated.isBlank() || !Path.of(stated).isAbsolute()
                ? otherwise
                : Path.of(stated);
    }
}
