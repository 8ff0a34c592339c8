package credence.imports.formats.ibkr;

import credence.imports.Cells;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.StatedTotal;
import credence.imports.Table;
import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Holds the sub-totals of the Trades section against the rows that were taken: proceeds against quantity × price, commission
/// and realized result against the sums of their columns. One line a kind and currency; an instrument that differs is named.
final class ActivityTotals {

    private static final class Sums {
        private BigDecimal proceeds = BigDecimal.ZERO;
        private BigDecimal commission = BigDecimal.ZERO;
        private BigDecimal realized = BigDecimal.ZERO;
        private BigDecimal rounding = BigDecimal.ZERO;
    }

    /// One figure of one kind and currency over all sub-totals.
    private static final class Total {
        private BigDecimal stated = BigDecimal.ZERO;
        private BigDecimal computed = BigDecimal.ZERO;
        private BigDecimal rounding = BigDecimal.ZERO;
    }

    private static final BigDecimal SMALL = new BigDecimal("0.005");

    private final Tally tally;
    private final Map<String, Sums> bySymbol = new TreeMap<>();
    private final Map<String, Total> totals = new LinkedHashMap<>();

    ActivityTotals(Tally tally) {
        this.tally = tally;
    }

    private static String key(String category, String currency, String symbol) {
        return category + '\0' + currency + '\0' + symbol;
    }

    /// @param multiplier worth of a point by which the row was taken
    void add(ActivityRow row, BigDecimal multiplier) {
        Sums s =
                bySymbol.computeIfAbsent(
                        key(row.category(), row.currency(), row.symbol()), _ -> new Sums());
        BigDecimal value = row.quantity().negate().multiply(row.price()).multiply(multiplier);
        s.proceeds = s.proceeds.add(value);
        s.rounding =
                s.rounding.add(
                        Notional.rounding(
                                row.quantity(),
                                row.price(),
                                multiplier,
                                row.proceeds() == null ? value : row.proceeds()));
        s.commission = s.commission.add(zeroIfNull(row.commission()));
        s.realized = s.realized.add(zeroIfNull(row.realized()));
    }

    /// Takes a sub-total; what was added of its instrument is then done with.
    void check(Table table, ActivityColumns columns, Row row) throws RefusedRow {
        Cells cells = new Cells(table, NumberStyle.POINT).at(row);
        String category = cells.text(columns.category());
        String currency = cells.text(columns.currency());
        String symbol = cells.text(columns.symbol());
        // With several accounts the sub-total has the symbol in the account's place.
        Sums sums = bySymbol.remove(key(category, currency, symbol));
        if (sums == null && columns.account() >= 0) {
            symbol = cells.text(columns.account());
            sums = bySymbol.remove(key(category, currency, symbol));
        }
        if (sums == null) {
            return;
        }
        String of = " of " + category + " in " + currency;
        compare("Proceeds" + of, symbol, cells, columns.proceeds(), sums.proceeds, sums.rounding);
        compare("Commissions" + of, symbol, cells, columns.commission(), sums.commission, SMALL);
        compare("Realized P/L" + of, symbol, cells, columns.realized(), sums.realized, SMALL);
    }

    private void compare(
            String what,
            String symbol,
            Cells cells,
            int column,
            BigDecimal computed,
            BigDecimal rounding)
            throws RefusedRow {
        BigDecimal stated = cells.numberOrNull(column);
        if (stated == null) {
            return;
        }
        if (stated.subtract(computed).abs().compareTo(rounding) > 0) {
            tally.reconcile(StatedTotal.compare(what + ", " + symbol, stated, computed, rounding));
        }
        Total t = totals.computeIfAbsent(what, _ -> new Total());
        t.stated = t.stated.add(stated);
        t.computed = t.computed.add(computed);
        t.rounding = t.rounding.add(rounding);
    }

    void report() {
        totals.forEach(
                (what, t) ->
                        tally.reconcile(
                                StatedTotal.compare(
                                        what + ", sub-totals", t.stated, t.computed, t.rounding)));
    }

    private static BigDecimal zeroIfNull(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
