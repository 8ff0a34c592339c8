package credence.app;

import credence.cli.Window;
import credence.desktop.Desktop;
import credence.service.ServiceException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The desktop and whether there is a screen for it.
final class Screen implements Window {

    private final Map<String, String> environment;
    private final Folders folders;
    private final StoredWorkspaces workspaces;
    private final Samples samples;
    private final Faults faults;

    Screen(
            Map<String, String> environment,
            Folders folders,
            StoredWorkspaces workspaces,
            Samples samples,
            Faults faults) {
        this.environment = environment;
        this.folders = folders;
        this.workspaces = workspaces;
        this.samples = samples;
        this.faults = faults;
    }

    @Override
    public boolean possible() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || "Headless".equalsIgnoreCase(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /// A workspace named by the user opens as it is; the usual one makes way for the sample while it does not exist.
    @Override
    public int show(Path workspace) {
        boolean usual = workspace.equals(folders.workspace());
        WorkspaceDesks desks =
                new WorkspaceDesks(
                        workspaces, samples, workspace, folders.sampleWorkspace(), usual);
        MemoryFile memory = new MemoryFile(workspace);
        try {
            return new Desktop(desks, memory, faults).run() ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (UnsupportedOperationException noDisplay) {
            ServiceException failure =
                    new ServiceException(
                            "No window can be shown here: there is no display. Use a command"
                                    + " instead; credence --help lists them.");
            failure.initCause(noDisplay);
            throw failure;
        } finally {
            memory.save();
        }
    }
}
