package credence.imports;

import credence.core.fact.SourceRow;
import credence.core.packed.IntColumn;
import credence.core.packed.RowList;
import credence.service.port.ParsedFile.ParsedRow;

import java.util.AbstractList;
import java.util.RandomAccess;

/// Rows of a file with their lines, in little memory; elements are made when asked for.
final class ReadRows extends AbstractList<ParsedRow> implements RandomAccess {

    private final RowList rows = new RowList();
    private final IntColumn lines = new IntColumn();
    private final IntColumn dataRows = new IntColumn();

    void add(SourceRow row, int line, int count) {
        rows.add(row);
        lines.add(line);
        dataRows.add(count);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public ParsedRow get(int index) {
        return new ParsedRow(rows.get(index), lines.get(index), dataRows.get(index));
    }

    /// How many data rows of the file state all of them.
    long allDataRows() {
        long sum = 0;
        for (int i = 0; i < dataRows.size(); i++) {
            sum += dataRows.get(i);
        }
        return sum;
    }
}
