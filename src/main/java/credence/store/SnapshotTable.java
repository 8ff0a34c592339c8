package credence.store;

import credence.service.port.SnapshotStore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The newest few snapshots, compressed. Written without waiting for the medium, and not at all where nothing can be
/// written: losing one costs time, nothing else.
final class SnapshotTable implements SnapshotStore {

    /// How many are kept.
    static final int KEPT = 8;

    private final Database database;

    SnapshotTable(Database database) {
        this.database = database;
    }

    @Override
    public void save(Snapshot snapshot) {
        if (!database.writable()) {
            return;
        }
        byte[] state = compress(snapshot.state());
        database.changeCache(
                "The snapshot was not kept",
                c -> {
                    long id = Numbers.next(c, "snapshot", "id");
                    try (PreparedStatement s =
                            c.prepareStatement(
                                    "INSERT INTO snapshot (id, facts, prefix_hash,"
                                        + " configuration_hash, codec, state) VALUES (?, ?, ?, ?,"
                                        + " ?, ?)")) {
                        s.setLong(1, id);
                        s.setLong(2, snapshot.facts());
                        s.setString(3, snapshot.prefixHash());
                        s.setString(4, snapshot.configurationHash());
                        s.setInt(5, snapshot.codec());
                        s.setBytes(6, state);
                        s.executeUpdate();
                    }
                    // A second state of the same facts under the same configuration replaces the
                    // first.
                    try (PreparedStatement s =
                            c.prepareStatement(
                                    "DELETE FROM snapshot WHERE id <= ? OR (id < ? AND facts = ?"
                                            + " AND configuration_hash = ? AND codec = ?)")) {
                        s.setLong(1, id - KEPT);
                        s.setLong(2, id);
                        s.setLong(3, snapshot.facts());
                        s.setString(4, snapshot.configurationHash());
                        s.setInt(5, snapshot.codec());
                        return s.executeUpdate();
                    }
                });
    }

    @Override
    public Optional<Snapshot> latest(long atMostFacts, String configurationHash, int codec) {
        return database.read(
                "The snapshots could not be read",
                c -> {
                    try (PreparedStatement s =
                            c.prepareStatement(
                                    "SELECT facts, prefix_hash, state FROM snapshot WHERE facts <="
                                            + " ? AND configuration_hash = ? AND codec = ? ORDER BY"
                                            + " facts DESC, id DESC")) {
                        s.setLong(1, atMostFacts);
                        s.setString(2, configurationHash);
                        s.setInt(3, codec);
                        try (ResultSet row = s.executeQuery()) {
                            while (row.next()) {
                                Optional<byte[]> state = decompress(row.getBytes(3));
                                if (state.isPresent()) {
                                    return Optional.of(
                                            new Snapshot(
                                                    row.getLong(1),
                                                    row.getString(2),
                                                    configurationHash,
                                                    codec,
                                                    state.get()));
                                }
                            }
                        }
                    }
                    return Optional.empty();
                });
    }

    @Override
    public void clear() {
        database.changeCache(
                "The snapshots were not cleared",
                c -> {
                    try (PreparedStatement s = c.prepareStatement("DELETE FROM snapshot")) {
                        return s.executeUpdate();
                    }
                });
    }

    private static byte[] compress(byte[] state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(state.length / 3 + 64);
        try (GZIPOutputStream out =
                new GZIPOutputStream(bytes, 8192) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                }) {
            out.write(state);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /// @return nothing when the state is not what was saved: gzip carries a checksum, and another snapshot will do
    private static Optional<byte[]> decompress(byte[] state) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(state), 8192)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
