package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.value.Price;
import credence.imports.Cells;
import credence.imports.Draft;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.TradeDraft;
import credence.imports.formats.metatrader.DealPairs.Levels;
import credence.imports.formats.metatrader.Mt5Section.Kind;
import credence.imports.formats.metatrader.Mt5Section.Line;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads the positions that a MetaTrader 5 report lists, closed and open.
final class Mt5Positions {

    private final Mt5Reading in;

    Mt5Positions(Mt5Reading in) {
        this.in = in;
    }

    private record Position(MtTrade trade, String id, String comment, Levels last) {}

    /// @param fees of the deals, which the list of positions leaves out
    void read(BigDecimal fees) {
        List<Position> read = new ArrayList<>();
        Row sums = null;
        Mt5Section ofSums = null;
        for (Mt5Section s : in.report.all(Kind.POSITIONS)) {
            sums = s.sums;
            ofSums = s;
            for (Line row : s.rows) {
                in.tally.read(1);
                try {
                    read.add(position(s, row));
                } catch (RefusedRow e) {
                    in.tally.refuse(e.refusal());
                }
            }
        }
        for (Position p : read) {
            try {
                MtTrade t = p.trade;
                Instant exitTime = java.util.Objects.requireNonNull(t.exitTime());
                BigDecimal exitPrice = java.util.Objects.requireNonNull(t.exitPrice());
                TradeDraft draft =
                        in.draft(t, t.line(), in.levels.getOrDefault(p.id, Levels.NONE), p.comment)
                                .id(p.id)
                                .exit(exitTime, new Price(exitPrice))
                                .multiplier(in.worthOf(t, exitPrice));
                Mt5Reading.keep(draft, p.last);
                in.journal.add(t.result(draft));
                in.figures.add(t.direction(), t.net(), false);
            } catch (RefusedRow e) {
                in.tally.refuse(e.refusal());
            }
        }
        if (fees.signum() != 0) {
            in.tally.note(
                    "The deals state fees of "
                            + fees.negate().toPlainString()
                            + " that the list of positions leaves out: results are before these"
                            + " fees.");
        }
        if (sums != null && ofSums != null) {
            reconcileSums(ofSums, sums, read);
        }
    }

    private Position position(Mt5Section s, Line row) throws RefusedRow {
        Cells c = s.cells(row.texts(), in.tally);
        BigDecimal commission = c.numberOrNull(s.column("Commission", 10));
        BigDecimal swap = c.numberOrNull(s.column("Swap", 11));
        Instant exitTime = in.times.read(c.text(8), c.line());
        String symbol = c.text(2);
        MtTrade trade =
                new MtTrade(
                        c.line(),
                        1,
                        symbol,
                        MetaTrader.direction(c, 3),
                        volume(c),
                        in.times.read(c.text(0), c.line()),
                        c.number(5),
                        exitTime,
                        c.number(9),
                        c.number(s.column("Profit", 12)),
                        MtCosts.of(commission, null, swap),
                        in.reasons.getOrDefault(symbol + ' ' + exitTime, ExitReason.UNKNOWN));
        in.worth.add(
                symbol,
                trade.direction(),
                trade.lots(),
                trade.entryPrice(),
                java.util.Objects.requireNonNull(trade.exitPrice()),
                trade.profit());
        Levels last =
                new Levels(
                        Mt5Reading.positive(c.numberOrNull(6)),
                        Mt5Reading.positive(c.numberOrNull(7)));
        return new Position(trade, ticket(c), row.hidden(), last);
    }

    private static String ticket(Cells c) throws RefusedRow {
        String ticket = c.text(1);
        if (Draft.numeric(ticket).isEmpty()) {
            throw c.refuse(1, "This is no position number.", MetaTrader.AGAIN);
        }
        return ticket;
    }

    /// `0.05 / 0.10` is the part that was closed and the whole.
    private static BigDecimal volume(Cells c) throws RefusedRow {
        String text = Mt5Section.beforeSlash(c.text(4));
        try {
            BigDecimal volume = NumberStyle.POINT.read(text);
            if (volume != null && volume.signum() > 0) {
                return volume;
            }
        } catch (NumberFormatException _) {
            throw c.refuse(4, "This is not a number.", MetaTrader.AGAIN);
        }
        throw c.refuse(4, "The number must be above zero.", MetaTrader.AGAIN);
    }

    void open(Mt5Section s, Line row) {
        in.tally.read(1);
        Cells c = s.cells(row.texts(), in.tally);
        try {
            BigDecimal price = c.number(8);
            BigDecimal swap = c.numberOrNull(s.column("Swap", 9));
            BigDecimal profit = c.number(s.column("Profit", 10));
            MtTrade t =
                    new MtTrade(
                            c.line(),
                            1,
                            c.text(2),
                            MetaTrader.direction(c, 3),
                            volume(c),
                            in.times.read(c.text(0), c.line()),
                            c.number(5),
                            null,
                            price,
                            profit,
                            MtCosts.of(null, null, swap),
                            ExitReason.UNKNOWN);
            String id = ticket(c);
            TradeDraft draft =
                    in.draft(t, t.line(), in.levels.getOrDefault(id, Levels.NONE), row.hidden())
                            .id(id)
                            .multiplier(in.worthOf(t, price));
            if (!in.report.printed.isEmpty()) {
                Instant printed = in.times.read(in.report.printed, c.line());
                if (!printed.isBefore(t.entryTime())) {
                    draft.mark(printed, new Price(price), t.net());
                }
            }
            in.journal.add(draft);
        } catch (RefusedRow e) {
            in.tally.refuse(e.refusal());
        }
    }

    private void reconcileSums(Mt5Section s, Row sums, List<Position> read) {
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        for (Position p : read) {
            profit = profit.add(p.trade.profit());
            costs = costs.add(MtCosts.totalOf(p.trade.costs()));
        }
        BigDecimal stated = Mt5Reading.number(sums, s.column("Profit", 12));
        if (stated != null) {
            in.totals.hold("Profit of the positions", stated, profit);
        }
        BigDecimal commission = Mt5Reading.number(sums, s.column("Commission", 10));
        BigDecimal swap = Mt5Reading.number(sums, s.column("Swap", 11));
        if (commission != null && swap != null) {
            in.totals.hold("Commission and swap of the positions", commission.add(swap), costs);
        }
    }
}
