package credence.service;

import credence.core.packed.IntColumn;
import credence.core.packed.RowList;
import credence.service.port.NewBatch.NewRow;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;

/// New rows of a file in little memory; elements are made when asked for.
final class NewRows extends AbstractList<NewRow> implements RandomAccess {

    private final RowList rows = new RowList();
    private final IntColumn lines = new IntColumn();
    private final BitSet replacing = new BitSet();

    /// The same rows; the list itself if it is of this kind.
    static NewRows of(List<NewRow> rows) {
        if (rows instanceof NewRows known) {
            return known;
        }
        NewRows all = new NewRows();
        all.addAll(rows);
        return all;
    }

    @Override
    public boolean add(NewRow row) {
        replacing.set(rows.size(), row.replaces());
        rows.add(row.row());
        lines.add(row.line());
        return true;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public NewRow get(int index) {
        return new NewRow(rows.get(index), lines.get(index), replacing.get(index));
    }

    RowList rows() {
        return rows;
    }
}
