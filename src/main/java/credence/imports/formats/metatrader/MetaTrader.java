package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Cells;
import credence.imports.RefusedRow;
import credence.imports.Row;

import java.util.Arrays;
import java.util.Locale;

/// What the reports of both MetaTraders share.
final class MetaTrader {

    static final String TIMES = "The times of a MetaTrader report are the broker's server time";
    static final String AGAIN = "Export the report again.";

    private MetaTrader() {}

    /// The row with empty cells at its end, if it has fewer than wanted.
    static Row padded(Row row, int width) {
        String[] cells = Arrays.copyOf(Mt4Statement.cells(row), Math.max(width, row.size()));
        for (int i = row.size(); i < cells.length; i++) {
            cells[i] = "";
        }
        return new Row(row.line(), cells);
    }

    /// @throws RefusedRow when the cell says neither `buy` nor `sell`
    static Direction direction(Cells cells, int column) throws RefusedRow {
        return switch (cells.text(column).toLowerCase(Locale.ROOT)) {
            case "buy" -> Direction.LONG;
            case "sell" -> Direction.SHORT;
            default -> throw cells.refuse(column, "The type is neither buy nor sell.", AGAIN);
        };
    }
}
