package credence.desktop.table;

import credence.core.value.Money;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /// What a key is sorted by: texts as people order names.
    ///
    /// @param known texts already turned into what they are sorted by; few names stand in many rows
    static @Nullable Comparable<?> sortable(@Nullable Object key, Map<String, String> known) {
        return switch (key) {
            case null -> null;
            case String text -> known.computeIfAbsent(text, NaturalOrder::key);
            case BigDecimal number -> number;
            case Instant time -> time;
            default -> throw new IllegalArgumentException("no order for " + key.getClass());
        };
    }

    /// Orders what is sorted by in one column; absent ones last whichever way round.
    @SuppressWarnings("unchecked") // all of one column are of one kind
    static int compare(
            @Nullable Comparable<?> left, @Nullable Comparable<?> right, boolean ascending) {
        if (left == null || right == null) {
            return left == null ? (right == null ? 0 : 1) : -1;
        }
        int result = ((Comparable<Object>) left).compareTo(right);
        return ascending ? result : -result;
    }
}
