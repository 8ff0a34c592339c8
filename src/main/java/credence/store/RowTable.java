package credence.store;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/// How one kind of row lies in its table. The columns common to all kinds are in front, the fingerprint is last.
///
/// @param <R> the kind of row
abstract class RowTable<R extends SourceRow> {

    /// Columns before a row's content: its number and key, and its first statement.
    static final List<String> FRONT =
            List.of("row_no", "row_key", "batch_id", "file_id", "line_no", "seq_no", "replaces");

    private final String name;
    private final Class<R> kind;
    private final List<String> columns;

    RowTable(String name, Class<R> kind, List<String> columns) {
        this.name = name;
        this.kind = kind;
        this.columns = columns;
    }

    abstract void write(R row, RowWriter to) throws SQLException;

    abstract R read(RowKey key, long sequence, RowReader from) throws SQLException;

    void writeAny(SourceRow row, RowWriter to) throws SQLException {
        write(kind.cast(row), to);
    }

    String name() {
        return name;
    }

    int contentColumns() {
        return columns.size();
    }

    String insert() {
        int all = FRONT.size() + columns.size() + 1;
        return "INSERT INTO "
                + name
                + " ("
                + allColumns()
                + ") VALUES ("
                + String.join(", ", Collections.nCopies(all, "?"))
                + ")";
    }

    /// All rows in the order in which they were appended: the primary key's order, so that nothing is sorted.
    String select() {
        return "SELECT " + allColumns() + " FROM " + name + " ORDER BY row_no";
    }

    /// Number, key and fingerprint of the rows before a number.
    String contents() {
        return "SELECT row_no, row_key, fingerprint FROM " + name + " WHERE row_no < ?";
    }

    private String allColumns() {
        return String.join(", ", FRONT) + ", " + String.join(", ", columns) + ", fingerprint";
    }
}
