package credence.app;

import credence.cli.WorkspaceSource;
import credence.service.Workspace;
import credence.service.port.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        logs.stop();
        throw new StoreException("The store is not built yet.");
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
