package credence.cli;

import credence.service.BrokenImport;
import credence.service.ServiceException;
import credence.service.Workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToIntFunction;

/// Where a command works: the chosen workspace, opened for as long as the command lasts, and the console.
final class Desk {

    private final Surroundings surroundings;
    private final WorkspaceOption option;
    private final Stopping stopping;
    private final WorkspaceTurn turn;

    Desk(Surroundings surroundings, WorkspaceOption option, Stopping stopping) {
        this.surroundings = surroundings;
        this.option = option;
        this.stopping = stopping;
        this.turn = new WorkspaceTurn(surroundings.workspaces(), surroundings.console(), stopping);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Console console() {
        return surroundings.console();
    }

    Path directory() {
        return option.directory().orElseGet(() -> surroundings.workspaces().defaultDirectory());
    }

    ProgressLine progress() {
        return new ProgressLine(console(), InstantSource.system(), stopping);
    }

    /// Whether the program was told to stop while it changes something.
    boolean stopped() {
        return stopping.asked();
    }

    /// What was told to stop has done so in its own way, and said it.
    void endsAsTold() {
        stopping.told();
    }

    /// Answers a question. A folder that does not exist is not made for it: the answer is that of an empty workspace.
    int read(ToIntFunction<Workspace> question) {
        Path directory = directory();
        if (Files.exists(directory)) {
            try (Workspace workspace = turn.open(directory)) {
                tellBroken(workspace);
                return question.applyAsInt(workspace);
            }
        }
        console()
                .message(
                        "There is no workspace at "
                                + directory
                                + " yet, so nothing is known. Import files to make one.");
        return readNothing(question);
    }

    /// Answers a question to which no workspace matters: what the program itself can do.
    int readNothing(ToIntFunction<Workspace> question) {
        try (WorkspaceSource.TemporaryWorkspace empty = surroundings.workspaces().openTemporary()) {
            return question.applyAsInt(empty.workspace());
        }
    }

    /// Changes something. If the program is told to stop meanwhile, see [Stopping]. If afterwards the answer cannot be written, the change stands and the message says so.
    int change(ToIntFunction<Workspace> deed) {
        stopping.begin();
        try (Workspace workspace = turn.open(directory())) {
            tellBroken(workspace);
            return deed.applyAsInt(workspace);
        }
    }

    /// Changes something in a workspace that must be there already.
    int changeExisting(ToIntFunction<Workspace> deed) {
        if (!Files.exists(directory())) {
            throw new ServiceException(
                    "There is no workspace at "
                            + directory()
                            + " yet. Import files to make one, or name another with --workspace.");
        }
        return change(deed);
    }

    /// Says which imports were broken off, until they are done again.
    private void tellBroken(Workspace workspace) {
        List<BrokenImport> broken = workspace.imports().broken();
        if (!broken.isEmpty()) {
            console().message(BrokenImport.words(broken, at -> Figures.minute(at) + " UTC"));
            console().message("This is told until then, or until: credence imports --seen");
        }
    }

    /// Runs what only prints the result of a change that is kept already.
    int tell(int status, Runnable printing) {
        try {
            printing.run();
            console().flush();
            return status;
        } catch (OutputLost lost) {
            console()
                    .message(
                            "credence: the change was made and is kept, but its result could not be"
                                    + " written to standard output ("
                                    + lost.getMessage()
                                    + ").");
            return Exit.PARTLY;
        }
    }
}
