package credence.app;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Desks;
import credence.desktop.desk.WorkspaceDesk;
import credence.service.ServiceException;
import credence.service.Workspace;
import credence.service.port.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;

/// The two workspaces of the desktop: the trader's own, and the sample that opens by itself while there is no own one.
final class WorkspaceDesks implements Desks {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceDesks.class);
    private static final String FACE = "desktop";
    private static final String SAMPLE = "ui.sample";
    private static final String LOADED = "ui.sampleLoaded";

    private final StoredWorkspaces workspaces;
    private final Samples samples;
    private final Path own;
    private final Path sample;
    private final boolean sampleFirst;

    /// @param own the trader's workspace
    /// @param sample where the sample is kept
    /// @param sampleFirst whether the sample opens by itself while there is no own workspace
    WorkspaceDesks(
            StoredWorkspaces workspaces,
            Samples samples,
            Path own,
            Path sample,
            boolean sampleFirst) {
        this.workspaces = workspaces;
        this.samples = samples;
        this.own = own;
        this.sample = sample;
        this.sampleFirst = sampleFirst;
    }

    @Override
    public Desk openFirst(Progress progress) {
        if (sampleFirst && !Files.exists(own.resolve("credence.mv.db"))) {
            try {
                return openSample(progress);
            } catch (ServiceException e) {
                LOG.warn("The sample cannot be shown; an empty workspace is", e);
            }
        }
        return openOwn(progress);
    }

    @Override
    public Desk openOwn(Progress progress) {
        return new WorkspaceDesk(workspaces.open(own, FACE), false);
    }

    @Override
    public Desk openSample(Progress progress) {
        samples.folder();
        Workspace workspace = workspaces.open(sample, FACE);
        try {
            if (!workspace.settings().get(LOADED).value().equals("yes")) {
                workspace.settings().set(SAMPLE, "true");
                // Importing again what came in before an interruption changes nothing.
                var unused = samples.importInto(workspace, progress);
                workspace.settings().set(LOADED, "yes");
            }
            return new WorkspaceDesk(workspace, true);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }
}
