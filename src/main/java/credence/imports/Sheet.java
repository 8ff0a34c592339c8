package credence.imports;

import java.util.List;

/// One sheet of a workbook.
///
/// @param rows those that the sheet holds, by their numbers
record Sheet(String name, List<PageRow> rows) {

    /// The sheet as delimited text: a line a row, so that lines are the sheet's rows, and all as wide as the widest, as a spreadsheet saves it. Line
    /// breaks in cells become blanks.
    String text() {
        StringBuilder text = new StringBuilder();
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int line = 1;
        for (PageRow row : rows) {
            while (line < row.line()) {
                text.append('\n');
                line++;
            }
            List<PageCell> cells = row.cells();
            for (int i = 0; i < width && !cells.isEmpty(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                cell(text, i < cells.size() ? cells.get(i).text() : "");
            }
            text.append('\n');
            line++;
        }
        return text.toString();
    }

    private static void cell(StringBuilder text, String value) {
        if (value.isEmpty()) {
            return;
        }
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                text.append("\"\"");
            } else {
                text.append(c == '\n' || c == '\r' ? ' ' : c);
            }
        }
        text.append('"');
    }
}
