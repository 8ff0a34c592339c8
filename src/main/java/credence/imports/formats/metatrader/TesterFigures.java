package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Tally;

import java.math.BigDecimal;

/// The figures that a Strategy Tester prints over its trades, counted again by MetaTrader's own rules: a trade that made nothing
/// counts as a profit trade there. Totals are summed unrounded there, so half a unit a trade is rounding.
final class TesterFigures {

    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal profits = BigDecimal.ZERO;
    private BigDecimal losses = BigDecimal.ZERO;
    private int profitTrades;
    private int lossTrades;
    private int evens;
    private int longs;
    private int shorts;
    private int scale;

    void add(Direction direction, BigDecimal result) {
        net = net.add(result);
        scale = Math.max(scale, result.scale());
        if (result.signum() < 0) {
            losses = losses.add(result);
            lossTrades++;
        } else {
            profits = profits.add(result);
            profitTrades++;
            evens += result.signum() == 0 ? 1 : 0;
        }
        if (direction == Direction.LONG) {
            longs++;
        } else {
            shorts++;
        }
    }

    int trades() {
        return longs + shorts;
    }

    BigDecimal net() {
        return net;
    }

    /// What unrounded summing may explain.
    BigDecimal rounding() {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        return unit.multiply(BigDecimal.valueOf(trades())).divide(BigDecimal.TWO).add(unit);
    }

    /// Holds every figure that the report has, in English.
    void hold(Labels labels, Totals totals, Tally tally) {
        BigDecimal stated = labels.number("Total net profit");
        if (stated != null) {
            totals.hold("Total net profit", stated, net, rounding());
        }
        stated = labels.number("Gross profit");
        if (stated != null) {
            totals.hold("Gross profit", stated, profits, rounding());
        }
        stated = labels.number("Gross loss");
        if (stated != null) {
            totals.hold("Gross loss", stated, losses, rounding());
        }
        stated = labels.number("Total trades");
        if (stated != null) {
            totals.hold("Total trades", stated, trades());
        }
        stated = labels.number("Short positions (won %)", "Short Trades (won %)");
        if (stated != null) {
            totals.hold("Short trades", stated, shorts);
        }
        stated = labels.number("Long positions (won %)", "Long Trades (won %)");
        if (stated != null) {
            totals.hold("Long trades", stated, longs);
        }
        // A loss of less than half a unit is printed as 0.
        BigDecimal unclear = BigDecimal.valueOf(evens);
        stated = labels.number("Profit trades (% of total)");
        if (stated != null) {
            totals.hold(
                    "Profit trades by MetaTrader's rule (0 is profit)",
                    stated,
                    BigDecimal.valueOf(profitTrades),
                    unclear);
        }
        stated = labels.number("Loss trades (% of total)");
        if (stated != null) {
            totals.hold("Loss trades", stated, BigDecimal.valueOf(lossTrades), unclear);
        }
        if (trades() > 0) {
            tally.note(
                    "By Credence's rule: "
                            + (profitTrades - evens)
                            + " wins, "
                            + evens
                            + " break-evens, "
                            + lossTrades
                            + " losses. MetaTrader counts break-evens as profit trades.");
        }
    }
}
