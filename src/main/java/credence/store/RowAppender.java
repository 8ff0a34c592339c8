package credence.store;

import credence.core.fact.SourceRow;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Appends the rows of one batch to one table, and the further statements of rows it holds.
final class RowAppender implements AutoCloseable {

    /// Which content of which key.
    private record Content(String key, long fingerprint) {
        @Override
        public int hashCode() {
            return Long.hashCode(fingerprint);
        }
    }

    private record Waiting(Content content, Restatement restatement, long batch, long file) {}

    private static final int FRONT = RowTable.FRONT.size();

    private final Connection connection;
    private final RowTable<?> table;
    private final PreparedStatement insert;
    private final RowWriter columns;
    private final RowWriter fingerprints = new RowWriter(null);
    private final Map<Content, Long> added = new HashMap<>();
    private final List<Waiting> restated = new ArrayList<>();
    private final long firstNumber;
    private int inGroup;

    /// @param firstNumber number of the batch's first row; lower ones were there before
    RowAppender(Connection connection, RowTable<?> table, long firstNumber) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.firstNumber = firstNumber;
        this.insert = connection.prepareStatement(table.insert());
        this.columns = new RowWriter(insert);
    }

    void add(NewRow each, long number, long batch, long file) throws SQLException {
        SourceRow row = each.row();
        String key = row.key().value();
        insert.setLong(1, number);
        insert.setString(2, key);
        insert.setLong(3, batch);
        insert.setLong(4, file);
        insert.setInt(5, each.line());
        insert.setLong(6, row.sequence());
        insert.setBoolean(7, each.replaces());
        columns.begin(FRONT, key);
        table.writeAny(row, columns);
        insert.setLong(FRONT + table.contentColumns() + 1, columns.fingerprint());
        if (added.put(new Content(key, columns.fingerprint()), number) != null) {
            throw alreadyHeld(key);
        }
        insert.addBatch();
        if (++inGroup == BatchWriter.GROUP) {
            inGroup = 0;
            insert.executeBatch();
        }
    }

    void restate(Restatement each, long batch, long file) throws SQLException {
        String key = each.held().key().value();
        fingerprints.begin(0, key);
        table.writeAny(each.held(), fingerprints);
        Content content = new Content(key, fingerprints.fingerprint());
        restated.add(new Waiting(content, each, batch, file));
    }

    /// Sends what waits, and checks in one scan that no new row was held before and that every restated one is.
    ///
    /// @param restatement number of the next restatement
    /// @return number of the one after the last
    /// @throws IllegalArgumentException when the batch takes a held row for a new one, or the reverse
    long finish(long restatement) throws SQLException {
        if (inGroup > 0) {
            insert.executeBatch();
        }
        Map<Content, Long> numbers = new HashMap<>();
        Set<Content> wanted = new HashSet<>();
        for (Waiting each : restated) {
            wanted.add(each.content);
        }
        try (PreparedStatement s = connection.prepareStatement(table.contents())) {
            s.setLong(1, firstNumber);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    Content content = new Content(row.getString(2), row.getLong(3));
                    if (added.containsKey(content)) {
                        throw alreadyHeld(content.key);
                    }
                    if (wanted.contains(content)) {
                        numbers.put(content, row.getLong(1));
                    }
                }
            }
        }
        return restated.isEmpty() ? restatement : insertRestatements(numbers, restatement);
    }

    private long insertRestatements(Map<Content, Long> held, long first) throws SQLException {
        long id = first;
        try (PreparedStatement s =
                connection.prepareStatement(
                        "INSERT INTO restatement (id, row_no, batch_id, file_id, line_no, seq_no,"
                                + " replaces) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Waiting each : restated) {
                Long number = held.getOrDefault(each.content, added.get(each.content));
                if (number == null) {
                    throw new IllegalArgumentException(
                            "restated row "
                                    + each.content.key
                                    + " is not held as a "
                                    + table.name());
                }
                s.setLong(1, id++);
                s.setLong(2, number);
                s.setLong(3, each.batch);
                s.setLong(4, each.file);
                s.setInt(5, each.restatement.line());
                s.setLong(6, each.restatement.sequence());
                s.setBoolean(7, each.restatement.replaces());
                s.addBatch();
                if ((id - first) % BatchWriter.GROUP == 0) {
                    s.executeBatch();
                }
            }
            s.executeBatch();
        }
        return id;
    }

    private IllegalArgumentException alreadyHeld(String key) {
        return new IllegalArgumentException(
                "row " + key + " is held already with this content as a " + table.name());
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
