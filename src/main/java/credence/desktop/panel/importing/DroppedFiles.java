package credence.desktop.panel.importing;

import credence.service.ServiceException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that were meant by what was dropped: a folder stands for the files directly in it.
final class DroppedFiles {

    private DroppedFiles() {}

    /// In the order given; those of a folder by name, hidden ones left out.
    ///
    /// @throws ServiceException when a folder cannot be read or holds no file
    static List<Path> of(List<Path> dropped) {
        List<Path> files = new ArrayList<>();
        for (Path path : dropped) {
            if (Files.isDirectory(path)) {
                List<Path> inside = inside(path);
                if (inside.isEmpty()) {
                    throw new ServiceException(
                            "The folder " + path + " holds no files. Drop the exported files.");
                }
                files.addAll(inside);
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            ServiceException failure =
                    new ServiceException("The folder " + folder + " cannot be read.");
            failure.initCause(e);
            throw failure;
        }
    }
}
