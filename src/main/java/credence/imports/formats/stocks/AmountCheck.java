package credence.imports.formats.stocks;

import credence.imports.StatedTotal;
import credence.imports.Tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds the amount that each row states against what quantity, price and costs make of it: one total a currency, and the lines
/// that differ by more than rounding.
final class AmountCheck {

    private static final int SHOWN = 8;

    private static final class Sums {
        private BigDecimal stated = BigDecimal.ZERO;
        private BigDecimal computed = BigDecimal.ZERO;
        private BigDecimal rounding = BigDecimal.ZERO;
    }

    private final Tally tally;
    private final String what;
    private final Map<String, Sums> byCurrency = new TreeMap<>();
    private final List<Integer> differing = new ArrayList<>();

    /// @param what in words: "Amounts of all trades"
    AmountCheck(Tally tally, String what) {
        this.tally = tally;
        this.what = what;
    }

    void add(
            int line,
            String currency,
            BigDecimal stated,
            BigDecimal computed,
            BigDecimal rounding) {
        Sums s = byCurrency.computeIfAbsent(currency, _ -> new Sums());
        s.stated = s.stated.add(stated);
        s.computed = s.computed.add(computed);
        s.rounding = s.rounding.add(rounding);
        if (stated.subtract(computed).abs().compareTo(rounding) > 0) {
            differing.add(line);
        }
    }

    void report() {
        byCurrency.forEach(
                (currency, s) ->
                        tally.reconcile(
                                StatedTotal.compare(
                                        currency.isEmpty() ? what : what + " in " + currency,
                                        s.stated,
                                        s.computed,
                                        s.rounding)));
        if (!differing.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < Math.min(differing.size(), SHOWN); i++) {
                lines.append(i == 0 ? "" : ", ").append(differing.get(i));
            }
            if (differing.size() > SHOWN) {
                lines.append(", …");
            }
            tally.note(
                    (differing.size() == 1 ? "In 1 row" : "In " + differing.size() + " rows")
                            + " (line "
                            + lines
                            + ") the stated amount differs from quantity × price and costs by more"
                            + " than rounding.");
        }
    }
}
