package credence.service.port;

import credence.core.fact.SourceRow;
import credence.core.packed.KeyHalves;
import credence.core.packed.RowKind;
import credence.core.packed.RowList;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntFunction;

/// The rows of a log with everybody who stated them, in little memory: some 100 bytes a row. Elements are made when asked for.
/// Immutable.
public final class StoredRows extends AbstractList<StoredRow> implements RandomAccess {

    /// Rows in the order in which they came in, one list for each time that some came.
    private final List<RowList> parts;

    /// Index of the first row of each part.
    private final int[] starts;

    private final int size;
    private final StatementColumns statements;

    private StoredRows(List<RowList> parts, StatementColumns statements) {
        this.parts = parts;
        this.statements = statements;
        this.starts = new int[parts.size()];
        int from = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = from;
            from += parts.get(i).size();
        }
        this.size = from;
    }

    /// The same rows; the list itself if it is of this kind.
    public static StoredRows of(List<StoredRow> rows) {
        if (rows instanceof StoredRows known) {
            return known;
        }
        Builder builder = new Builder();
        for (StoredRow row : rows) {
            builder.add(row.row(), row.statements().getFirst());
            row.statements().stream().skip(1).forEach(s -> builder.restate(builder.size() - 1, s));
        }
        return builder.build();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public StoredRow get(int index) {
        return new StoredRow(row(index), statements(index));
    }

    public SourceRow row(int index) {
        int part = part(index);
        return parts.get(part).get(index - starts[part]);
    }

    public List<Statement> statements(int index) {
        return statements.of(index);
    }

    /// The smallest place that a statement gives a row, those of withdrawn batches left out.
    public long firstPlace(int index, Set<Long> withdrawn) {
        return statements.firstPlace(index, withdrawn);
    }

    /// Key of a row, without making the row.
    public KeyHalves key(int index) {
        int part = part(index);
        return parts.get(part).key(index - starts[part]);
    }

    /// What kind of row it is, without making the row.
    public RowKind kind(int index) {
        int part = part(index);
        return parts.get(part).kind(index - starts[part]);
    }

    /// The highest number of a batch that stated a row, 0 when there is none.
    public long latestBatch() {
        return statements.latestBatch();
    }

    private int part(int index) {
        Objects.checkIndex(index, size);
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    /// Collects rows and statements, on top of others or from nothing.
    public static final class Builder {

        private final List<RowList> parts;
        private final StatementColumns statements;
        private RowList rows;
        private int size;

        public Builder() {
            this.parts = new ArrayList<>();
            this.statements = new StatementColumns();
            this.rows = new RowList();
        }

        /// @param before rows that stay as they are; they are shared, not copied
        public Builder(StoredRows before) {
            this.parts = new ArrayList<>(before.parts);
            this.statements = before.statements.copy();
            this.rows = new RowList(Math.max(0, RowList.UNPACKED - before.size));
            this.size = before.size;
        }

        public int size() {
            return size;
        }

        public void add(SourceRow row, Statement first) {
            rows.add(row);
            statements.addRow(first);
            size++;
        }

        /// Adds rows that are shared, not copied.
        ///
        /// @param first for each index in `added` its first statement
        public void addAll(RowList added, IntFunction<Statement> first) {
            endPart();
            if (!added.isEmpty()) {
                parts.add(added);
            }
            for (int i = 0; i < added.size(); i++) {
                statements.addRow(first.apply(i));
            }
            size += added.size();
        }

        private void endPart() {
            if (!rows.isEmpty()) {
                parts.add(rows);
                rows = new RowList(Math.max(0, RowList.UNPACKED - size));
            }
        }

        /// A further statement of a row.
        ///
        /// @param index of the row, those before included
        public void restate(int index, Statement statement) {
            statements.addTo(index, statement);
        }

        /// To be called once.
        public StoredRows build() {
            endPart();
            return new StoredRows(List.copyOf(parts), statements);
        }
    }
}
