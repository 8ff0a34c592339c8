package credence.cli;

import credence.core.value.Symbol;
import credence.service.HealthService.Gap;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.ImportService;
import credence.service.port.JournalReader.BarOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `import-bars`: prices.
@Command(
        name = "import-bars",
        header = "Bring in price bars of one symbol.",
        description = {
            "",
            "Reads open, high, low, close and volume: CSV with a header, the files of"
                + " QuantConnect's Lean, the JSON of freqtrade and ccxt, each also in .gz or .zip."
                + " Times are those of the bar's open."
        },
        footer = {
            "",
            "Example:",
            "  credence import-bars ETHUSDT-15m.csv --symbol ETHUSDT --interval 15m --zone UTC"
        },
        mixinStandardHelpOptions = true)
final class ImportBarsCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to bring in.")
    private List<Path> files = List.of();

    @Option(
            names = "--symbol",
            paramLabel = "S",
            required = true,
            description = "Symbol of the bars, such as ETHUSDT.")
    private @Nullable Symbol symbol;

    @Option(
            names = "--interval",
            paramLabel = "I",
            description = "Length of a bar: 15m, 1h, 1d. Default: the most common distance.")
    private Optional<Duration> interval = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times that state none: +08:00, Europe/Berlin, UTC.")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--replace",
            description = "Replace bars that are known with other values, rather than refuse them.")
    private boolean replace;

    @Option(
            names = "--keep-spikes",
            description =
                    "Keep wicks more than ten times away from open and close. Default: cut them.")
    private boolean keepSpikes;

    @Mixin private final JsonOption json = new JsonOption();

    ImportBarsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        BarOptions options =
                new BarOptions(Objects.requireNonNull(symbol), interval, zone, replace, keepSpikes);
        return desk.change(
                workspace -> {
                    ImportService imports = workspace.imports();
                    try (ProgressLine progress = desk.progress()) {
                        ImportPlan plan = imports.planBars(files, options, progress);
                        ImportResult result =
                                plan.bringsSomething()
                                        ? imports.commit(plan, progress)
                                        : imports.dryRun(plan);
                        progress.close();
                        ImportAnswer answer = new ImportAnswer(plan, result, false);
                        List<Gap> gaps = workspace.health().gaps(options.symbol());
                        return desk.tell(
                                answer.status(), () -> print(new BarsAnswer(answer, gaps)));
                    }
                });
    }

    private void print(BarsAnswer bars) {
        if (json.wanted()) {
            Json.write(desk.console(), bars::write);
        } else {
            bars.print(desk.console());
        }
        new ImportPage(bars.answer()).print(desk.console(), json.wanted());
    }
}
