package credence.desktop.fx;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The choosers of the operating system. Remembers the folder last used as long as the program runs.
public final class SystemFileChoice implements FileChoice {

    private @Nullable File lastFolder;

    @Override
    public Optional<Path> save(
            @Nullable Window owner, String title, String suggestedName, Kind kind) {
        FileChooser chooser = chooser(title, List.of(kind));
        chooser.setInitialFileName(withEnding(suggestedName, kind));
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(file -> remember(file, file.getParentFile()))
                .map(file -> Path.of(withEnding(file.getPath(), kind)));
    }

    @Override
    public List<Path> open(@Nullable Window owner, String title, List<Kind> kinds) {
        List<File> files = chooser(title, kinds).showOpenMultipleDialog(owner);
        if (files == null) {
            return List.of();
        }
        files.forEach(file -> remember(file, file.getParentFile()));
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(@Nullable Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existingLastFolder());
        return Optional.ofNullable(chooser.showDialog(owner))
                .map(file -> remember(file, file))
                .map(File::toPath);
    }

    private FileChooser chooser(String title, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existingLastFolder());
        for (Kind kind : kinds) {
            List<String> patterns = kind.endings().stream().map(ending -> "*" + ending).toList();
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(kind.name(), patterns));
        }
        return chooser;
    }

    private File remember(File chosen, @Nullable File folder) {
        lastFolder = folder;
        return chosen;
    }

    // A chooser throws when its first folder has gone since.
    private @Nullable File existingLastFolder() {
        File folder = lastFolder;
        return folder != null && folder.isDirectory() ? folder : null;
    }

    private static String withEnding(String name, Kind kind) {
        String lower = name.toLowerCase(Locale.ROOT);
        return kind.endings().stream().anyMatch(lower::endsWith)
                ? name
                : name + kind.endings().getFirst();
    }
}
