package credence.cli;

import credence.core.market.Episode;
import credence.core.market.Situation;
import credence.core.market.SituationLibrary.Neighbour;
import credence.core.market.SituationLibrary.Shelf;
import credence.core.market.SituationWords;
import credence.core.market.Tally;
import credence.core.performance.ClusteredSample;
import credence.core.value.BotId;
import credence.core.value.Symbol;
import credence.service.ServiceException;
import credence.service.SituationReport;
import credence.service.SituationResults;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;

/// `situations`: what kind of moment this is, when it was like this before, and what came of it.
@Command(
        name = "situations",
        header = "Show what kind of moment a market is in, and what came of moments like it.",
        description = {
            "",
            "A situation is the regime, volatility, volume, momentum, correlation to the benchmark"
                    + " and session of a moment. Needs bars of the symbol."
        },
        footer = {
            "",
            "Examples:",
            "  credence situations",
            "  credence situations --symbol ETHUSDT --as-of 2025-06-30T14:00:00Z",
            "  credence situations --json | jq '.library[0]'"
        },
        mixinStandardHelpOptions = true)
final class SituationsCommand implements Callable<Integer> {

    /// Lines shown; the document has all.
    private static final int SHOWN = 10;

    private final Desk desk;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description =
                    "Symbol whose bars were imported. Default: the benchmark, or the one traded"
                            + " most lately.")
    private @Nullable Symbol symbol;

    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    SituationsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.read(
                workspace -> {
                    Symbol asked =
                            Optional.ofNullable(symbol)
                                    .or(() -> workspace.markets().foremost())
                                    .orElseThrow(SituationsCommand::withoutBars);
                    SituationReport report;
                    try (ProgressLine progress = desk.progress()) {
                        report = workspace.markets().situations(asked, asOf.moment(), progress);
                    }
                    if (json.wanted()) {
                        Json.write(desk.console(), out -> document(out, report));
                    } else {
                        print(report);
                    }
                    return Exit.DONE;
                });
    }

    private static ServiceException withoutBars() {
        return new ServiceException(
                "There are no bars of any symbol: nothing is known of a market. Import some:"
                        + " credence import-bars FILE --symbol S.");
    }

    private static void document(Json out, SituationReport report) {
        out.text("symbol", report.symbol().name());
        out.instant("asOf", report.asOf());
        out.object("current", o -> situation(o, report.now()));
        out.texts("missing", report.missing());
        out.number("effectiveMeetings", report.neighbours().effectiveMeetings());
        out.number("effectiveOutcomes", report.results().effectiveOutcomes());
        out.number("effectiveSpells", report.results().effectiveSpells());
        out.estimate("meanR", report.results().alike());
        out.array(
                "neighbours",
                report.neighbours().neighbours(),
                (o, n) -> {
                    o.number("weight", n.weight());
                    shelf(o, n.shelf(), report);
                });
        out.array("library", report.situations(), (o, s) -> shelf(o, s, report));
        out.array("episodes", report.episodes(), SituationsCommand::episode);
    }

    static void situation(Json out, Situation s) {
        out.text("words", SituationWords.of(s));
        out.text("regime", name(s.regime()));
        out.text("volatility", name(s.volatility()));
        out.text("volume", name(s.volume()));
        out.text("momentum", name(s.momentum()));
        out.text("correlation", name(s.correlation()));
        out.text("session", s.session().name());
    }

    private static String name(Optional<? extends Enum<?>> field) {
        return field.isPresent() ? field.get().name() : "UNKNOWN";
    }

    private static void shelf(Json out, Shelf s, SituationReport report) {
        out.object("situation", o -> situation(o, s.situation()));
        out.count("met", s.met());
        out.count("candles", s.candles());
        out.instant("first", s.first());
        out.instant("last", s.last());
        counts(out, s.trades());
        out.estimate("meanR", report.results().of(s.situation()));
    }

    private static void episode(Json out, Episode e) {
        out.object("situation", o -> situation(o, e.situation()));
        out.instant("from", e.from());
        out.instant("to", e.to());
        out.count("candles", e.candles());
        out.flag("running", e.running());
        out.array(
                "bots",
                e.bots().entrySet(),
                (o, bot) -> {
                    o.text("bot", bot.getKey().name());
                    tally(o, bot.getValue());
                });
    }

    private static void tally(Json out, Tally t) {
        counts(out, t);
        out.number("meanR", RegimesDocument.boxed(t.meanR()));
    }

    private static void counts(Json out, Tally t) {
        out.count("entries", t.entries());
        out.count("outcomes", t.outcomes());
        out.number("wins", t.wins());
    }

    private void print(SituationReport report) {
        Console console = desk.console();
        console.line(
                report.symbol()
                        + "; data until "
                        + Figures.minute(report.asOf())
                        + " UTC: "
                        + report.words()
                        + ".");
        if (!report.missing().isEmpty()) {
            console.line("Not known: " + String.join(", ", report.missing()) + ".");
        }
        console.line();
        console.line(
                "Moments like this one, by likeness (1 is the same; half for each step apart):");
        Table near = library(new Table().right("likeness"));
        for (Neighbour n : first(report.neighbours().neighbours())) {
            near.row(cells(Figures.fixed(n.weight(), 3), n.shelf(), report));
        }
        near.print(console);
        alike(report).forEach(console::line);
        console.line();
        console.line(
                "The ones met most often, of "
                        + Figures.count(report.situations().size(), "situation", "situations")
                        + ":");
        Table most = library(new Table().right("#"));
        int rank = 0;
        for (Shelf s : first(report.situations())) {
            most.row(cells(Integer.toString(++rank), s, report));
        }
        most.print(console);
        console.line();
        console.line("The latest episodes:");
        Table episodes =
                new Table().left("from (UTC)").left("to").name("situation").left("who traded");
        for (Episode e : first(report.episodes())) {
            episodes.row(
                    Figures.minute(e.from()),
                    e.running() ? "now" : Figures.minute(e.to()),
                    SituationWords.of(e.situation()),
                    who(e, report.repeating()));
        }
        episodes.print(console);
    }

    private static List<String> alike(SituationReport report) {
        SituationResults results = report.results();
        String speak =
                "Together they speak as "
                        + Figures.fixed(report.neighbours().effectiveMeetings(), 1)
                        + " meetings";
        if (results.alike().clusters() == 0) {
            return List.of(speak + " would; no trade entered in one of them has closed.");
        }
        return List.of(
                speak
                        + " and "
                        + Figures.fixed(results.effectiveOutcomes(), 1)
                        + " outcomes of "
                        + Figures.fixed(results.effectiveSpells(), 1)
                        + " spells would; mean R "
                        + Figures.change(results.alike().estimate(), 2)
                        + ".",
                "Duplicate bots count once. Trades entered in one spell of a regime ride the same"
                        + " prices: the interval (90 %) rests on spells, "
                        + ClusteredSample.LEAST
                        + " at least.");
    }

    private static Table library(Table table) {
        return table.name("situation")
                .right("met")
                .right("candles")
                .right("entries")
                .right("mean R");
    }

    private static List<String> cells(String first, Shelf s, SituationReport report) {
        return List.of(
                first,
                SituationWords.of(s.situation()),
                Figures.count(s.met()),
                Figures.count(s.candles()),
                Figures.count(s.trades().entries()),
                Figures.change(report.results().of(s.situation()).estimate(), 2));
    }

    private static String mean(OptionalDouble r) {
        return r.isPresent() ? Figures.signed(r.getAsDouble(), 2) : "–";
    }

    private static String who(Episode e, Set<BotId> repeating) {
        if (e.bots().isEmpty()) {
            return "nobody";
        }
        Tally all = e.total(repeating);
        String who =
                e.bots().size() == 1
                        ? e.bots().firstKey().name()
                        : Figures.count(e.bots().size()) + " bots";
        return who
                + ", "
                + Figures.count(all.entries(), "entry", "entries")
                + ", mean R "
                + mean(all.meanR());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }
}
