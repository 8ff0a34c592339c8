package credence.store;

import credence.service.port.AuditLog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The audit log: each entry's hash covers the hash before it, so that no entry can be changed, removed from within
/// or slipped in unnoticed. Cutting off the newest entries is not noticed: nothing outside keeps the last hash.
final class AuditTable implements AuditLog {

    private static final String BEGINNING = "0".repeat(64);

    private final Database database;

    AuditTable(Database database) {
        this.database = database;
    }

    @Override
    public void append(Instant at, String actor, String action, String subject, String detail) {
        database.change(
                "The audit log was not written",
                c -> {
                    long id = Numbers.next(c, "audit", "id");
                    String hash = hash(lastHash(c), id, at, actor, action, subject, detail);
                    try (PreparedStatement s =
                            c.prepareStatement(
                                    "INSERT INTO audit (id, happened_at, actor, action, subject,"
                                            + " detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                        s.setLong(1, id);
                        s.setLong(2, Nanos.of(at));
                        s.setString(3, actor);
                        s.setString(4, action);
                        s.setString(5, subject);
                        s.setString(6, detail);
                        s.setString(7, hash);
                        return s.executeUpdate();
                    }
                });
    }

    @Override
    public List<Entry> entries() {
        return database.read("The audit log could not be read", AuditTable::entries);
    }

    @Override
    public boolean intact() {
        String previous = BEGINNING;
        long expected = 1;
        for (Entry e : entries()) {
            String hash =
                    hash(previous, e.id(), e.at(), e.actor(), e.action(), e.subject(), e.detail());
            if (e.id() != expected || !hash.equals(e.hash())) {
                return false;
            }
            previous = hash;
            expected++;
        }
        return true;
    }

    private static List<Entry> entries(Connection c) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement s =
                        c.prepareStatement(
                                "SELECT id, happened_at, actor, action, subject, detail, hash"
                                        + " FROM audit ORDER BY id");
                ResultSet row = s.executeQuery()) {
            while (row.next()) {
                entries.add(
                        new Entry(
                                row.getLong(1),
                                Nanos.instant(row.getLong(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)));
            }
        }
        return entries;
    }

    private static String lastHash(Connection c) throws SQLException {
        try (PreparedStatement s =
                        c.prepareStatement(
                                "SELECT hash FROM audit ORDER BY id DESC FETCH FIRST 1 ROW ONLY");
                ResultSet row = s.executeQuery()) {
            return row.next() ? row.getString(1) : BEGINNING;
        }
    }

    private static String hash(
            String previous,
            long id,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail) {
        return new Sha256()
                .add(previous)
                .add(Long.toString(id))
                .add(Long.toString(Nanos.of(at)))
                .add(actor)
                .add(action)
                .add(subject)
                .add(detail)
                .hex();
    }
}
