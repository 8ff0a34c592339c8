package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.imports.Cells;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.imports.formats.metatrader.DealPairs.Levels;
import credence.imports.formats.metatrader.Mt5Section.Kind;
import credence.imports.formats.metatrader.Mt5Section.Line;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads one MetaTrader 5 report: its positions where it lists them, else the round trips of its deals.
final class Mt5Reader {

    private final Mt5Reading in;

    private BigDecimal fees = BigDecimal.ZERO;
    private final Mt5Balance balance = new Mt5Balance();

    Mt5Reader(Mt5Report report, boolean tester, ImportOptions options, Tally tally)
            throws UnreadableFile {
        this.in = new Mt5Reading(report, tester, options, tally);
    }

    void read() {
        boolean positions = in.report.has(Kind.POSITIONS);
        for (Mt5Section section : in.report.all(Kind.ORDERS)) {
            section.rows.forEach(row -> order(section, row.texts()));
        }
        List<Deal> deals = new ArrayList<>();
        for (Mt5Section section : in.report.all(Kind.DEALS)) {
            for (Line row : section.rows) {
                deal(section, row.texts(), positions, deals);
            }
        }
        for (Mt5Section section : in.report.all(Kind.WORKING_ORDERS)) {
            for (Line each : section.rows) {
                in.tally.read(1);
                in.tally.skip("order that was still working", each.texts());
            }
        }
        Mt5Positions listed = new Mt5Positions(in);
        if (positions) {
            listed.read(fees);
        } else {
            new Mt5Deals(in).read(deals);
        }
        for (Mt5Section section : in.report.all(Kind.OPEN_POSITIONS)) {
            section.rows.forEach(row -> listed.open(section, row));
        }
        in.journal.acceptAll(in.tally);
        reconcile();
        in.times.noteRepeatedHours(in.tally);
    }

    private void order(Mt5Section section, Row row) {
        in.tally.read(1);
        Cells c = section.cells(row, in.tally);
        boolean wide = row.size() > 5 && row.cell(5).isEmpty();
        int shift = wide ? 1 : 0; // the volume may cover two columns
        try {
            BigDecimal stop = Mt5Reading.positive(c.numberOrNull(6 + shift));
            BigDecimal take = Mt5Reading.positive(c.numberOrNull(7 + shift));
            in.levels.put(c.text(1), new Levels(stop, take));
        } catch (RefusedRow _) {
            in.levels.remove(
                    c.text(1)); // an order's levels are no result: without them nothing is wrong
        }
        boolean filled =
                java.util.Arrays.stream(Mt4Statement.cells(row))
                        .anyMatch(cell -> cell.equalsIgnoreCase("filled"));
        in.tally.skip(
                filled ? "order whose execution is read elsewhere" : "order that was not filled",
                row);
    }

    /// Sorts a row of the deals: cash, an execution to be paired, or one that a position holds already.
    private void deal(Mt5Section s, Row row, boolean positions, List<Deal> deals) {
        in.tally.read(1);
        Cells c = s.cells(row, in.tally);
        int width = s.header.size();
        int last = width - 1;
        try {
            BigDecimal profit = c.numberOrNull(s.column("Profit", last - 2));
            BigDecimal swap = c.numberOrNull(s.column("Swap", last - 3));
            BigDecimal fee = c.numberOrNull(s.column("Fee", width >= 14 ? last - 4 : -1));
            BigDecimal commission =
                    c.numberOrNull(s.column("Commission", width >= 14 ? last - 5 : last - 4));
            MtCosts costs = MtCosts.of(commission, fee, swap);
            String type = c.text(3).toLowerCase(Locale.ROOT);
            balance.add(
                    c.text(0),
                    type,
                    Mt5Reading.zero(profit),
                    costs,
                    Mt5Reading.number(row, s.column("Balance", last - 1)));
            if (!type.equals("buy") && !type.equals("sell")) {
                in.tally.skip(
                        type.equals("balance")
                                ? "deposit or withdrawal"
                                : "cash row (" + (type.isEmpty() ? "no type" : type) + ")",
                        row);
                return;
            }
            Instant time = in.times.read(c.text(0), c.line());
            String comment = c.text(s.column("Comment", last));
            if (positions) {
                fees = fees.add(Mt5Reading.zero(fee));
                in.reasons.merge(
                        c.text(2) + ' ' + time,
                        Comments.reason(comment),
                        (a, b) -> a == ExitReason.UNKNOWN || a == b ? b : a);
                in.tally.skip("execution of a position that is listed", row);
                return;
            }
            deals.add(
                    new Deal(
                            c.line(),
                            c.text(1),
                            time,
                            c.text(2),
                            MetaTrader.direction(c, 3),
                            direction(c),
                            c.positive(s.column("Volume", 5)),
                            c.number(s.column("Price", 6)),
                            c.text(s.column("Order", 7)),
                            costs,
                            Mt5Reading.zero(profit),
                            comment));
        } catch (RefusedRow e) {
            in.tally.refuse(e.refusal());
        }
    }

    private static String direction(Cells c) throws RefusedRow {
        String direction = c.text(4).toLowerCase(Locale.ROOT);
        return switch (direction) {
            case "in", "out", "in/out", "out by" -> direction;
            default ->
                    throw c.refuse(
                            4, "The direction is none of in, out, in/out.", MetaTrader.AGAIN);
        };
    }

    private void reconcile() {
        in.figures.hold(in.report.labels, in.totals, in.tally);
        BigDecimal end = null;
        for (Mt5Section s : in.report.all(Kind.DEALS)) {
            Row sums = s.sums;
            if (sums != null) {
                int last = s.header.size() - 1;
                BigDecimal profit = Mt5Reading.number(sums, s.column("Profit", last - 2));
                if (profit != null && in.tester) {
                    in.totals.hold("Sum of the deals' results", profit, in.figures.net());
                }
                end = Mt5Reading.number(sums, s.column("Balance", last - 1));
                if (end != null && in.tester) {
                    in.totals.hold("Final balance", end, balance.change());
                }
            }
        }
        if (!in.tester) {
            balance.hold(in.report.balance, end, in.figures.net(), in.totals, in.tally);
        }
    }
}
