package credence.cli;

import credence.core.regime.Taxonomy;
import credence.core.value.Symbol;
import credence.service.RegimeReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Objects;
import java.util.concurrent.Callable;

/// `regimes`: what a market is doing, has done, and what bots made of it.
@Command(
        name = "regimes",
        header = "Show the regimes of a market: now, over time, and what each bot made of them.",
        description = {
            "",
            "Reads closed candles only: what is shown of a moment is what was known then. Four and"
                    + " seven are read hour by hour, five day by day. Needs bars of the symbol."
        },
        footer = {
            "",
            "Examples:",
            "  credence regimes --symbol ETHUSDT",
            "  credence regimes --symbol SPY --taxonomy five --as-of 2020-03-20",
            "  credence regimes --symbol ETHUSDT --json | jq '.spans[-1]'"
        },
        mixinStandardHelpOptions = true)
final class RegimesCommand implements Callable<Integer> {

    private final Desk desk;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            required = true,
            description = "Symbol whose bars were imported, such as ETHUSDT.")
    private @Nullable Symbol symbol;

    @Option(
            names = "--taxonomy",
            paramLabel = "NAMES",
            defaultValue = "FOUR",
            description = {
                "Which names: four (trending, volatile, ranging, neutral), five (bull momentum,"
                        + " bear defensive, choppy, crisis, theme driven) or seven. Default: four."
            })
    private Taxonomy taxonomy = Taxonomy.FOUR;

    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    RegimesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.read(
                workspace -> {
                    RegimeReport report;
                    try (ProgressLine progress = desk.progress()) {
                        report =
                                workspace
                                        .markets()
                                        .regimes(
                                                Objects.requireNonNull(symbol),
                                                taxonomy,
                                                asOf.moment(),
                                                progress);
                    }
                    if (json.wanted()) {
                        Json.write(desk.console(), out -> RegimesDocument.write(out, report));
                    } else {
                        new RegimesPage(report).print(desk.console());
                    }
                    return Exit.DONE;
                });
    }
}
