package credence.cli;

import credence.core.trust.TrustBoard;
import credence.core.value.Symbol;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.ImportService;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.nio.file.Path;
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
                    + " yours is not touched.",
            ""
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
        SampleSource samples = desk.surroundings().samples();
        List<Path> bars = samples.bars();
        List<Path> journals = samples.journals();
        console.message("Sample data, synthetic: made by this program's own seeded simulator.");
        try (WorkspaceSource.TemporaryWorkspace temporary =
                desk.surroundings().workspaces().openTemporary()) {
            Workspace workspace = temporary.workspace();
            bars.forEach(file -> importBars(workspace, file));
            importJournals(workspace, journals);
            TrustBoard board = workspace.beliefs().trust(Optional.empty());
            if (json.wanted()) {
                Json.write(console, out -> TrustDocument.write(out, board));
            } else {
                new TrustPage(board).print(console);
                console.line();
                console.line("Now yours: credence import FILE…, then credence trust.");
            }
            return Exit.DONE;
        }
    }

    private void importBars(Workspace workspace, Path file) {
        String name = String.valueOf(file.getFileName());
        Symbol symbol = Symbol.of(name.split("-", 2)[0]);
        ImportService imports = workspace.imports();
        try (ProgressLine progress = desk.progress()) {
            ImportPlan plan =
                    imports.planBars(
                            List.of(file),
                            new BarOptions(symbol, Optional.empty(), Optional.empty()),
                            progress);
            finish(imports.commit(plan, progress), "price bars of " + symbol);
        }
    }

    private void importJournals(Workspace workspace, List<Path> files) {
        ImportService imports = workspace.imports();
        try (ProgressLine progress = desk.progress()) {
            ImportPlan plan = imports.plan(files, ImportOptions.DEFAULT, progress);
            finish(
                    imports.commit(plan, progress),
                    "rows of " + Figures.count(files.size(), "journal", "journals"));
        }
    }

    private void finish(ImportResult result, String what) {
        long imported = result.files().stream().mapToLong(f -> f.imported()).sum();
        desk.console().message("Imported " + Figures.count(imported) + " " + what + ".");
    }
}
