package credence.desktop.table;

import credence.core.csv.FormulaText;

import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Rows as text for other programs: machine figures in full precision, instants in UTC, and nothing that a spreadsheet would run.
final class TableText<R> {

    private final List<Column<R>> columns;

    TableText(List<Column<R>> columns) {
        this.columns = columns;
    }

    /// Tabs and line ends inside a cell become spaces: spreadsheets take no quoting when pasted into.
    String tabSeparated(List<R> rows) {
        StringBuilder text = new StringBuilder();
        text.append(
                        String.join(
                                "\t",
                                columns.stream().map(column -> flat(column.title())).toList()))
                .append('\n');
        for (R row : rows) {
            text.append(
                            String.join(
                                    "\t",
                                    columns.stream()
                                            .map(
                                                    column ->
                                                            flat(
                                                                    column.content()
                                                                            .machine()
                                                                            .apply(row)))
                                            .toList()))
                    .append('\n');
        }
        return text.toString();
    }

    String commaSeparated(List<R> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(Column::title).toList());
            for (R row : rows) {
                csv.writeRecord(
                        columns.stream()
                                .map(
                                        column ->
                                                FormulaText.guarded(
                                                        column.content().machine().apply(row)))
                                .toList());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    private static String flat(String text) {
        return FormulaText.guarded(text.replaceAll("[\\t\\r\\n]+", " "));
    }
}
