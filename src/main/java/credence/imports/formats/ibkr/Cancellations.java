package credence.imports.formats.ibkr;

import credence.imports.RefusedRow;
import credence.imports.Tally;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// Takes out executions that a later row of the same report cancels, and the cancelling rows with them.
///
/// @param <T> a row
/// @param key equal for an execution and its cancellation
/// @param quantity signed; a cancellation's is the opposite of what it cancels
record Cancellations<T>(
        List<T> rows,
        Predicate<T> cancels,
        Function<T, String> key,
        Function<T, BigDecimal> quantity,
        ToIntFunction<T> line) {

    /// What stands. Cancellations of what is not in the file are refused, because what they cancel may have come in before.
    List<T> standing(Tally tally) {
        Map<String, Deque<Integer>> byKey = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            T row = rows.get(i);
            if (!cancels.test(row)) {
                byKey.computeIfAbsent(key(row, quantity.apply(row)), _ -> new ArrayDeque<>())
                        .add(i);
            }
        }
        Set<Integer> out = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            T row = rows.get(i);
            if (cancels.test(row)) {
                out.add(i);
                Deque<Integer> matching =
                        byKey.getOrDefault(
                                key(row, quantity.apply(row).negate()), new ArrayDeque<>());
                if (matching.isEmpty()) {
                    tally.refuse(unmatched(line.applyAsInt(row)).refusal());
                } else {
                    int cancelled = matching.removeLast();
                    out.add(cancelled);
                    tally.skip(
                            "execution that was cancelled later",
                            line.applyAsInt(rows.get(cancelled)));
                    tally.skip("cancellation of an execution", line.applyAsInt(row));
                    tally.note(
                            "Cancelled executions were left out with their cancellations. If one"
                                    + " of them came in from an earlier export, undo that import"
                                    + " and import this file again.");
                }
            }
        }
        List<T> standing = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!out.contains(i)) {
                standing.add(rows.get(i));
            }
        }
        return standing;
    }

    private String key(T row, BigDecimal signed) {
        return key.apply(row) + '\0' + signed.stripTrailingZeros().toPlainString();
    }

    private static RefusedRow unmatched(int line) {
        return new RefusedRow(
                line,
                "",
                "",
                "This row cancels an execution that is not in the file.",
                "Export a longer span of time that holds both; undo the earlier import that brought"
                        + " the cancelled execution.");
    }
}
