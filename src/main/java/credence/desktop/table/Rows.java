package credence.desktop.table;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Filters, sorts and adds up rows. Keys are computed once a row, not once a comparison: 100,000 rows at once.
final class Rows {

    private Rows() {}

    /// One filter of one column.
    record Condition<R>(Column<R> column, Predicate<@Nullable Object> predicate) {}

    /// One sort key.
    record Order<R>(Column<R> column, boolean ascending) {}

    static <R> List<R> arrange(List<R> rows, List<Condition<R>> conditions, List<Order<R>> orders) {
        List<R> kept = conditions.isEmpty() ? rows : new ArrayList<>();
        if (!conditions.isEmpty()) {
            for (R row : rows) {
                if (holds(row, conditions)) {
                    kept.add(row);
                }
            }
        }
        return orders.isEmpty() ? kept : sorted(kept, orders);
    }

    private static <R> boolean holds(R row, List<Condition<R>> conditions) {
        for (Condition<R> condition : conditions) {
            if (!condition.predicate().test(condition.column().key(row))) {
                return false;
            }
        }
        return true;
    }

    private static <R> List<R> sorted(List<R> rows, List<Order<R>> orders) {
        int n = rows.size();
        @Nullable Comparable<?>[][] keys = new @Nullable Comparable<?>[orders.size()][n];
        for (int key = 0; key < keys.length; key++) {
            Column<R> column = orders.get(key).column();
            Map<String, String> known = new HashMap<>();
            for (int i = 0; i < n; i++) {
                keys[key][i] = Keys.sortable(column.key(rows.get(i)), known);
            }
        }
        Integer[] places = new Integer[n];
        Arrays.setAll(places, i -> i);
        Arrays.sort(
                places,
                (a, b) -> {
                    for (int key = 0; key < keys.length; key++) {
                        int result =
                                Keys.compare(
                                        keys[key][a], keys[key][b], orders.get(key).ascending());
                        if (result != 0) {
                            return result;
                        }
                    }
                    return 0;
                });
        List<R> sorted = new ArrayList<>(n);
        for (Integer place : places) {
            sorted.add(rows.get(place));
        }
        return sorted;
    }

    /// The exact sum of a column per currency; a bare number stands under an empty name.
    static <R> Map<String, BigDecimal> sums(Column<R> column, List<R> rows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (R row : rows) {
            column.addend(row)
                    .ifPresent(
                            addend ->
                                    sums.merge(
                                            addend.currency().map(code -> code.code()).orElse(""),
                                            addend.amount(),
                                            BigDecimal::add));
        }
        return sums;
    }
}
