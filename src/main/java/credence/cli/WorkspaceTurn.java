package credence.cli;

import credence.service.Workspace;
import credence.service.port.WorkspaceInUse;

import java.nio.file.Path;
import java.time.Duration;

/// Opens a workspace that another program may have for a moment: two commands of a script at once each get their turn. One that is held
/// for longer, by an open window, is given up with the message that names its holder.
final class WorkspaceTurn {

    /// Longer than a command that reads, shorter than anyone likes to wait for a refusal.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Until here a wait is not worth a word.
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final Duration STEP = Duration.ofMillis(50);

    private final WorkspaceSource workspaces;
    private final Console console;
    private final Stopping stopping;

    WorkspaceTurn(WorkspaceSource workspaces, Console console, Stopping stopping) {
        this.workspaces = workspaces;
        this.console = console;
        this.stopping = stopping;
    }

    /// @throws credence.service.port.StoreException when it cannot be opened
    Workspace open(Path directory) {
        long begun = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return workspaces.open(directory);
            } catch (WorkspaceInUse held) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                if (waited.compareTo(PATIENCE) >= 0 || stopping.asked() || !slept()) {
                    throw held;
                }
                if (!told && waited.compareTo(SILENCE) >= 0) {
                    told = true;
                    console.message(
                            "Waiting up to "
                                    + PATIENCE.toSeconds()
                                    + " seconds for "
                                    + held.holder()
                                    + ", which is using this workspace.");
                }
            }
        }
    }

    /// @return whether nobody interrupted it
    private static boolean slept() {
        try {
            Thread.sleep(STEP);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
