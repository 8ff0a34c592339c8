package credence.service.port;

import java.nio.file.Path;

/// One open workspace folder, held exclusively until closed.
public interface WorkspaceStore extends AutoCloseable {

    Path directory();

    FactLog facts();

    Archive archive();

    SnapshotStore snapshots();

    SettingsStore settings();

    AuditLog audit();

    ProfileStore profiles();

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
