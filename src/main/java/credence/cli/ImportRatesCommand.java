package credence.cli;

import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.ImportService;
import credence.service.port.ImportOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `import-rates`: dated exchange rates.
@Command(
        name = "import-rates",
        header = "Bring in dated exchange rates.",
        description = {
            "",
            "A CSV file with the columns date, from, to, rate: one unit of the first currency is"
                    + " worth so many of the second. With them fees paid in another coin count, and"
                    + " totals come in the base currency (settings set base_currency EUR). Of"
                    + " several rates of a day the later counts, also over those known before;"
                    + " `undo-import` takes them back."
        },
        footer = {"", "Example:", "  credence import-rates ecb.csv"},
        mixinStandardHelpOptions = true)
final class ImportRatesCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to bring in.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Only say what would be imported.")
    private boolean dryRun;

    @Mixin private final JsonOption json = new JsonOption();

    ImportRatesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        ImportOptions d = ImportOptions.DEFAULT;
        ImportOptions options =
                new ImportOptions(
                        Optional.of("credence-rates"),
                        d.bot(),
                        d.account(),
                        d.symbol(),
                        d.zone(),
                        d.currency(),
                        d.source(),
                        d.date(),
                        d.profile(),
                        false,
                        true);
        return desk.change(
                workspace -> {
                    ImportService imports = workspace.imports();
                    try (ProgressLine progress = desk.progress()) {
                        ImportPlan plan = imports.plan(files, options, progress);
                        ImportResult result =
                                dryRun || !plan.bringsSomething()
                                        ? imports.dryRun(plan)
                                        : imports.commit(plan, progress);
                        progress.close();
                        ImportAnswer answer = new ImportAnswer(plan, result, dryRun);
                        return desk.tell(answer.status(), () -> print(answer));
                    }
                });
    }

    private void print(ImportAnswer answer) {
        if (json.wanted()) {
            Json.write(
                    desk.console(),
                    out -> {
                        out.count(
                                "rates",
                                answer.files().stream().mapToLong(f -> f.imported()).sum());
                        answer.writeImport(out);
                        out.texts("remarks", answer.result().remarks());
                    });
        }
        new ImportPage(answer).print(desk.console(), json.wanted());
    }
}
