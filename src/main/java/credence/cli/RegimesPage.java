package credence.cli;

import credence.core.performance.ClusteredSample;
import credence.core.regime.Refit;
import credence.core.regime.Taxonomy;
import credence.core.value.BotId;
import credence.service.RegimeReport;
import credence.service.RegimeSpan;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// A market's regimes as text.
final class RegimesPage {

    /// Spans shown; the document has all.
    private static final int LAST = 8;

    private final RegimeReport report;

    RegimesPage(RegimeReport report) {
        this.report = report;
    }

    void print(Console console) {
        console.line(
                report.symbol()
                        + ", "
                        + report.taxonomy().name().toLowerCase(Locale.ROOT)
                        + " regimes; data until "
                        + Figures.minute(report.asOf())
                        + " UTC; intervals hold with 90 %");
        current(console);
        shares(console);
        spans(console);
        results(console);
        days(console);
        restsOnSpells(console);
        card(console);
        if (report.withoutRegime() > 0) {
            console.line();
            console.line(
                    Figures.count(report.withoutRegime(), "outcome was", "outcomes were")
                            + " entered while no regime was read yet.");
        }
    }

    private void current(Console console) {
        RegimeReport.Current now = report.current();
        console.line();
        if (now == null) {
            wrapped(console, report.readiness());
            return;
        }
        wrapped(
                console,
                "Now "
                        + Figures.regime(
                                report.taxonomy() == Taxonomy.SEVEN ? "confidence " : "",
                                now.name())
                        + (report.taxonomy() == Taxonomy.FIVE
                                ? " by the day of " + Figures.dayClosed(now.at()) + "."
                                : " by the candle closed at "
                                        + Figures.minute(now.at())
                                        + " UTC."));
        wrapped(console, now.reason());
    }

    private static void wrapped(Console console, String text) {
        Cell.wrap(Plain.visible(text), console.width()).forEach(console::line);
    }

    private void shares(Console console) {
        console.line();
        Table table =
                new Table()
                        .left("regime")
                        .right("time")
                        .right("spells")
                        .right("mean")
                        .right("median")
                        .left("then");
        for (RegimeReport.Share s : report.shares()) {
            table.row(
                    words(s.regime()),
                    Figures.percent(s.share(), 1),
                    Figures.count(s.spells()),
                    length(s.meanCandles()),
                    length(s.medianCandles()),
                    next(s));
        }
        table.print(console);
    }

    /// Candles as time.
    private String length(OptionalDouble candles) {
        if (candles.isEmpty()) {
            return "–";
        }
        Duration time =
                Duration.ofSeconds(Math.round(candles.getAsDouble() * report.candle().toSeconds()));
        return time.compareTo(Duration.ofDays(2)) < 0
                ? Figures.fixed(time.toSeconds() / 3_600.0, 1) + " h"
                : Figures.fixed(time.toSeconds() / 86_400.0, 1) + " d";
    }

    private static String next(RegimeReport.Share s) {
        int all = s.next().values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                ? "–"
                : String.join(
                        ", ",
                        s.next().entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                                .limit(3)
                                .map(
                                        e ->
                                                words(e.getKey())
                                                        + " "
                                                        + Figures.percent(
                                                                (double) e.getValue() / all, 0))
                                .toList());
    }

    private void spans(Console console) {
        List<RegimeSpan> spans = report.spans();
        if (spans.isEmpty()) {
            return;
        }
        List<RegimeSpan> last = spans.subList(Math.max(0, spans.size() - LAST), spans.size());
        console.line();
        Table table =
                new Table()
                        .left(report.taxonomy() == Taxonomy.FIVE ? "from day" : "from (UTC)")
                        .left(report.taxonomy() == Taxonomy.FIVE ? "until day" : "to")
                        .left("regime")
                        .right(
                                report.taxonomy() == Taxonomy.SEVEN
                                        ? "mean confidence"
                                        : "mean probability");
        for (RegimeSpan span : last.reversed()) {
            table.row(
                    closed(span.from()),
                    closed(span.to()),
                    words(span.regime()),
                    Figures.percent(span.meanProbability(), 0));
        }
        table.print(console);
        if (spans.size() > last.size()) {
            console.line(
                    "The last "
                            + last.size()
                            + " of "
                            + Figures.count(spans.size())
                            + " spans; --json gives all.");
        }
    }

    /// A candle of a day is called by its day, every other by the minute it closed.
    private String closed(Instant at) {
        return report.taxonomy() == Taxonomy.FIVE ? Figures.dayClosed(at) : Figures.minute(at);
    }

    /// One line a bot, mean R by regime at entry.
    private void results(Console console) {
        if (report.results().isEmpty()) {
            return;
        }
        List<String> met =
                report.shares().stream()
                        .map(RegimeReport.Share::regime)
                        .filter(r -> report.results().stream().anyMatch(x -> x.regime().equals(r)))
                        .toList();
        Map<String, Map<String, RegimeReport.Result>> lines = new LinkedHashMap<>();
        for (RegimeReport.Result r : report.results()) {
            lines.computeIfAbsent(name(r.bot()), n -> new LinkedHashMap<>()).put(r.regime(), r);
        }
        console.line();
        wrapped(
                console,
                "Mean R by the regime in force at entry, "
                        + report.costs().words()
                        + "; in brackets how many outcomes"
                        + (report.taxonomy() == Taxonomy.SEVEN
                                ? ":"
                                : " by that name, and how many by the probability of each regime"
                                        + " at entry, by which beliefs count:"));
        Table table = new Table().name("bot");
        met.forEach(regime -> table.right(words(regime)));
        lines.forEach(
                (bot, cells) -> {
                    List<String> row = new ArrayList<>(List.of(bot));
                    met.forEach(regime -> row.add(cell(cells.get(regime))));
                    table.row(row);
                });
        table.print(console);
        for (RegimeReport.Result r : report.results()) {
            if (r.bot() == null) {
                wrapped(
                        console,
                        "All bots, "
                                + words(r.regime())
                                + ": accuracy "
                                + Figures.share(r.accuracy().estimate(), 1)
                                + ", mean R "
                                + Figures.change(r.meanR().estimate(), 2)
                                + " "
                                + report.costs().words()
                                + ", "
                                + Figures.count(r.accuracy().estimate().n(), "outcome", "outcomes")
                                + " in "
                                + Figures.count(r.accuracy().clusters(), "spell", "spells")
                                + net(r)
                                + ".");
            }
        }
    }

    private void restsOnSpells(Console console) {
        wrapped(
                console,
                "Trades entered in one spell ride the same prices: intervals rest on spells, not on"
                        + " outcomes, and there are none below "
                        + ClusteredSample.LEAST
                        + " spells. Duplicate bots count once.");
    }

    /// Money is never charged what is only assumed, so its sign may differ from that of R.
    private static String net(RegimeReport.Result r) {
        return r.net().isEmpty()
                ? ""
                : "; net as stated in the file "
                        + (r.outcomes() > r.accuracy().estimate().n() ? "with duplicates " : "")
                        + String.join(
                                ", ",
                                r.net().entrySet().stream()
                                        .map(
                                                e ->
                                                        Figures.amount(e.getValue(), 2)
                                                                + " "
                                                                + e.getKey())
                                        .toList());
    }

    /// As many as the mean beside it is of: over all bots a duplicate class counts once.
    private static long counted(RegimeReport.Result r) {
        return r.bot() == null ? r.accuracy().estimate().n() : r.outcomes();
    }

    private static String name(@Nullable BotId bot) {
        return bot == null ? "all bots" : bot.name();
    }

    private static String cell(RegimeReport.@Nullable Result r) {
        if (r == null) {
            return "–";
        }
        Double mean = r.meanR().estimate().value();
        return (mean == null ? "–" : Figures.signed(mean, 2))
                + " ("
                + Figures.count(counted(r))
                + (r.effective().isPresent()
                        ? "; " + Figures.fixed(r.effective().getAsDouble(), 1)
                        : "")
                + ")";
    }

    private void days(Console console) {
        if (report.days().isEmpty()) {
            return;
        }
        console.line();
        Table table =
                new Table()
                        .left("entered on")
                        .right("outcomes")
                        .right("spells")
                        .left("accuracy")
                        .left("mean R after costs");
        for (RegimeReport.Day day : report.days()) {
            table.row(
                    words(day.regime())
                            + ", day "
                            + day.day()
                            + (day.day() == 4 ? " or later" : ""),
                    Figures.count(day.outcomes()),
                    Figures.count(day.accuracy().clusters()),
                    Figures.share(day.accuracy().estimate(), 1),
                    Figures.change(day.meanR().estimate(), 2));
        }
        table.print(console);
    }

    private void card(Console console) {
        if (report.modelCard().isEmpty()) {
            return;
        }
        Refit latest = report.modelCard().getFirst();
        console.line();
        console.line(
                "Model of "
                        + Figures.date(latest.at())
                        + ", refitted every Monday on the past alone: "
                        + latest.states()
                        + " states, "
                        + Figures.count(latest.days())
                        + " days.");
        Table table =
                new Table()
                        .right("state")
                        .right("mean a day")
                        .right("volatility a day")
                        .right("stays")
                        .right("time");
        int number = 0;
        for (Refit.State s : latest.list()) {
            table.row(
                    Integer.toString(++number),
                    Figures.signed(100 * s.mean(), 2) + " %",
                    Figures.percent(s.volatility(), 2),
                    s.days().isPresent()
                            ? Figures.fixed(Math.min(s.days().getAsDouble(), 1e6), 1) + " d"
                            : "–",
                    Figures.percent(s.share(), 0));
        }
        table.print(console);
        latest.refused().ifPresent(why -> wrapped(console, "The former fit stays: " + why));
        long refused = report.modelCard().stream().filter(r -> r.refused().isPresent()).count();
        console.line(
                "Of the last "
                        + Figures.count(report.modelCard().size(), "refit", "refits")
                        + " "
                        + Figures.count(refused)
                        + " could not be matched to the one before and "
                        + (refused == 1 ? "was" : "were")
                        + " refused.");
    }

    static String words(String regime) {
        return Taxonomy.words(regime);
    }
}
