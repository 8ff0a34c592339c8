package credence.cli;

import credence.core.value.Symbol;
import credence.service.BarsOfSymbol;
import credence.service.HealthService.Gap;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Skipped;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/// What an import of bars brought: how many, from when to when, and what is missing.
///
/// @param series what the files hold of each symbol
/// @param gaps stretches without bars in all that is held of these symbols, the longest first
record BarsAnswer(ImportAnswer answer, SortedMap<Symbol, BarsOfSymbol> series, List<Gap> gaps) {

    /// Gaps named one by one in the document; all are counted.
    private static final int LISTED = 20;

    private static final int SHOWN = 5;

    /// Bars brought by this import.
    long bars() {
        return answer.files().stream().mapToLong(FileReport::imported).sum();
    }

    /// Bars that were known already, or stand twice in a file.
    long duplicates() {
        return answer.files().stream().mapToLong(f -> f.duplicates() + repeated(f)).sum();
    }

    private static long repeated(FileReport file) {
        return file.skipped().stream()
                .filter(s -> s.reason().equals(FileReport.REPEATED_BAR))
                .mapToLong(Skipped::count)
                .sum();
    }

    /// Rows refused, and files refused as a whole.
    long refused() {
        return answer.files().stream()
                .mapToLong(f -> f.refused().size() + (f.failed() ? 1 : 0))
                .sum();
    }

    @Nullable Instant from() {
        return answer.files().stream()
                .map(FileReport::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable Instant to() {
        return answer.files().stream()
                .map(FileReport::to)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    void write(Json out) {
        out.count("bars", bars());
        out.instant("from", from());
        out.instant("to", to());
        out.count("duplicates", duplicates());
        out.array(
                "series",
                List.copyOf(series.entrySet()),
                (o, s) ->
                        o.text("symbol", s.getKey().name())
                                .count("bars", s.getValue().imported())
                                .count("duplicates", s.getValue().duplicates())
                                .instant("from", s.getValue().from())
                                .instant("to", s.getValue().to()));
        out.count("gaps", gaps.size());
        out.array(
                "largestGaps",
                gaps.subList(0, Math.min(LISTED, gaps.size())),
                (o, g) ->
                        o.text("symbol", g.symbol().name())
                                .text("interval", interval(g.interval()))
                                .instant("from", g.from())
                                .instant("to", g.to())
                                .count("missing", g.missing())
                                .flag("comparedAcross", !g.hole()));
        answer.writeImport(out);
    }

    void print(Console console) {
        console.line(
                Figures.count(bars(), "new bar", "new bars")
                        + ", "
                        + Figures.count(duplicates())
                        + " known already or repeated, from "
                        + Figures.minute(from())
                        + " to "
                        + Figures.minute(to())
                        + " UTC.");
        if (series.size() > 1) {
            printSeries(console);
        }
        long refused = refused();
        console.line(
                gaps.isEmpty()
                        ? refused > 0
                                ? "Of what is held no bar is missing between the first and the"
                                        + " last; what refused rows leave out is said below."
                                : "No bar is missing between the first and the last that are held."
                        : Figures.count(gaps.size(), "stretch", "stretches")
                                + " without bars in all that is held: the market was closed, or"
                                + " something is missing.");
        for (Gap gap : gaps.subList(0, Math.min(SHOWN, gaps.size()))) {
            console.line(
                    "  "
                            + (series.size() > 1 ? gap.symbol() + ", " : "")
                            + Figures.minute(gap.from())
                            + " to "
                            + Figures.minute(gap.to())
                            + ": room for "
                            + Figures.count(gap.missing(), "bar", "bars")
                            + " of "
                            + interval(gap.interval())
                            + (gap.hole() ? "; nothing is compared across it" : ""));
        }
        if (gaps.size() > SHOWN) {
            console.line(
                    "  These are the longest; "
                            + Figures.count(gaps.size() - SHOWN)
                            + " more are shorter.");
        }
        console.line();
    }

    private void printSeries(Console console) {
        Table table =
                new Table()
                        .name("symbol")
                        .right("new bars")
                        .right("known already")
                        .left("from")
                        .left("to");
        series.forEach(
                (symbol, bars) ->
                        table.row(
                                symbol.name(),
                                Figures.count(bars.imported()),
                                Figures.count(bars.duplicates()),
                                Figures.minute(bars.from()),
                                Figures.minute(bars.to())));
        table.print(console);
    }

    /// As `--interval` takes it: 15m, 1h, 1d.
    private static String interval(Duration length) {
        long seconds = length.toSeconds();
        return seconds % 86_400 == 0
                ? seconds / 86_400 + "d"
                : seconds % 3600 == 0
                        ? seconds / 3600 + "h"
                        : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
