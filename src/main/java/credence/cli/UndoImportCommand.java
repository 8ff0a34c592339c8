package credence.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `undo-import`: takes a batch back.
@Command(
        name = "undo-import",
        header = "Take back one whole import; beliefs are as if it had never been.",
        description = {
            "",
            "Rows that another import states too stay. `imports` lists the batches. Importing the"
                    + " same files again brings all of it back."
        },
        footer = {"", "Example:", "  credence undo-import 3"},
        mixinStandardHelpOptions = true)
final class UndoImportCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "BATCH", description = "Number of the batch.")
    private long batch;

    @Mixin private final JsonOption json = new JsonOption();

    UndoImportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.changeExisting(
                workspace -> {
                    String stateHash = workspace.imports().undo(batch);
                    return desk.tell(Exit.DONE, () -> print(stateHash));
                });
    }

    private void print(String stateHash) {
        if (json.wanted()) {
            Json.write(
                    desk.console(),
                    out ->
                            out.count("batch", batch)
                                    .flag("withdrawn", true)
                                    .text("stateHash", stateHash));
        } else {
            desk.console()
                    .line(
                            "Batch "
                                    + batch
                                    + " is taken back; beliefs are as if it had never been.");
        }
    }
}
