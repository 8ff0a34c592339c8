package credence.core.brain;

import credence.core.ledger.Trade;

/// Whether a trade whose source has no cost column shows by its numbers that costs were taken off all the same.
final class CostEvidence {

    /// Below a tenth of a basis point of turnover a difference is no cost.
    private static final double LEAST_COST = 1e-5;

    /// A result stated in another currency than the prices (USD for USDT) differs by up to this share of the gross.
    private static final double CONVERSION = 0.005;

    private CostEvidence() {}

    /// Whether the stated net falls short of the gross of the prices by more than rounding and conversion explain.
    ///
    /// Rounding: half a unit of the last place of the net, of either price times the size, of the size times the move.
    /// Prices and money are taken to have at least two places and sizes three, since sources drop trailing zeros.
    static boolean showsCosts(Trade trade) {
        if (trade.grossPnl().isEmpty()
                || trade.netPnl().isEmpty()
                || trade.multiplier().isEmpty()) {
            return false;
        }
        double gross = trade.grossPnl().get().doubleValue();
        double shortfall = trade.grossPnl().get().subtract(trade.netPnl().get()).doubleValue();
        double multiplier = trade.multiplier().get().doubleValue();
        double size = trade.quantity().value().doubleValue() * multiplier;
        double entry = trade.entryPrice().value().doubleValue();
        double exit = trade.exitPrice().value().doubleValue();
        double rounding =
                unit(2)
                        + size
                                * (unit(trade.entryPrice().value().scale())
                                        + unit(trade.exitPrice().value().scale()))
                        + Math.abs(exit - entry)
                                * unit(Math.max(3, trade.quantity().value().scale()))
                                * multiplier;
        return shortfall
                > rounding / 2
                        + LEAST_COST * size * (Math.abs(entry) + Math.abs(exit))
                        + CONVERSION * Math.abs(gross);
    }

    private static double unit(int scale) {
        return StrictMath.pow(10, -Math.max(2, scale));
    }
}
