package credence.app;

import credence.cli.WorkspaceSource;
import credence.imports.formats.StandardFormats;
import credence.service.Workspace;
import credence.service.port.StoreException;
import credence.service.port.WorkspaceStore;
import credence.store.H2Workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;

/// Workspaces kept in folders by the embedded database.
final class StoredWorkspaces implements WorkspaceSource {

    private final Folders folders;
    private final Logs logs;

    StoredWorkspaces(Folders folders, Logs logs) {
        this.folders = folders;
        this.logs = logs;
    }

    @Override
    public Path defaultDirectory() {
        return folders.workspace();
    }

    @Override
    public Workspace open(Path directory) {
        return open(directory, "command");
    }

    /// @param face which face of the program asks; told to a second program that wants the same workspace
    Workspace open(Path directory, String face) {
        if (directory.equals(folders.workspace()) || directory.equals(folders.sampleWorkspace())) {
            makeRoom(directory);
        }
        WorkspaceStore store =
                H2Workspace.open(
                        directory, face, Version.text(), Clock.system(ZoneId.systemDefault()));
        try {
            logs.writeInto(directory);
            return Workspace.open(store, StandardFormats.reader(), InstantSource.system());
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    /// On a fresh account even the folder for such folders may be missing.
    private static void makeRoom(Path directory) {
        try {
            Files.createDirectories(directory.getParent());
        } catch (IOException e) {
            throw new StoreException(
                    "The folder "
                            + directory.getParent()
                            + " cannot be made ("
                            + e.getMessage()
                            + "). Name another workspace with --workspace.",
                    e);
        }
    }

    @Override
    public TemporaryWorkspace openTemporary() {
        Path folder = temporaryFolder();
        Thread sweep = new Thread(() -> Sweep.away(folder), "sweep");
        Runtime.getRuntime().addShutdownHook(sweep);
        Workspace workspace = open(folder);
        return new TemporaryWorkspace() {
            @Override
            public Workspace workspace() {
                return workspace;
            }

            @Override
            public void close() {
                workspace.close();
                logs.stop();
                Sweep.away(folder);
            }
        };
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("credence-");
        } catch (IOException e) {
            throw new StoreException(
                    "No temporary folder can be made in "
                            + System.getProperty("java.io.tmpdir")
                            + ". Make room or set another one.",
                    e);
        }
    }
}
