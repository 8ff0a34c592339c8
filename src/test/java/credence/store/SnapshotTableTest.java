package credence.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.Draws;
import credence.service.port.SnapshotStore.Snapshot;

import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

class SnapshotTableTest {

    @TempDir Path folder;

    private H2Workspace open() {
        return H2Workspace.open(folder, "command", "1.0", Clock.systemUTC());
    }

    private static Snapshot snapshot(long facts, String configuration, int codec, int size) {
        Draws draws = Draws.of(facts, "snapshot");
        byte[] state = new byte[size];
        for (int i = 0; i < size; i++) {
            state[i] = (byte) draws.below(3, i);
        }
        return new Snapshot(facts, "prefix " + facts, configuration, codec, state);
    }

    private static Optional<Long> latest(H2Workspace workspace, long atMost, String c, int codec) {
        return workspace.snapshots().latest(atMost, c, codec).map(Snapshot::facts);
    }

    @Test
    void theOneWithTheMostFactsOfTheSameConfigurationAndCodecIsFound() {
        try (H2Workspace workspace = open()) {
            workspace.snapshots().save(snapshot(200, "a", 1, 10));
            workspace.snapshots().save(snapshot(100, "a", 1, 10));
            workspace.snapshots().save(snapshot(150, "b", 1, 10));
            workspace.snapshots().save(snapshot(160, "a", 2, 10));
        }
        try (H2Workspace workspace = open()) {
            assertEquals(Optional.of(200L), latest(workspace, 999, "a", 1));
            assertEquals(Optional.of(200L), latest(workspace, 200, "a", 1));
            assertEquals(Optional.of(100L), latest(workspace, 199, "a", 1));
            assertEquals(Optional.empty(), latest(workspace, 99, "a", 1));
            assertEquals(Optional.of(150L), latest(workspace, 999, "b", 1));
            assertEquals(Optional.of(160L), latest(workspace, 999, "a", 2));
            assertEquals(Optional.empty(), latest(workspace, 999, "c", 1));
            workspace.snapshots().clear();
            assertEquals(Optional.empty(), latest(workspace, 999, "a", 1));
        }
    }

    @Test
    void aLargeStateComesBackBitForBit() {
        Snapshot large = snapshot(7, "a", 1, 3_000_000);
        try (H2Workspace workspace = open()) {
            workspace.snapshots().save(large);
        }
        try (H2Workspace workspace = open()) {
            Snapshot back = workspace.snapshots().latest(7, "a", 1).orElseThrow();
            assertEquals("prefix 7", back.prefixHash());
            assertArrayEquals(large.state(), back.state());
            // Two bits of chance a byte: 750 KB if nothing is lost, and less than half of the state
            // with compression.
            assertTrue(workspace.health().databaseBytes() < 1_500_000);
        }
    }

    @Test
    void onlyTheNewestFewAreKeptAndOneOfEqualFacts() throws SQLException {
        try (H2Workspace workspace = open()) {
            for (int facts = 1; facts <= 20; facts++) {
                workspace.snapshots().save(snapshot(facts, "a", 1, 10));
            }
            workspace.snapshots().save(snapshot(20, "a", 1, 11));
            assertEquals(11, workspace.snapshots().latest(20, "a", 1).orElseThrow().state().length);
            assertEquals(Optional.empty(), latest(workspace, 12, "a", 1));
            assertEquals(Optional.of(14L), latest(workspace, 14, "a", 1));
        }
    }

    @Test
    void aDamagedStateIsPassedOver() throws SQLException {
        try (H2Workspace workspace = open()) {
            workspace.snapshots().save(snapshot(1, "a", 1, 500));
            workspace.snapshots().save(snapshot(2, "a", 1, 500));
        }
        try (Connection c =
                        new Driver()
                                .connect(
                                        "jdbc:h2:file:" + folder.resolve("credence"),
                                        new Properties());
                Statement s = c.createStatement()) {
            s.execute("UPDATE snapshot SET state = X'1f8b0800' WHERE facts = 2");
        }
        try (H2Workspace workspace = open()) {
            assertEquals(Optional.of(1L), latest(workspace, 9, "a", 1));
        }
    }
}
