package credence.core.brain;

import credence.core.ledger.Trade;

/// Whether a trade whose source has no cost column shows by its numbers that costs were taken off all the same.
final class CostEvidence {

    /// Below a tenth of a basis point of turnover a difference is no cost.
    private static final double LEAST_COST = 1e-5;

    private CostEvidence() {}

    /// The stated net differs from the gross of the prices by more than rounding explains: half a unit of the last place of the net,
    /// of either price times the size, of the size times the move; prices and money are taken to have at least two places, sources drop
    /// trailing zeros.
    static boolean showsCosts(Trade trade) {
        double difference = trade.grossPnl().subtract(trade.netPnl()).abs().doubleValue();
        double size = trade.quantity().value().doubleValue() * trade.multiplier().doubleValue();
        double entry = trade.entryPrice().value().doubleValue();
        double exit = trade.exitPrice().value().doubleValue();
        double rounding =
                unit(2) / 2
                        + size
                                * (unit(trade.entryPrice().value().scale())
                                        + unit(trade.exitPrice().value().scale()))
                                / 2
                        + Math.abs(exit - entry)
                                * unit(Math.max(3, trade.quantity().value().scale()))
                                / 2
                                * trade.multiplier().doubleValue();
        return difference > rounding + LEAST_COST * size * (Math.abs(entry) + Math.abs(exit));
    }

    private static double unit(int scale) {
        return StrictMath.pow(10, -Math.max(2, scale));
    }
}
