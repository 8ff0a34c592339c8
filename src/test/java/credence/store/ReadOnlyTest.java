package credence.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import credence.service.port.SnapshotStore;
import credence.service.port.StoreException;
import credence.service.port.StoredRow;
import credence.testkit.Rows;
import credence.testkit.SecondProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// A folder that cannot be written: an existing workspace can be read, and every change says why not.
class ReadOnlyTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path above;

    /// A disk on which nothing can be written, whoever asks. Tests may run as a user whom no permission stops.
    private static final class ReadOnlyDisk implements Disk {

        private static IOException denied(Path path) {
            return new AccessDeniedException(path.toString());
        }

        @Override
        public void write(InputStream content, Path to) throws IOException {
            throw denied(to);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            throw denied(to);
        }

        @Override
        public void createFolder(Path folder) throws IOException {
            throw denied(folder);
        }

        @Override
        public FileChannel openForLock(Path file) throws IOException {
            throw denied(file);
        }
    }

    private Path filled() {
        Path folder = above.resolve("w");
        try (H2Workspace workspace =
                H2Workspace.open(folder, "command", "1.0", Clock.systemUTC())) {
            workspace.facts().append(Rows.batch("a.csv", List.of(Rows.fullTrade(1))));
            workspace.settings().put("a", "1", NOON);
        }
        return folder;
    }

    private static H2Workspace openReadOnly(Path folder) {
        return H2Workspace.open(folder, "command", "1.1", Clock.systemUTC(), new ReadOnlyDisk());
    }

    private static void assertCannotBeWritten(Runnable change) {
        String message = assertThrows(StoreException.class, change::run).getMessage();
        assertTrue(message.contains("its folder cannot be written"), message);
    }

    @Test
    void everythingCanBeReadAndNothingChanged() throws IOException {
        Path folder = filled();
        byte[] before = Files.readAllBytes(folder.resolve(H2Workspace.DATABASE_FILE));
        Path file = Files.writeString(above.resolve("b.csv"), "x");
        try (H2Workspace workspace = openReadOnly(folder)) {
            assertFalse(workspace.health().writable());
            assertEquals(
                    List.of(Rows.fullTrade(1)),
                    workspace.facts().load().rows().stream().map(StoredRow::row).toList());
            assertEquals("1", workspace.settings().all().get("a"));
            assertEquals(1, workspace.facts().batches().size());
            assertTrue(workspace.audit().intact());
            assertCannotBeWritten(
                    () -> workspace.facts().append(Rows.batch("b.csv", List.of(Rows.bar(1)))));
            assertCannotBeWritten(() -> workspace.settings().put("a", "2", NOON));
            assertCannotBeWritten(() -> workspace.audit().append(NOON, "a", "b", "c", "d"));
            assertCannotBeWritten(() -> workspace.archive().put(StoreWorker.hash("x"), file));
            // A snapshot is only a cache: not keeping it is no failure.
            workspace.snapshots().save(new SnapshotStore.Snapshot(1, "p", "c", 1, new byte[9]));
            assertTrue(workspace.snapshots().latest(9, "c", 1).isEmpty());
        }
        assertArrayEquals(before, Files.readAllBytes(folder.resolve(H2Workspace.DATABASE_FILE)));
    }

    @Test
    void aReaderHearsWhoIsWriting() {
        Path folder = filled();
        try (SecondProgram writer =
                SecondProgram.start(WorkspaceLockTest.Holder.class, folder.toString())) {
            assertEquals("open", writer.readLine());
            String message =
                    assertThrows(StoreException.class, () -> openReadOnly(folder)).getMessage();
            assertTrue(message.startsWith("Credence (desktop, process " + writer.pid()), message);
            writer.kill();
            // Killed in the middle of its life: the file was not closed in order.
            try (H2Workspace workspace = openReadOnly(folder)) {
                assertEquals(1, workspace.facts().load().rows().size());
            }
        }
    }

    @Test
    void noneIsMadeWhereNothingCanBeWritten() throws IOException {
        Path folder = Files.createDirectory(above.resolve("empty"));
        String message =
                assertThrows(StoreException.class, () -> openReadOnly(folder)).getMessage();
        assertTrue(message.startsWith("There is no workspace in " + folder), message);
        String absent =
                assertThrows(StoreException.class, () -> openReadOnly(above.resolve("absent")))
                        .getMessage();
        assertTrue(absent.contains("cannot be written"), absent);
    }

    @Test
    void permissionsOfTheOperatingSystemHaveTheSameEffect() throws IOException {
        Path folder = filled();
        Path database = folder.resolve(H2Workspace.DATABASE_FILE);
        Path lock = folder.resolve(WorkspaceLock.FILE);
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            System.out.println("not tried: this file system has no permissions to take away");
            abort("no permissions");
        }
        try {
            Files.setPosixFilePermissions(lock, PosixFilePermissions.fromString("r--r--r--"));
            Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--r--r--"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
            if (Files.isWritable(folder)) {
                System.out.println("not tried: permissions do not stop this user");
                abort("a user whom permissions do not stop");
            }
            try (H2Workspace workspace =
                    H2Workspace.open(folder, "command", "1.0", Clock.systemUTC())) {
                assertFalse(workspace.health().writable());
                assertEquals(1, workspace.facts().load().rows().size());
            }
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
