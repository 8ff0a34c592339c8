package credence.store;

import credence.core.fact.SourceRow;
import credence.service.port.NewBatch;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.StoreException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Writes one batch inside the caller's transaction: prepared statements, sent in groups.
final class BatchWriter implements AutoCloseable {

    private static final int GROUP = 1_000;

    private final Connection connection;
    private final RowTables tables;
    private final JsonText json;
    private final Map<RowTable<?>, Inserts> inserts = new HashMap<>();
    private final Map<RowTable<?>, Restatements> restatements = new HashMap<>();
    private final RowWriter fingerprints = new RowWriter(null);
    private long batch;
    private long file;
    private long rowNumber;
    private long restatement;

    BatchWriter(Connection connection, RowTables tables, JsonText json) {
        this.connection = connection;
        this.tables = tables;
        this.json = json;
    }

    /// @return the batch's id
    long write(NewBatch content) throws SQLException {
        batch = Numbers.next(connection, "batch", "id");
        file = Numbers.next(connection, "batch_file", "id");
        restatement = Numbers.next(connection, "restatement", "id");
        for (RowTable<?> table : tables.all()) {
            rowNumber = Math.max(rowNumber, Numbers.next(connection, table.name(), "row_no"));
        }
        try (PreparedStatement s =
                connection.prepareStatement(
                        "INSERT INTO batch (id, kind, imported_at) VALUES (?, ?, ?)")) {
            s.setLong(1, batch);
            s.setString(2, content.kind());
            s.setLong(3, Nanos.of(content.importedAt()));
            s.executeUpdate();
        }
        try (PreparedStatement s =
                connection.prepareStatement(
                        "INSERT INTO batch_file (id, batch_id, name, sha256, report) VALUES (?, ?,"
                                + " ?, ?, ?)")) {
            for (NewFile each : content.files()) {
                s.setLong(1, file);
                s.setLong(2, batch);
                s.setString(3, each.name());
                s.setString(4, each.sha256());
                s.setString(5, json.ofReport(each.report()));
                s.executeUpdate();
                writeRows(each);
                file++;
            }
        }
        return batch;
    }

    private void writeRows(NewFile content) throws SQLException {
        for (NewRow each : content.rows()) {
            try {
                insertsOf(each.row()).add(each);
            } catch (ArithmeticException e) {
                throw new StoreException(
                        content.name()
                                + ", line "
                                + each.line()
                                + ": a time lies outside the years 1678 to 2261, which no journal"
                                + " can mean. Correct the line, or leave it out.",
                        e);
            }
        }
        for (Inserts each : inserts.values()) {
            each.flush();
        }
        for (Restatement each : content.restatements()) {
            restatementsOf(each.held()).add(each);
        }
        for (Restatements each : restatements.values()) {
            each.flush();
        }
    }

    private Inserts insertsOf(SourceRow row) throws SQLException {
        RowTable<?> table = tables.holding(row);
        Inserts known = inserts.get(table);
        if (known == null) {
            known = new Inserts(table);
            inserts.put(table, known);
        }
        return known;
    }

    private Restatements restatementsOf(SourceRow row) throws SQLException {
        RowTable<?> table = tables.holding(row);
        Restatements known = restatements.get(table);
        if (known == null) {
            known = new Restatements(table);
            restatements.put(table, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (Inserts each : inserts.values()) {
            each.statement.close();
        }
        for (Restatements each : restatements.values()) {
            each.statement.close();
        }
    }

    /// New rows of one table.
    private final class Inserts {

        private final RowTable<?> table;
        private final PreparedStatement statement;
        private final RowWriter writer;
        private int waiting;

        Inserts(RowTable<?> table) throws SQLException {
            this.table = table;
            this.statement = connection.prepareStatement(table.insert());
            this.writer = new RowWriter(statement);
        }

        void add(NewRow each) throws SQLException {
            SourceRow row = each.row();
            int front = RowTable.FRONT.size();
            statement.setLong(1, rowNumber++);
            statement.setString(2, row.key().value());
            statement.setLong(3, batch);
            statement.setLong(4, file);
            statement.setInt(5, each.line());
            statement.setLong(6, row.sequence());
            statement.setBoolean(7, each.replaces());
            writer.begin(front, row.key().value());
            table.writeAny(row, writer);
            statement.setLong(front + table.contentColumns() + 1, writer.fingerprint());
            statement.addBatch();
            if (++waiting == GROUP) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (waiting > 0) {
                waiting = 0;
                statement.executeBatch();
            }
        }
    }

    /// Held rows of one table, said again.
    private final class Restatements {

        private final RowTable<?> table;
        private final PreparedStatement statement;
        private int waiting;

        Restatements(RowTable<?> table) throws SQLException {
            this.table = table;
            this.statement = connection.prepareStatement(table.restate());
        }

        void add(Restatement each) throws SQLException {
            String key = each.held().key().value();
            fingerprints.begin(0, key);
            table.writeAny(each.held(), fingerprints);
            statement.setLong(1, restatement++);
            statement.setLong(2, batch);
            statement.setLong(3, file);
            statement.setInt(4, each.line());
            statement.setLong(5, each.sequence());
            statement.setBoolean(6, each.replaces());
            statement.setString(7, key);
            statement.setLong(8, fingerprints.fingerprint());
            statement.addBatch();
            if (++waiting == GROUP) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (waiting == 0) {
                return;
            }
            waiting = 0;
            for (int inserted : statement.executeBatch()) {
                if (inserted != 1) {
                    throw new IllegalArgumentException(
                            "a restated row is not held in table " + table.name());
                }
            }
        }
    }
}
