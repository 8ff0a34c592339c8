package credence.imports.mapping;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells closed trades by their arithmetic, whatever the columns are called: with two dates in a row, a result that is (exit − entry) × size,
/// times the same worth of a point in every row, is what no table of fills holds.
///
/// Costs inside the result and rounding are let pass; a column that is 0 or empty in many rows is no result of trades but one of fills, which
/// only closing ones have.
final class RoundTrips {

    /// The columns by which the sum comes out.
    ///
    /// @param size null where it comes out for one unit
    /// @param side null where no column says it
    /// @param exact whether costs cannot be part of the result
    record Found(
            Column entry,
            Column exit,
            @Nullable Column size,
            @Nullable Column side,
            Column result,
            boolean exact) {}

    private static final int LEAST_ROWS = 3;

    /// This share of the rows must come out.
    private static final double MOST = 0.8;

    /// A row comes out when its factor is this near to the middle one.
    private static final double NEAR = 0.1;

    private static final double EXACT = 1e-3;

    /// More columns of numbers than this are not tried.
    private static final int MANY = 14;

    private final List<Column> columns;

    /// @param columns of the table, in their order
    RoundTrips(List<Column> columns) {
        this.columns = columns;
    }

    Optional<Found> find() {
        if (columns.stream().filter(Column::isTime).count() < 2) {
            return Optional.empty();
        }
        List<Column> numbers =
                columns.stream().filter(c -> c.isNumber() && !c.isTime()).limit(MANY).toList();
        @Nullable Column side = columns.stream().filter(Column::isSide).findFirst().orElse(null);
        List<Try> found = new ArrayList<>();
        for (Column result : numbers) {
            if (result.negatives() > 0 && result.positives() > 0) {
                tries(numbers, result, side, found);
            }
        }
        return found.stream().min(Comparator.comparingDouble(Try::off)).map(Try::found);
    }

    private record Try(Found found, double off) {}

    private static void tries(
            List<Column> numbers, Column result, @Nullable Column side, List<Try> found) {
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                Column a = numbers.get(i);
                Column b = numbers.get(j);
                if (isOne(result, a, b) || a.negatives() > 0 || b.negatives() > 0) {
                    continue;
                }
                attempt(a, b, null, side, result).ifPresent(found::add);
                for (Column size : numbers) {
                    if (!isOne(size, a, b) && !isOne(size, result, result)) {
                        attempt(a, b, size, side, result).ifPresent(found::add);
                    }
                }
            }
        }
    }

    private static boolean isOne(Column column, Column a, Column b) {
        return column.index() == a.index() || column.index() == b.index();
    }

    /// Result ÷ ((b − a) × size × side), row by row: nearly one number where the columns are these.
    private static Optional<Try> attempt(
            Column a, Column b, @Nullable Column size, @Nullable Column side, Column result) {
        double[] factors = new double[result.cells().size()];
        int rows = 0;
        int without = 0;
        int asked = 0;
        for (int i = 0; i < factors.length; i++) {
            double from = value(a, i);
            double to = value(b, i);
            double units = size == null ? 1 : value(size, i);
            if (Double.isNaN(from) || Double.isNaN(to) || Double.isNaN(units) || units == 0) {
                continue; // still open
            }
            asked++;
            double made = value(result, i);
            if (Double.isNaN(made) || (made == 0 && from != to)) {
                without++;
            } else if (from != to) {
                int sign = side == null ? 1 : sign(side, i);
                factors[rows++] = made / ((to - from) * units * sign);
            }
        }
        if (rows < LEAST_ROWS || without > (1 - MOST) * asked || 2 * rows < asked - without) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(factors, rows);
        Arrays.sort(sorted);
        double middle = sorted[rows / 2];
        if (middle == 0 || !Double.isFinite(middle)) {
            return Optional.empty();
        }
        int fitting = 0;
        double[] off = new double[rows];
        for (int i = 0; i < rows; i++) {
            off[i] = Math.abs(factors[i] / middle - 1);
            fitting += off[i] <= NEAR ? 1 : 0;
        }
        if (fitting < MOST * rows) {
            return Optional.empty();
        }
        Arrays.sort(off);
        boolean forwards = middle > 0;
        return Optional.of(
                new Try(
                        new Found(
                                forwards ? a : b,
                                forwards ? b : a,
                                size,
                                side,
                                result,
                                off[rows - 1] < EXACT),
                        off[(int) (MOST * (rows - 1))]));
    }

    private static int sign(Column side, int row) {
        return SideWords.isSale(side.cells().get(row)) ? -1 : 1;
    }

    /// NaN where the cell holds no number.
    private static double value(Column column, int row) {
        String cell = column.cells().get(row).strip();
        BigDecimal number = cell.isEmpty() ? null : Column.number(cell);
        return number == null ? Double.NaN : number.doubleValue();
    }
}
