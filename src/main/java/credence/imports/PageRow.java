package credence.imports;

import java.util.ArrayList;
import java.util.List;

/// One row of a page's tables, of a sheet or of a delimited file: for reports that are laid out rather than listed.
///
/// @param line line of the file, or row of the sheet, first 1
/// @param cells as written, hidden ones among them
public record PageRow(int line, List<PageCell> cells) {

    private static final PageCell NONE = PageCell.of("");

    /// The cells that are shown, by column: a cell that covers three columns stands in the first and leaves two empty.
    public List<PageCell> columns() {
        List<PageCell> columns = new ArrayList<>(cells.size());
        for (PageCell cell : cells) {
            if (!cell.hidden()) {
                columns.add(cell);
                for (int i = 1; i < cell.span(); i++) {
                    columns.add(NONE);
                }
            }
        }
        return columns;
    }

    /// The texts of [#columns()], as a row that a table can hold.
    public Row texts() {
        return new Row(line, columns().stream().map(PageCell::text).toArray(String[]::new));
    }

    /// The texts that are shown and not empty.
    public List<String> words() {
        return cells.stream()
                .filter(c -> !c.hidden() && !c.text().isEmpty())
                .map(PageCell::text)
                .toList();
    }
}
