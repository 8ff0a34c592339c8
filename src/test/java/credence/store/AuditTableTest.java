package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.port.AuditLog;

import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

class AuditTableTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000000001Z");

    @TempDir Path folder;

    @BeforeEach
    void writeThree() {
        try (H2Workspace workspace = open()) {
            assertTrue(workspace.audit().intact());
            workspace.audit().append(NOON, "trader", "reset", "grid", "it changed hands");
            workspace.audit().append(NOON, "breaker", "trip", "book", "");
        }
        try (H2Workspace workspace = open()) {
            workspace.audit().append(NOON.plusSeconds(1), "trader", "re-arm", "book", "ä \"x\"");
        }
    }

    private H2Workspace open() {
        return H2Workspace.open(folder, "command", "1.0", Clock.systemUTC());
    }

    private boolean intactAfter(String sql) throws SQLException {
        try (Connection c =
                        new Driver()
                                .connect(
                                        "jdbc:h2:file:" + folder.resolve("credence"),
                                        new Properties());
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
        try (H2Workspace workspace = open()) {
            return workspace.audit().intact();
        }
    }

    @Test
    void entriesComeBackInOrder() {
        try (H2Workspace workspace = open()) {
            List<AuditLog.Entry> entries = workspace.audit().entries();
            assertEquals(
                    List.of("reset", "trip", "re-arm"),
                    entries.stream().map(AuditLog.Entry::action).toList());
            AuditLog.Entry first = entries.getFirst();
            // SHA-256 over 64 zeros and the fields, each with its length in four bytes in front;
            // computed with
            // Python's hashlib.
            assertEquals(
                    new AuditLog.Entry(
                            1,
                            NOON,
                            "trader",
                            "reset",
                            "grid",
                            "it changed hands",
                            "f3e875f53f34e54d2fd2acd1412054489a62179273803a9fb12270006be5b065"),
                    first);
            assertTrue(workspace.audit().intact());
        }
    }

    @Test
    void aChangedWordIsNoticed() throws SQLException {
        assertFalse(intactAfter("UPDATE audit SET detail = 'it did well' WHERE id = 1"));
    }

    @Test
    void aChangedTimeIsNoticed() throws SQLException {
        assertFalse(intactAfter("UPDATE audit SET happened_at = happened_at + 1 WHERE id = 3"));
    }

    @Test
    void wordsMovedToTheNeighbouringFieldAreNoticed() throws SQLException {
        assertFalse(
                intactAfter(
                        "UPDATE audit SET subject = 'gri', detail = 'dit changed hands' WHERE id ="
                                + " 1"));
    }

    @Test
    void aRemovedEntryIsNoticed() throws SQLException {
        assertFalse(intactAfter("DELETE FROM audit WHERE id = 2"));
    }

    @Test
    void aRemovedFirstEntryIsNoticed() throws SQLException {
        assertFalse(intactAfter("DELETE FROM audit WHERE id = 1"));
    }

    @Test
    void anEntrySlippedInIsNoticed() throws SQLException {
        assertFalse(
                intactAfter(
                        "INSERT INTO audit SELECT 4, happened_at, actor, action, subject, detail,"
                                + " hash FROM audit WHERE id = 3"));
    }
}
