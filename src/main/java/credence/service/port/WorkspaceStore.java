package credence.service.port;

import java.nio.file.Path;
import java.util.function.Supplier;

/// One open workspace folder, held exclusively until closed.
public interface WorkspaceStore extends AutoCloseable {

    Path directory();

    FactLog facts();

    Archive archive();

    SnapshotStore snapshots();

    SettingsStore settings();

    AuditLog audit();

    ProfileStore profiles();

    /// Makes one transaction of several changes to facts, settings and audit log: they are there as a whole or not at all, durable on
    /// return.
    ///
    /// @param what was not done if it fails, as the start of a sentence: "The reset was not kept"
    <T> T together(String what, Supplier<T> changes);

    /// Health in words and figures: engine version, schema version, file size, archive size.
    StoreHealth health();

    @Override
    void close();

    record StoreHealth(
            String engine,
            int schemaVersion,
            long databaseBytes,
            long archiveFiles,
            long archiveBytes,
            boolean writable) {}
}
