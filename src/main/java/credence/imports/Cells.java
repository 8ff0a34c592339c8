package credence.imports;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Optional;

/// The cells of one row by column, as text and as numbers, with the refusals that name line, column and value.
///
/// A cursor: [#at(Row)] moves it. A column index of −1 stands for a column that the file does not have; it is always empty.
public final class Cells {

    private final Table table;
    private final Header header;
    private final NumberStyle numbers;
    private Row row;

    public Cells(Table table, NumberStyle numbers) {
        this.table = table;
        this.header = table.header();
        this.numbers = table.writing().over(numbers);
        this.row = new Row(0);
    }

    public Cells at(Row next) {
        row = next;
        table.reading(next);
        return this;
    }

    Row row() {
        return row;
    }

    public int line() {
        return row.line();
    }

    /// The cell without blanks around; empty when there is none.
    public String text(int column) {
        return column < 0 ? "" : row.cell(column).strip();
    }

    /// The cell as it is, blanks included.
    public String raw(int column) {
        return column < 0 ? "" : row.cell(column);
    }

    public Optional<String> optionalText(int column) {
        String s = text(column);
        return s.isEmpty() ? Optional.empty() : Optional.of(s);
    }

    /// The number in a cell, null when the cell is empty.
    ///
    /// @throws RefusedRow when the cell holds something else
    public @Nullable BigDecimal numberOrNull(int column) throws RefusedRow {
        return read(column, false);
    }

    /// @param required whether an empty cell would be refused as well, so that none is advised
    private @Nullable BigDecimal read(int column, boolean required) throws RefusedRow {
        if (column < 0) {
            return null;
        }
        String cell = row.cell(column);
        if (numbers.isOne()) {
            table.writing().number(cell, row.line(), header.name(column));
        }
        try {
            return numbers.read(cell);
        } catch (NumberFormatException _) {
            throw refuse(
                    column,
                    "This is not a number.",
                    required
                            ? "Correct the number in the file."
                            : "Correct the number in the file, or leave the cell empty if there is"
                                    + " none.");
        }
    }

    public Optional<BigDecimal> optionalNumber(int column) throws RefusedRow {
        return Optional.ofNullable(numberOrNull(column));
    }

    /// @throws RefusedRow when the cell is empty or no number
    public BigDecimal number(int column) throws RefusedRow {
        BigDecimal value = read(column, true);
        if (value == null) {
            throw refuse(
                    column,
                    "The number is missing.",
                    "Fill in the cell, or export the file again.");
        }
        return value;
    }

    /// @throws RefusedRow when the cell holds no number above zero
    public BigDecimal positive(int column) throws RefusedRow {
        BigDecimal value = number(column);
        if (value.signum() <= 0) {
            throw refuse(
                    column,
                    "The number must be above zero.",
                    "Give it without a sign; the direction has a column of its own.");
        }
        return value;
    }

    /// @throws RefusedRow when the cell holds a number outside the range, bounds included
    public @Nullable Double within(int column, double low, double high) throws RefusedRow {
        BigDecimal value = numberOrNull(column);
        if (value == null) {
            return null;
        }
        double d = value.doubleValue();
        if (!(d >= low && d <= high)) {
            throw refuse(
                    column,
                    "The number must lie between " + shown(low) + " and " + shown(high) + ".",
                    "Bring it to that scale, or leave the cell empty.");
        }
        return d;
    }

    public RefusedRow refuse(int column, String reason, String remedy) {
        return new RefusedRow(
                row.line(),
                column < 0 ? "" : header.name(column),
                column < 0 ? "" : row.cell(column),
                reason,
                remedy);
    }

    private static String shown(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
