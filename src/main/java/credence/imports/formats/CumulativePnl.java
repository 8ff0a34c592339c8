package credence.imports.formats;

import credence.imports.Cells;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.formats.TradingViewHeader.Column;
import credence.service.port.FileReport.Reconciled;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Holds the last cumulative P&L of a list of trades against the sum of what was read, open trades at their mark.
///
/// The file rounds each trade's P&L and sums unrounded: half a unit of the last digit a trade, plus one, is rounding.
final class CumulativePnl {

    private static final int FEW = 10;

    private final Cells cells;
    private final TradingViewHeader columns;
    private final Tally tally;

    CumulativePnl(Cells cells, TradingViewHeader columns, Tally tally) {
        this.cells = cells;
        this.columns = columns;
        this.tally = tally;
    }

    /// @param pairs every pair of the file, by ascending number; the refused ones too
    void check(List<TradingViewPair> pairs, List<TradingViewTrade> trades) {
        if (pairs.isEmpty() || !columns.has(Column.CUMULATIVE)) {
            return;
        }
        TradingViewPair last = pairs.getLast();
        Optional<BigDecimal> found;
        try {
            found = cells.at(last.exit()).optionalNumber(columns.at(Column.CUMULATIVE));
            if (found.isEmpty()) {
                found = cells.at(last.entry()).optionalNumber(columns.at(Column.CUMULATIVE));
            }
        } catch (RefusedRow _) {
            tally.note(
                    "The last cumulative P&L is not a number; the file's total could not be"
                            + " checked.");
            return;
        }
        if (found.isEmpty()) {
            return;
        }
        BigDecimal stated = found.get();
        BigDecimal computed = BigDecimal.ZERO;
        int scale = trades.size() < FEW ? 2 : stated.scale();
        for (TradingViewTrade trade : trades) {
            BigDecimal pnl = trade.pnl().orElse(BigDecimal.ZERO);
            computed = computed.add(pnl);
            scale = Math.max(scale, pnl.scale());
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal rounding =
                unit.multiply(BigDecimal.valueOf(trades.size())).divide(BigDecimal.TWO).add(unit);
        BigDecimal difference = computed.subtract(stated);
        String verdict =
                difference.signum() == 0
                        ? "EQUAL"
                        : difference.abs().compareTo(rounding) <= 0 ? "ROUNDING" : "DIFFERENT";
        tally.reconcile(
                new Reconciled(
                        columns.name(Column.CUMULATIVE) + " after trade " + last.number(),
                        stated,
                        computed,
                        difference,
                        verdict));
    }
}
