package credence.desktop.chart;

import credence.desktop.theme.Figures;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A chart's data as CSV: times in UTC (ISO 8601), full precision, never an exponent.
final class ChartCsv {

    private ChartCsv() {}

    static String text(ChartTable table) {
        StringWriter text = new StringWriter();
        try {
            write(table, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    static void write(ChartTable table, Writer target) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(target)) {
            csv.writeRecord(table.headers());
            for (int row = 0; row < table.size(); row++) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < table.headers().size(); column++) {
                    cells.add(cell(table.cells().cell(row, column)));
                }
                csv.writeRecord(cells);
            }
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Long moment -> Instant.ofEpochMilli(moment).toString();
            case Double number -> Figures.machine(number);
            case Object other -> other.toString();
        };
    }
}
