package credence.store;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.packed.KeyHalves;
import credence.core.packed.KeyTable;
import credence.service.port.NewBatch.NewRow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Appends the rows of one batch to one table, and finds the rows that the batch states again.
final class RowAppender implements AutoCloseable {

    /// Stands for a row that is stated again and not found yet; rows are numbered from 1.
    private static final int SOUGHT = 0;

    private static final int FRONT = RowTable.FRONT.size();

    private final Connection connection;
    private final RowTable<?> table;
    private final PreparedStatement insert;
    private final RowWriter columns;
    private final RowWriter fingerprints = new RowWriter(null);

    /// Numbers of the rows that are new or sought, by key and fingerprint mixed into 128 bits.
    private final KeyTable numbers;

    private final long firstNumber;
    private int inGroup;

    /// @param firstNumber number of the batch's first row; lower ones were there before
    /// @param expected how many rows will come or be sought
    RowAppender(Connection connection, RowTable<?> table, long firstNumber, int expected)
            throws SQLException {
        this.numbers = new KeyTable(expected);
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
        if (put(row.key(), columns.fingerprint(), number) != KeyTable.NONE) {
            throw alreadyHeld(key);
        }
        insert.addBatch();
        if (++inGroup == BatchWriter.GROUP) {
            inGroup = 0;
            insert.executeBatch();
        }
    }

    /// Takes note of a row that is stated again; [#finish] finds it.
    void seek(SourceRow held) throws SQLException {
        if (number(held) == KeyTable.NONE) {
            put(held.key(), fingerprints.fingerprint(), SOUGHT);
        }
    }

    /// Sends what waits, and checks in one scan that no new row was held before.
    ///
    /// @throws IllegalArgumentException when the batch takes a held row for a new one
    void finish() throws SQLException {
        if (inGroup > 0) {
            insert.executeBatch();
        }
        try (PreparedStatement s = connection.prepareStatement(table.contents())) {
            s.setLong(1, firstNumber);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    RowKey key = new RowKey(row.getString(2));
                    long fingerprint = row.getLong(3);
                    int known = get(key, fingerprint);
                    if (known >= firstNumber) {
                        throw alreadyHeld(key.value());
                    }
                    if (known == SOUGHT) {
                        put(key, fingerprint, row.getLong(1));
                    }
                }
            }
        }
    }

    /// Number of a row that was sought, after [#finish].
    ///
    /// @throws IllegalArgumentException when it is not held
    long found(SourceRow held) throws SQLException {
        int number = number(held);
        if (number <= SOUGHT) {
            throw new IllegalArgumentException(
                    "restated row " + held.key() + " is not held as a " + table.name());
        }
        return number;
    }

    private int number(SourceRow held) throws SQLException {
        fingerprints.begin(0, held.key().value());
        table.writeAny(held, fingerprints);
        return get(held.key(), fingerprints.fingerprint());
    }

    private int get(RowKey key, long fingerprint) {
        KeyHalves halves = KeyHalves.of(key);
        return numbers.get(halves.high() ^ fingerprint, mixed(halves, fingerprint));
    }

    private int put(RowKey key, long fingerprint, long number) {
        KeyHalves halves = KeyHalves.of(key);
        return numbers.put(
                halves.high() ^ fingerprint, mixed(halves, fingerprint), Math.toIntExact(number));
    }

    private static long mixed(KeyHalves key, long fingerprint) {
        return key.low() + fingerprint * 0x9E3779B97F4A7C15L;
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
