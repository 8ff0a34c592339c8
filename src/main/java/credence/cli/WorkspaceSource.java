package credence.cli;

import credence.service.Workspace;

import java.nio.file.Path;

/// Where workspaces come from.
public interface WorkspaceSource {

    /// The folder used when none is named.
    Path defaultDirectory();

    /// Opens the workspace in a folder, making both when absent.
    ///
    /// @throws credence.service.port.StoreException when it cannot be opened, for instance because another program
    ///     holds it
    Workspace open(Path directory);

    /// Opens an empty workspace that is gone when closed: the answer to a question about a folder that does not exist,
    /// and the place of the demo.
    TemporaryWorkspace openTemporary();

    /// A workspace that leaves nothing behind.
    interface TemporaryWorkspace extends AutoCloseable {

        Workspace workspace();

        @Override
        void close();
    }
}
