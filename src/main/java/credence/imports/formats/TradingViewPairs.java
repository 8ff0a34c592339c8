package credence.imports.formats;

import credence.imports.Cells;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.formats.TradingViewHeader.Column;
import credence.service.port.FileReport.Refusal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the two rows of every trade together by their number; a row without its partner is refused, never half imported.
final class TradingViewPairs {

    private static final String EXPORT_AGAIN =
            "Export the list of trades again; do not edit, sort or cut it.";

    private final Table table;
    private final TradingViewHeader columns;
    private final Cells cells;
    private final TimeColumn times;
    private final Tally tally;
    private final Map<String, Optional<TradingViewType>> types = new HashMap<>();

    TradingViewPairs(
            Table table, TradingViewHeader columns, Cells cells, TimeColumn times, Tally tally) {
        this.table = table;
        this.columns = columns;
        this.cells = cells;
        this.times = times;
        this.tally = tally;
    }

    private record Leg(long number, TradingViewType type, Row row) {}

    /// All whole pairs, by ascending number, which is oldest first.
    List<TradingViewPair> all() {
        Map<Long, List<Leg>> byNumber = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            try {
                Leg leg = leg(row);
                byNumber.computeIfAbsent(leg.number(), n -> new ArrayList<>(2)).add(leg);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        List<TradingViewPair> pairs = new ArrayList<>(byNumber.size());
        byNumber.values().forEach(legs -> pair(legs).ifPresent(pairs::add));
        pairs.sort(Comparator.comparingLong(TradingViewPair::number));
        return pairs;
    }

    private Leg leg(Row row) throws RefusedRow {
        cells.at(row);
        long number;
        try {
            number = Long.parseLong(cells.text(columns.at(Column.NUMBER)));
        } catch (NumberFormatException _) {
            throw cells.refuse(
                    columns.at(Column.NUMBER),
                    "The trade's number is not a whole number.",
                    EXPORT_AGAIN);
        }
        Optional<TradingViewType> type =
                types.computeIfAbsent(cells.text(columns.at(Column.TYPE)), TradingViewType::of);
        if (type.isEmpty()) {
            throw cells.refuse(
                    columns.at(Column.TYPE),
                    "The type says neither entry nor exit of a long or a short.",
                    "Switch TradingView to English and export the list of trades again.");
        }
        return new Leg(number, type.get(), row);
    }

    private Optional<TradingViewPair> pair(List<Leg> legs) {
        Optional<String> wrong = wrong(legs);
        if (wrong.isPresent()) {
            for (Leg leg : legs) {
                tally.refuse(
                        new Refusal(
                                leg.row().line(),
                                columns.name(Column.NUMBER),
                                Long.toString(leg.number()),
                                wrong.get(),
                                EXPORT_AGAIN));
            }
            return Optional.empty();
        }
        Leg in = legs.get(legs.get(0).type().entry() ? 0 : 1);
        Leg out = legs.get(legs.get(0).type().entry() ? 1 : 0);
        try {
            Instant opened = times.read(cell(in, Column.TIME), in.row().line());
            String closing = cell(out, Column.TIME);
            Optional<Instant> closed =
                    closing.isEmpty() || TradingViewOpen.says(closing)
                            ? Optional.empty()
                            : Optional.of(times.read(closing, out.row().line()));
            return Optional.of(
                    new TradingViewPair(
                            in.number(),
                            in.type().direction(),
                            in.row(),
                            out.row(),
                            opened,
                            closed));
        } catch (RefusedRow e) {
            refuseBoth(in.row(), out.row(), e.refusal(), tally);
            return Optional.empty();
        }
    }

    private static Optional<String> wrong(List<Leg> legs) {
        long number = legs.getFirst().number();
        if (legs.size() == 1) {
            return Optional.of(
                    "Trade "
                            + number
                            + " has an "
                            + (legs.getFirst().type().entry() ? "entry" : "exit")
                            + " row and no "
                            + (legs.getFirst().type().entry() ? "exit" : "entry")
                            + " row.");
        }
        String lines =
                " (lines "
                        + String.join(", ", legs.stream().map(l -> "" + l.row().line()).toList())
                        + ").";
        if (legs.size() > 2) {
            return Optional.of(
                    "Trade number "
                            + number
                            + " stands in "
                            + legs.size()
                            + " rows instead of two"
                            + lines);
        }
        if (legs.get(0).type().entry() == legs.get(1).type().entry()) {
            return Optional.of("Both rows of trade " + number + " are of the same kind" + lines);
        }
        return legs.get(0).type().direction() == legs.get(1).type().direction()
                ? Optional.empty()
                : Optional.of(
                        "One row of trade " + number + " is a long, the other a short" + lines);
    }

    private String cell(Leg leg, Column column) {
        return cells.at(leg.row()).text(columns.at(column));
    }

    /// Refuses the row at fault and the row that belongs to it.
    static void refuseBoth(Row entry, Row exit, Refusal cause, Tally tally) {
        Row other = cause.line() == entry.line() ? exit : entry;
        Row faulty = cause.line() == entry.line() ? entry : exit;
        tally.refuse(cause);
        tally.refuse(
                new Refusal(
                        other.line(),
                        "",
                        "",
                        "The other row of this trade, line " + faulty.line() + ", was refused.",
                        "Mend that row; a trade comes in with both its rows."));
    }
}
