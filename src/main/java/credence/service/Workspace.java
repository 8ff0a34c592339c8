package credence.service;

import credence.service.port.JournalReader;
import credence.service.port.WorkspaceStore;

import java.time.InstantSource;

/// One open workspace with its use cases. One writer thread; any thread may ask.
public final class Workspace implements AutoCloseable {

    /// Loads the facts, folds them (from a snapshot where one fits) and is ready.
    ///
    /// @param clock for the time of imports and acts; never for learning
    public static Workspace open(WorkspaceStore store, JournalReader reader, InstantSource clock) {
        throw new UnsupportedOperationException("not built yet");
    }

    private Workspace() {}

    public ImportService imports() {
        throw new UnsupportedOperationException("not built yet");
    }

    public BeliefService beliefs() {
        throw new UnsupportedOperationException("not built yet");
    }

    public ActService acts() {
        throw new UnsupportedOperationException("not built yet");
    }

    public SettingsService settings() {
        throw new UnsupportedOperationException("not built yet");
    }

    public HealthService health() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Feed feed() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The folder.
    public java.nio.file.Path directory() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Ends the writer thread and closes the store.
    @Override
    public void close() {
        throw new UnsupportedOperationException("not built yet");
    }
}
