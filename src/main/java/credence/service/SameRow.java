package credence.service;

import credence.core.fact.Bar;
import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;

import java.math.BigDecimal;
import java.util.Optional;

/// Whether two rows under one key say the same: what, when, how much, at what price, with what result. 1.50 is 1.5.
///
/// Columns that nobody asked for may differ: a later export sums up anew. What moves a belief or its risk (see [Telling]) may be stated by one
/// and not by the other: then they are two tellings of one row. Two that contradict each other are not the same.
final class SameRow {

    private SameRow() {}

    static boolean says(SourceRow a, SourceRow b) {
        return switch (a) {
            case TradeRecord x ->
                    b instanceof TradeRecord y
                            && sameTrade(x, y)
                            && sameMark(x.mark(), y.mark())
                            && Telling.of(x).equals(Telling.of(y));
            case Fill x ->
                    b instanceof Fill y && sameFill(x, y) && Telling.of(x).equals(Telling.of(y));
            case Prediction x -> b instanceof Prediction y && samePrediction(x, y);
            case Bar x -> x.equals(b);
            case Rate x ->
                    b instanceof Rate y && x.key().equals(y.key()) && same(x.rate(), y.rate());
        };
    }

    /// Whether two rows may be two moments of one trade, open with one mark and another, or open and then closed (a stop may have been moved
    /// in between); or two tellings of one row.
    static boolean agree(SourceRow a, SourceRow b) {
        return switch (a) {
            case TradeRecord x when b instanceof TradeRecord y ->
                    (x.isOpen() || y.isOpen())
                            ? sameEntry(x, y)
                            : sameTrade(x, y) && Telling.of(x).agrees(Telling.of(y));
            case Fill x when b instanceof Fill y ->
                    sameFill(x, y) && Telling.of(x).agrees(Telling.of(y));
            default -> false;
        };
    }

    private static boolean sameTrade(TradeRecord x, TradeRecord y) {
        return sameEntry(x, y)
                && x.exit().isPresent() == y.exit().isPresent()
                && (x.exit().isEmpty() || sameExit(x.exit().get(), y.exit().orElseThrow()));
    }

    private static boolean sameEntry(TradeRecord x, TradeRecord y) {
        return x.symbol().equals(y.symbol())
                && x.direction() == y.direction()
                && x.entryTime().equals(y.entryTime())
                && same(x.quantity().value(), y.quantity().value())
                && same(x.entryPrice().value(), y.entryPrice().value())
                && x.currency().equals(y.currency());
    }

    private static boolean sameExit(TradeRecord.Exit x, TradeRecord.Exit y) {
        return x.time().equals(y.time())
                && same(x.price().value(), y.price().value())
                && same(x.netPnl(), y.netPnl())
                && same(x.costs(), y.costs());
    }

    private static boolean sameMark(Optional<TradeRecord.Mark> x, Optional<TradeRecord.Mark> y) {
        if (x.isEmpty() || y.isEmpty()) {
            return x.isEmpty() && y.isEmpty();
        }
        return x.get().time().equals(y.get().time())
                && same(x.get().price().value(), y.get().price().value())
                && same(x.get().netPnl(), y.get().netPnl());
    }

    private static boolean sameFill(Fill x, Fill y) {
        return x.symbol().equals(y.symbol())
                && x.side() == y.side()
                && x.time().equals(y.time())
                && same(x.quantity().value(), y.quantity().value())
                && same(x.price().value(), y.price().value())
                && sameCosts(x.costs(), y.costs())
                && x.currency().equals(y.currency());
    }

    private static boolean sameCosts(Costs x, Costs y) {
        return same(x.commission(), y.commission())
                && same(x.fees(), y.fees())
                && same(x.funding(), y.funding());
    }

    private static boolean samePrediction(Prediction x, Prediction y) {
        return x.symbol().equals(y.symbol())
                && x.direction() == y.direction()
                && x.time().equals(y.time())
                && x.call().confidence().equals(y.call().confidence());
    }

    private static boolean same(Optional<BigDecimal> x, Optional<BigDecimal> y) {
        return x.isPresent() == y.isPresent() && (x.isEmpty() || same(x.get(), y.orElseThrow()));
    }

    private static boolean same(BigDecimal x, BigDecimal y) {
        return x.compareTo(y) == 0;
    }
}
