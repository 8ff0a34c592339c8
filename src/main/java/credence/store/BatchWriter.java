package credence.store;

import credence.core.fact.SourceRow;
import credence.service.port.NewBatch;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.Progress;
import credence.service.port.StoreException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Writes one batch inside the caller's transaction: prepared statements, sent in groups.
final class BatchWriter implements AutoCloseable {

    static final int GROUP = 1_000;

    private final Connection connection;
    private final RowTables tables;
    private final JsonText json;
    private final Map<RowTable<?>, RowAppender> appenders = new HashMap<>();
    private final Progress progress;
    private long rowNumber;
    private long done;
    private long total;

    BatchWriter(Connection connection, RowTables tables, JsonText json, Progress progress) {
        this.connection = connection;
        this.progress = progress;
        this.tables = tables;
        this.json = json;
    }

    /// @return the batch's id
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    long write(NewBatch content) throws SQLException {
        for (NewFile each : content.files()) {
            total += each.rows().size() + each.restatements().size();
        }
        long batch = Numbers.next(connection, "batch", "id");
        long file = Numbers.next(connection, "batch_file", "id");
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
                writeRows(each, batch, file);
                file++;
            }
        }
        for (RowAppender each : appenders.values()) {
            each.finish();
        }
        writeRestatements(content, batch, file - content.files().size());
        return batch;
    }

    private void writeRows(NewFile content, long batch, long file) throws SQLException {
        for (NewRow each : content.rows()) {
            step();
            try {
                appender(each.row()).add(each, rowNumber++, batch, file);
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
        for (Restatement each : content.restatements()) {
            progress.checkCancelled();
            appender(each.held()).seek(each.held());
        }
    }

    private void writeRestatements(NewBatch content, long batch, long firstFile)
            throws SQLException {
        long first = Numbers.next(connection, "restatement", "id");
        long id = first;
        long file = firstFile;
        try (PreparedStatement s =
                connection.prepareStatement(
                        "INSERT INTO restatement (id, row_no, batch_id, file_id, line_no, seq_no,"
                                + " replaces) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (NewFile each : content.files()) {
                for (Restatement again : each.restatements()) {
                    step();
                    s.setLong(1, id++);
                    s.setLong(2, appender(again.held()).found(again.held()));
                    s.setLong(3, batch);
                    s.setLong(4, file);
                    s.setInt(5, again.line());
                    s.setLong(6, again.sequence());
                    s.setBoolean(7, again.replaces());
                    s.addBatch();
                    if ((id - first) % GROUP == 0) {
                        s.executeBatch();
                    }
                }
                file++;
            }
            if ((id - first) % GROUP != 0) {
                s.executeBatch();
            }
        }
    }

    private void step() {
        progress.checkCancelled();
        if (done++ % GROUP == 0) {
            progress.update("Keeping the rows", done, total);
        }
    }

    private RowAppender appender(SourceRow row) throws SQLException {
        RowTable<?> table = tables.holding(row);
        RowAppender known = appenders.get(table);
        if (known == null) {
            known = new RowAppender(connection, table, rowNumber, expected());
            appenders.put(table, known);
        }
        return known;
    }

    /// Nearly every import holds rows of one kind; the table of another grows as they come.
    private int expected() {
        return appenders.isEmpty() ? Math.toIntExact(total) : 0;
    }

    @Override
    public void close() throws SQLException {
        for (RowAppender each : appenders.values()) {
            each.close();
        }
    }
}
