package credence.desktop.desk;

import java.nio.file.Path;

/// A folder as people write it: `~` for their own.
public final class ShortPath {

    private ShortPath() {}

    public static String of(Path folder) {
        return of(folder, Path.of(System.getProperty("user.home", "")));
    }

    static String of(Path folder, Path home) {
        if (!home.isAbsolute() || home.getNameCount() == 0 || !folder.startsWith(home)) {
            return folder.toString();
        }
        return folder.equals(home) ? "~" : Path.of("~").resolve(home.relativize(folder)).toString();
    }
}
