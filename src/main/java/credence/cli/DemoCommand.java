package credence.cli;

import credence.core.trust.TrustBoard;
import credence.service.ImportResult;
import credence.service.Workspace;
import credence.service.port.FileReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `demo`: the main job in one command.
@Command(
        name = "demo",
        header = "Import the sample data into a temporary workspace and print the trust board.",
        description = {
            "",
            "Twelve synthetic bots over two years. The temporary workspace is removed at the end;"
                    + " yours is not touched."
        },
        footer = {"", "Example:", "  credence demo"},
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private final Desk desk;
    @Mixin private final JsonOption json = new JsonOption();

    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Console console = desk.console();
        console.message("Sample data, synthetic: made by this program's own seeded simulator.");
        try (WorkspaceSource.TemporaryWorkspace temporary =
                desk.surroundings().workspaces().openTemporary()) {
            Workspace workspace = temporary.workspace();
            List<ImportResult> results;
            try (ProgressLine progress = desk.progress()) {
                results = desk.surroundings().samples().importInto(workspace, progress);
            }
            console.message(imported(results));
            TrustBoard board = workspace.beliefs().trust(Optional.empty());
            if (json.wanted()) {
                Json.write(console, out -> TrustDocument.write(out, board, Optional.empty()));
            } else {
                new TrustPage(board, Optional.empty()).print(console);
                console.line();
                console.line("Now yours: credence import FILE…, then credence trust.");
            }
            return Exit.DONE;
        }
    }

    private static String imported(List<ImportResult> results) {
        long rows = 0;
        long files = 0;
        for (ImportResult result : results) {
            rows += result.files().stream().mapToLong(FileReport::imported).sum();
            files += result.files().size();
        }
        return "Imported "
                + Figures.count(rows, "row", "rows")
                + " of "
                + Figures.count(files, "file", "files")
                + ".";
    }
}
