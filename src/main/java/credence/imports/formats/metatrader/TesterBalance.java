package credence.imports.formats.metatrader;

import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// The balance that a MetaTrader 4 test prints at each ending, held against deposit and profits: it goes on by the profit, which is
/// rounded there and not in the balance.
final class TesterBalance {

    private final Labels labels;
    private final Tally tally;
    private @Nullable BigDecimal last;

    TesterBalance(Labels labels, Tally tally) {
        this.labels = labels;
        this.tally = tally;
    }

    /// @param stated balance after an ending; null when none is printed
    void next(int line, @Nullable BigDecimal stated, BigDecimal profit) {
        if (stated == null) {
            return;
        }
        BigDecimal before = last == null ? labels.number("Initial deposit") : last;
        if (before != null) {
            BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(stated.scale(), 0));
            BigDecimal off = stated.subtract(before).subtract(profit);
            if (off.abs().compareTo(unit) > 0) {
                new Totals(tally).hold("Balance in line " + line, stated, before.add(profit));
            }
        }
        last = stated;
    }

    void hold(Totals totals, TesterFigures figures) {
        BigDecimal deposit = labels.number("Initial deposit");
        BigDecimal net = labels.number("Total net profit");
        if (last == null || deposit == null) {
            return;
        }
        if (net != null) {
            totals.hold("Final balance by deposit and net profit", last, deposit.add(net));
        }
        totals.hold(
                "Final balance by deposit and profits",
                last,
                deposit.add(figures.net()),
                figures.rounding());
    }
}
