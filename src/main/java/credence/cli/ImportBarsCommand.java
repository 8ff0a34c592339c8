package credence.cli;

import credence.core.value.Symbol;
import credence.service.BarsOfSymbol;
import credence.service.HealthService.Gap;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.ImportService;
import credence.service.port.JournalReader.BarOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/// `import-bars`: prices.
@Command(
        name = "import-bars",
        header = "Bring in price bars.",
        description = {
            "",
            "Reads open, high, low, close and volume: CSV with a header, the files of"
                + " QuantConnect's Lean, the JSON of freqtrade and ccxt, each also in .gz or .zip."
                + " Times are those of the bar's open. A column symbol (ticker, pair, …) makes each"
                + " symbol a series of its own; without one, say --symbol."
        },
        footer = {
            "",
            "With --json: bars, duplicates, from and to of all and, in series, of each symbol;"
                + " gaps, their number in all that is held of these symbols; largestGaps, up to 20"
                + " with symbol, interval, from, to, missing (room for so many bars) and"
                + " comparedAcross (false where the gap is so long that nothing is compared across"
                + " it).",
            "",
            "Examples:",
            "  credence import-bars prices-with-symbols.csv",
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
            description = "Symbol of the bars, such as ETHUSDT. Needed where the file names none.")
    private Optional<Symbol> symbol = Optional.empty();

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
                new BarOptions(symbol, interval, zone, replace, keepSpikes, Instant.MAX);
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
                        SortedMap<Symbol, BarsOfSymbol> series = plan.bars();
                        Set<Symbol> symbols = new TreeSet<>(series.keySet());
                        symbol.ifPresent(symbols::add);
                        List<Gap> gaps = workspace.health().gaps(symbols);
                        return desk.tell(
                                answer.status(), () -> print(new BarsAnswer(answer, series, gaps)));
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
