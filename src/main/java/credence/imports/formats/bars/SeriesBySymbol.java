package credence.imports.formats.bars;

import credence.core.value.Symbol;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.BarOptions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The bars of one file, those of each symbol a series of its own.
final class SeriesBySymbol {

    /// Symbols named one by one; all are counted.
    private static final int NAMED = 10;

    private final String timeColumn;
    private final BarOptions options;
    private final Tally tally;
    private final Map<Symbol, BarSeries> series = new TreeMap<>();

    /// @param timeColumn name of the column that holds the times, for messages
    SeriesBySymbol(String timeColumn, BarOptions options, Tally tally) {
        this.timeColumn = timeColumn;
        this.options = options;
        this.tally = tally;
    }

    /// The symbol of a file that names none itself.
    ///
    /// @throws UnreadableFile when the trader has not said it
    Symbol said() throws UnreadableFile {
        return said(options);
    }

    static Symbol said(BarOptions options) throws UnreadableFile {
        return options.symbol()
                .orElseThrow(
                        () ->
                                new UnreadableFile(
                                        "The file does not say of which symbol its bars are.",
                                        "Say it: --symbol ETHUSDT. Or name it in a column symbol,"
                                                + " where a file holds several."));
    }

    /// The figures of a row, still to be read.
    @FunctionalInterface
    interface Figures {
        BarRow read() throws RefusedRow;
    }

    /// Takes a bar in, or refuses its row for its figures.
    ///
    /// @param time of its open
    /// @return the bar, null when it was refused
    @Nullable BarRow add(Symbol symbol, Instant time, Figures figures) {
        BarSeries of =
                series.computeIfAbsent(symbol, s -> new BarSeries(timeColumn, s, options, tally));
        try {
            BarRow row = figures.read();
            of.add(row);
            return row;
        } catch (RefusedRow e) {
            tally.refuse(e.refusal());
            of.refusedAt(time);
            return null;
        }
    }

    /// Brings all bars into the tally.
    ///
    /// @throws UnreadableFile when the interval of a symbol cannot be told
    void accept() throws UnreadableFile {
        boolean several = series.size() > 1;
        List<String> counts = new ArrayList<>();
        for (Map.Entry<Symbol, BarSeries> one : series.entrySet()) {
            counts.add(one.getKey() + " (" + one.getValue().size() + ")");
            try {
                one.getValue().accept(several ? one.getKey() + ": " : "");
            } catch (UnreadableFile e) {
                throw several ? of(one.getKey(), e.refusal()) : e;
            }
        }
        if (several) {
            tally.note(
                    "The file holds bars of "
                            + series.size()
                            + " symbols, each a series of its own: "
                            + String.join(", ", counts.subList(0, Math.min(NAMED, counts.size())))
                            + (counts.size() > NAMED
                                    ? " and " + (counts.size() - NAMED) + " more."
                                    : "."));
        }
    }

    private static UnreadableFile of(Symbol symbol, Refusal why) {
        return new UnreadableFile(
                why.line(), why.column(), why.value(), symbol + ": " + why.reason(), why.remedy());
    }
}
