package credence.cli;

import credence.service.port.BatchSummary;
import credence.service.port.FileReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/// `imports`: what came in.
@Command(
        name = "imports",
        header = "List what was imported, batch by batch.",
        description = {
            "",
            "With --as-of, only files that hold something known by then: when a file was imported"
                    + " plays no part."
        },
        footer = {
            "",
            "Examples:",
            "  credence imports",
            "  credence imports --json",
            "  credence imports --seen"
        },
        mixinStandardHelpOptions = true)
final class ImportsCommand implements Callable<Integer> {

    private final Desk desk;
    @Mixin private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--seen",
            description =
                    "Tell no more of imports that were broken off because the program was killed.")
    private boolean seen;

    @Mixin private final JsonOption json = new JsonOption();

    ImportsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.read(
                workspace -> {
                    if (seen) {
                        workspace.imports().seen();
                    }
                    List<BatchSummary> batches =
                            workspace.imports().list().stream().filter(this::known).toList();
                    if (json.wanted()) {
                        Json.write(
                                desk.console(),
                                out -> out.array("batches", batches, this::document));
                    } else {
                        print(batches);
                    }
                    return Exit.DONE;
                });
    }

    private boolean known(BatchSummary batch) {
        return asOf.moment().isEmpty() || batch.files().stream().anyMatch(this::known);
    }

    private boolean known(FileReport file) {
        Instant from = file.from();
        return asOf.moment().map(t -> from != null && !from.isAfter(t)).orElse(true);
    }

    private void document(Json out, BatchSummary batch) {
        out.count("batch", batch.batch());
        out.text("kind", batch.kind());
        out.instant("importedAt", batch.importedAt());
        out.instant("withdrawnAt", batch.withdrawnAt());
        out.count("imported", batch.files().stream().mapToLong(FileReport::imported).sum());
        out.array("files", batch.files().stream().filter(this::known).toList(), ImportAnswer::file);
    }

    private void print(List<BatchSummary> batches) {
        if (batches.isEmpty()) {
            desk.console().line("Nothing has been imported yet: credence import FILE…");
            return;
        }
        Table table =
                new Table()
                        .right("batch")
                        .left("kind")
                        .left("imported at (UTC)")
                        .right("files")
                        .right("read")
                        .right("imported")
                        .right("duplicate")
                        .right("skipped")
                        .right("refused")
                        .name("which");
        for (BatchSummary b : batches) {
            List<FileReport> files = b.files();
            table.row(
                    Long.toString(b.batch()),
                    b.kind(),
                    Figures.minute(b.importedAt()),
                    Figures.count(files.size()),
                    Figures.count(files.stream().mapToLong(FileReport::read).sum()),
                    Figures.count(files.stream().mapToLong(FileReport::imported).sum()),
                    Figures.count(files.stream().mapToLong(FileReport::duplicates).sum()),
                    Figures.count(files.stream().mapToLong(FileReport::skippedCount).sum()),
                    Figures.count(files.stream().mapToLong(f -> f.refused().size()).sum()),
                    which(b));
        }
        table.print(desk.console());
        desk.console().line();
        desk.console().line("To take one back: credence undo-import BATCH");
    }

    private static String which(BatchSummary batch) {
        List<FileReport> files = batch.files();
        String names =
                files.isEmpty()
                        ? "–"
                        : files.getFirst().file()
                                + (files.size() > 1 ? " and " + (files.size() - 1) + " more" : "");
        Instant withdrawn = batch.withdrawnAt();
        return withdrawn == null ? names : "undone " + Figures.minute(withdrawn) + ": " + names;
    }
}
