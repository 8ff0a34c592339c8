package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Tally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures that a Strategy Tester prints over its trades, counted again by MetaTrader's own rules: a trade that made nothing
/// counts as a profit trade there. Totals are summed unrounded there, so half a unit a trade is rounding.
final class TesterFigures {

    private static final Pattern PERCENT = Pattern.compile("\\((\\d+(?:\\.\\d+)?) ?%\\)");

    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal profits = BigDecimal.ZERO;
    private BigDecimal losses = BigDecimal.ZERO;
    private int profitTrades;
    private int lossTrades;
    private int evens;
    private int tinyLosses;
    private int longs;
    private int longsWon;
    private int shorts;
    private int shortsWon;
    private int scale;

    /// @param loss whether a result of 0 is printed with a minus: a loss of less than half a unit
    void add(Direction direction, BigDecimal result, boolean loss) {
        net = net.add(result);
        scale = Math.max(scale, result.scale());
        boolean lost = result.signum() < 0 || (loss && result.signum() == 0);
        evens += result.signum() == 0 ? 1 : 0;
        tinyLosses += lost && result.signum() == 0 ? 1 : 0;
        if (lost) {
            losses = losses.add(result);
            lossTrades++;
        } else {
            profits = profits.add(result);
            profitTrades++;
        }
        if (direction == Direction.LONG) {
            longs++;
            longsWon += lost ? 0 : 1;
        } else {
            shorts++;
            shortsWon += lost ? 0 : 1;
        }
    }

    /// `364 (84.89%)` says how many were won, to the trade.
    private static void won(Labels labels, Totals totals, String side, int won, int of) {
        String text = labels.text(side + " positions (won %)", side + " Trades (won %)");
        Matcher m = PERCENT.matcher(text);
        if (m.find() && of > 0) {
            BigDecimal stated =
                    new BigDecimal(m.group(1))
                            .multiply(BigDecimal.valueOf(of))
                            .movePointLeft(2)
                            .setScale(0, RoundingMode.HALF_UP);
            totals.hold(
                    side + " trades won by MetaTrader's rule (by their percentage)", stated, won);
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
            won(labels, totals, "Short", shortsWon, shorts);
        }
        stated = labels.number("Long positions (won %)", "Long Trades (won %)");
        if (stated != null) {
            totals.hold("Long trades", stated, longs);
            won(labels, totals, "Long", longsWon, longs);
        }
        stated = labels.number("Profit trades (% of total)");
        if (stated != null) {
            totals.hold("Profit trades by MetaTrader's rule (0 is profit)", stated, profitTrades);
        }
        stated = labels.number("Loss trades (% of total)");
        if (stated != null) {
            totals.hold(
                    tinyLosses == 0 ? "Loss trades" : "Loss trades (−0.00 is a loss)",
                    stated,
                    lossTrades);
        }
        if (trades() > 0) {
            tally.note(
                    "By Credence's rule: "
                            + (profitTrades - evens + tinyLosses)
                            + " wins, "
                            + evens
                            + " break-evens, "
                            + (lossTrades - tinyLosses)
                            + " losses. MetaTrader counts "
                            + (tinyLosses == 0
                                    ? "break-evens as profit trades."
                                    : (evens - tinyLosses)
                                            + " of the break-evens as profit trades and "
                                            + tinyLosses
                                            + ", printed as −0.00, as lost."));
        }
    }
}
