package credence.testkit;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Desks;
import credence.desktop.desk.WorkspaceDesk;
import credence.imports.formats.StandardFormats;
import credence.service.Workspace;
import credence.service.port.Progress;
import credence.store.H2Workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// Real workspaces in a folder of the test, at a clock that stands still.
public final class StoredDesks implements Desks {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    private final Path folder;

    public StoredDesks(Path folder) {
        this.folder = folder;
    }

    @Override
    public Desk openFirst(Progress progress) {
        return openOwn(progress);
    }

    @Override
    public Desk openOwn(Progress progress) {
        return open(folder.resolve("own"), false);
    }

    @Override
    public Desk openSample(Progress progress) {
        return open(folder.resolve("sample"), true);
    }

    private static Desk open(Path directory, boolean sample) {
        return new WorkspaceDesk(
                Workspace.open(
                        H2Workspace.open(directory, "test", "0", Clock.fixed(NOW, ZoneOffset.UTC)),
                        StandardFormats.reader(),
                        InstantSource.fixed(NOW)),
                sample);
    }
}
