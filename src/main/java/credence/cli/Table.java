package credence.cli;

import java.util.ArrayList;
import java.util.List;

/// Aligned columns of text that fit the console: the first column that may shrink gives way, in the middle.
final class Table {

    private static final String GAP = "  ";

    /// A heading with the side on which its cells stand.
    ///
    /// @param shrinks whether cells are shortened in the middle when the line would be too long
    private record Column(String heading, boolean right, boolean shrinks) {}

    private final List<Column> columns = new ArrayList<>();
    private List<List<String>> rows = new ArrayList<>();

    Table left(String heading) {
        columns.add(new Column(heading, false, false));
        return this;
    }

    Table right(String heading) {
        columns.add(new Column(heading, true, false));
        return this;
    }

    /// A column of names, shortened in the middle when there is no room.
    Table name(String heading) {
        columns.add(new Column(heading, false, true));
        return this;
    }

    Table row(String... cells) {
        return row(List.of(cells));
    }

    Table row(List<String> cells) {
        rows.add(cells);
        return this;
    }

    /// Rows that are made when they are asked for, which is twice; in place of any other.
    Table rows(List<List<String>> made) {
        rows = made;
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(Console console) {
        print(console, List.of());
    }

    /// @param notes lines below each row, by the row's place
    void print(Console console, List<List<String>> notes) {
        int[] widths = widths(console.width());
        console.line(line(columns.stream().map(Column::heading).toList(), widths));
        int total = GAP.length() * (widths.length - 1);
        for (int w : widths) {
            total += w;
        }
        console.line("─".repeat(Math.max(0, total)));
        for (int i = 0; i < rows.size(); i++) {
            console.line(line(rows.get(i), widths));
            if (i < notes.size()) {
                notes.get(i).forEach(console::line);
            }
        }
    }

    private int[] widths(int room) {
        int[] widths = new int[columns.size()];
        int total = GAP.length() * (widths.length - 1);
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Cell.width(columns.get(c).heading());
        }
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], Cell.width(Plain.visible(row.get(c))));
            }
        }
        for (int w : widths) {
            total += w;
        }
        for (int c = 0; c < widths.length && total > room; c++) {
            if (columns.get(c).shrinks()) {
                int least = Math.max(12, Cell.width(columns.get(c).heading()));
                int cut = Math.min(total - room, Math.max(0, widths[c] - least));
                widths[c] -= cut;
                total -= cut;
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = Cell.shorten(Plain.visible(cells.get(c)), widths[c]);
            String blank = " ".repeat(Math.max(0, widths[c] - Cell.width(cell)));
            line.append(c == 0 ? "" : GAP);
            line.append(columns.get(c).right() ? blank + cell : cell + blank);
        }
        return line.toString().stripTrailing();
    }
}
