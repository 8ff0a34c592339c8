package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.service.port.NewBatch;
import credence.service.port.StoreException;
import credence.service.port.StoredRow;
import credence.testkit.Rows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The disk is full at any byte: a clear message, nothing half done, and work goes on once there is room.
class FullDiskTest {

    private static final long PLENTY = Long.MAX_VALUE;

    @TempDir Path above;
    private final LimitedDisk disk = new LimitedDisk();

    @AfterEach
    void makeRoom() {
        LimitedDisk.ROOM.set(PLENTY);
    }

    private H2Workspace open() {
        return H2Workspace.open(above.resolve("w"), "command", "1.0", Clock.systemUTC(), disk);
    }

    private static List<SourceRow> rows(H2Workspace workspace) {
        return workspace.facts().load().rows().stream().map(StoredRow::row).toList();
    }

    private static void assertFull(StoreException e, String start) {
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
        assertTrue(e.getMessage().contains("is full"), e.getMessage());
        assertTrue(e.getMessage().contains("Free some space"), e.getMessage());
    }

    @Test
    void aWorkspaceIsMadeWholeOrNotAtAll() throws IOException {
        for (long room : new long[] {0, 3, 100, 5_000, 20_000}) {
            LimitedDisk.ROOM.set(room);
            assertFull(assertThrows(StoreException.class, this::open), "The ");
            try (Stream<Path> left = Files.list(above)) {
                assertEquals(List.of(), left.toList(), "with room for " + room);
            }
        }
        LimitedDisk.ROOM.set(PLENTY);
        try (H2Workspace workspace = open()) {
            assertEquals(List.of(), rows(workspace));
        }
    }

    @Test
    void aBatchIsKeptWholeOrNotAtAllAndTheNextTrySucceeds() {
        List<SourceRow> expected = new ArrayList<>();
        try (H2Workspace workspace = open()) {
            long number = 0;
            for (long room : new long[] {0, 1, 4_096, 10_000, 40_000, 100_000}) {
                NewBatch batch = batchFrom(number);
                LimitedDisk.ROOM.set(room);
                assertFull(
                        assertThrows(StoreException.class, () -> workspace.facts().append(batch)),
                        "The import was not kept: the disk that holds ");
                LimitedDisk.ROOM.set(PLENTY);
                assertEquals(expected, rows(workspace), "with room for " + room);
                workspace.facts().append(batch);
                batch.files().getFirst().rows().forEach(r -> expected.add(r.row()));
                assertEquals(expected, rows(workspace), "after room for " + room);
                number += 1_000;
            }
        }
        try (H2Workspace workspace = open()) {
            assertEquals(expected, rows(workspace));
        }
    }

    /// Some 700 KB in the database.
    private static NewBatch batchFrom(long number) {
        List<SourceRow> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(Rows.fullTrade(number + i));
        }
        return Rows.batch("trades.csv", rows);
    }

    @Test
    void smallChangesSayThatTheyWereNotKept() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        try (H2Workspace workspace = open()) {
            LimitedDisk.ROOM.set(0);
            assertFull(
                    assertThrows(
                            StoreException.class, () -> workspace.settings().put("a", "1", now)),
                    "The setting a was not kept");
            assertFull(
                    assertThrows(
                            StoreException.class,
                            () -> workspace.audit().append(now, "trader", "x", "y", "z")),
                    "The audit log was not written");
            LimitedDisk.ROOM.set(PLENTY);
            assertTrue(workspace.settings().all().isEmpty());
            assertTrue(workspace.audit().entries().isEmpty());
            workspace.settings().put("a", "2", now);
            assertEquals("2", workspace.settings().all().get("a"));
        }
    }

    @Test
    void aWorkspaceOnAFullDiskCanStillBeReadAndClosed() {
        try (H2Workspace workspace = open()) {
            workspace.facts().append(Rows.batch("a.csv", List.of(Rows.bar(1))));
        }
        LimitedDisk.ROOM.set(0);
        try (H2Workspace workspace = open()) {
            assertEquals(List.of(Rows.bar(1)), rows(workspace));
        }
        LimitedDisk.ROOM.set(PLENTY);
        try (H2Workspace workspace = open()) {
            assertEquals(List.of(Rows.bar(1)), rows(workspace));
        }
    }

    @Test
    void anArchivedFileIsWholeOrAbsent() throws IOException {
        String content = "x".repeat(10_000);
        Path file = Files.writeString(above.resolve("fills.csv"), content);
        String hash = StoreWorker.hash(content);
        try (H2Workspace workspace = open()) {
            LimitedDisk.ROOM.set(5_000);
            assertFull(
                    assertThrows(StoreException.class, () -> workspace.archive().put(hash, file)),
                    "The file fills.csv was not archived");
            assertFalse(workspace.archive().contains(hash));
            try (Stream<Path> left = Files.walk(above.resolve("w/archive"))) {
                assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
            }
            LimitedDisk.ROOM.set(PLENTY);
            workspace.archive().put(hash, file);
            assertTrue(workspace.archive().contains(hash));
        }
    }
}
