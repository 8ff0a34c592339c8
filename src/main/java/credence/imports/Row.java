package credence.imports;

/// One row of delimited text; a data row has as many cells as the header has columns, or more.
public final class Row {

    private final int line;
    private final String[] cells;

    /// @param line where the row starts, first 1
    public Row(int line, String... cells) {
        this.line = line;
        this.cells = cells;
    }

    public int line() {
        return line;
    }

    public int size() {
        return cells.length;
    }

    /// The cell as it is, blanks included.
    public String cell(int column) {
        return cells[column];
    }

    /// The same row with empty cells at its end, if it has fewer than wanted.
    Row filledUp(int width) {
        if (cells.length >= width) {
            return this;
        }
        String[] more = java.util.Arrays.copyOf(cells, width);
        java.util.Arrays.fill(more, cells.length, width, "");
        return new Row(line, more);
    }

    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return String.join(" ", cells);
    }
}
