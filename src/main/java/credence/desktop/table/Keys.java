package credence.desktop.table;

import credence.core.value.Money;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/// Values as columns sort, filter and copy them.
final class Keys {

    private Keys() {}

    static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    static String machine(@Nullable Double value) {
        return value == null ? "" : Figures.machine(value);
    }

    static String machine(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    /// The course of a small line in words.
    static String course(List<Double> line, Figures figures) {
        if (line.isEmpty()) {
            return "no data";
        }
        return figures.bare(line.getFirst(), Unit.NUMBER)
                + " → "
                + figures.bare(line.getLast(), Unit.NUMBER)
                + " over the last "
                + line.size();
    }

    /// Orders keys of one column; absent ones last whichever way round.
    static int compare(@Nullable Object left, @Nullable Object right, boolean ascending) {
        if (left == null || right == null) {
            return left == null ? (right == null ? 0 : 1) : -1;
        }
        int result;
        if (left instanceof String a && right instanceof String b) {
            result = NaturalOrder.INSTANCE.compare(a, b);
        } else if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            result = a.compareTo(b);
        } else if (left instanceof java.time.Instant a && right instanceof java.time.Instant b) {
            result = a.compareTo(b);
        } else {
            throw new IllegalArgumentException(
                    "keys of one column differ in kind: " + left + ", " + right);
        }
        return ascending ? result : -result;
    }
}
