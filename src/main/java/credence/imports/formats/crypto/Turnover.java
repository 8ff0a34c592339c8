package credence.imports.formats.crypto;

import credence.imports.Tally;
import credence.service.port.FileReport.Reconciled;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds the amounts that a file states against price × quantity: in sum by currency, and row by row.
///
/// A stated amount may be off by its last digit, by half the last digit of a price that is an average, and by the twelfth digit, where
/// exchanges calculate with floating point.
final class Turnover {

    private static final BigDecimal FLOATING = new BigDecimal("1e-12");
    private static final int SHOWN = 5;

    private static final class Sum {
        private BigDecimal stated = BigDecimal.ZERO;
        private BigDecimal computed = BigDecimal.ZERO;
        private BigDecimal slack = BigDecimal.ZERO;
    }

    private final String column;
    private final Map<String, Sum> sums = new TreeMap<>();
    private final List<Integer> off = new ArrayList<>();

    /// @param column name of the amounts, for the report
    Turnover(String column) {
        this.column = column;
    }

    /// @param stated without sign; null when the row states none
    void add(
            int line,
            String currency,
            @Nullable BigDecimal stated,
            BigDecimal price,
            BigDecimal quantity) {
        if (stated == null) {
            return;
        }
        hold(
                line,
                currency,
                stated,
                price.multiply(quantity),
                unit(price).multiply(quantity).divide(BigDecimal.TWO));
    }

    /// A result, both of whose prices may be averages that were rounded.
    void addResult(
            int line,
            String currency,
            BigDecimal stated,
            BigDecimal entry,
            BigDecimal exit,
            BigDecimal quantity,
            boolean bought) {
        BigDecimal move = bought ? exit.subtract(entry) : entry.subtract(exit);
        hold(line, currency, stated, move.multiply(quantity), unit(move).multiply(quantity));
    }

    private void hold(
            int line,
            String currency,
            BigDecimal stated,
            BigDecimal computed,
            BigDecimal rounding) {
        BigDecimal slack = unit(stated).add(rounding).add(stated.abs().multiply(FLOATING));
        Sum sum = sums.computeIfAbsent(currency, _ -> new Sum());
        sum.stated = sum.stated.add(stated);
        sum.computed = sum.computed.add(computed);
        sum.slack = sum.slack.add(slack);
        if (computed.subtract(stated).abs().compareTo(slack) > 0) {
            off.add(line);
        }
    }

    void report(Tally tally) {
        sums.forEach(
                (currency, sum) -> {
                    BigDecimal difference = sum.computed.subtract(sum.stated);
                    tally.reconcile(
                            new Reconciled(
                                    column + " in " + currency + " against price × quantity",
                                    sum.stated,
                                    sum.computed,
                                    difference,
                                    difference.signum() == 0
                                            ? "EQUAL"
                                            : difference.abs().compareTo(sum.slack) <= 0
                                                    ? "ROUNDING"
                                                    : "DIFFERENT"));
                });
        if (!off.isEmpty()) {
            tally.note(
                    column
                            + " is not price × quantity in "
                            + (off.size() == 1 ? "line " : off.size() + " rows: line ")
                            + String.join(
                                    ", ", off.stream().limit(SHOWN).map(String::valueOf).toList())
                            + (off.size() > SHOWN ? ", …" : "")
                            + ". Price and quantity were taken.");
        }
    }

    private static BigDecimal unit(BigDecimal number) {
        return BigDecimal.ONE.movePointLeft(Math.max(number.scale(), 0));
    }
}
