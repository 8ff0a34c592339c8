package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.port.StoreException;
import credence.testkit.SecondProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// One program at a time; the second hears at once who is first.
class WorkspaceLockTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-21T14:02:59Z"), ZoneOffset.UTC);
    private static final Clock NEXT_DAY = Clock.offset(NOON, Duration.ofDays(1));

    @TempDir Path folder;

    private H2Workspace open(Clock clock) {
        return H2Workspace.open(folder, "command", "1.0", clock);
    }

    /// Opens the workspace as the desktop would, at 14:02, says so, and waits to be killed.
    static final class Holder {
        public static void main(String[] args) throws IOException, InterruptedException {
            H2Workspace.open(Path.of(args[0]), "desktop", "1.0", NOON);
            System.out.println("open");
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    @Test
    void theSecondProgramHearsWhoHoldsTheWorkspaceAndAKilledOneBlocksNobody() {
        try (SecondProgram first =
                SecondProgram.start(Holder.class, folder.toAbsolutePath().toString())) {
            assertEquals("open", first.readLine());
            long start = System.nanoTime();
            String now = assertThrows(StoreException.class, () -> open(NOON)).getMessage();
            assertTrue(System.nanoTime() - start < 2_000_000_000L, "it waited");
            assertEquals(
                    "Credence (desktop, process "
                            + first.pid()
                            + ", since 14:02) is using this workspace: "
                            + folder
                            + ". Close it first, or choose another workspace.",
                    now);
            String later = assertThrows(StoreException.class, () -> open(NEXT_DAY)).getMessage();
            assertTrue(later.contains("since 2026-11-21 14:02)"), later);
            first.kill();
            assertTrue(Files.exists(folder.resolve(WorkspaceLock.FILE)));
            open(NOON).close();
        }
    }

    @Test
    void theSameProgramCannotOpenItTwiceAndKeepsWhatItHas() {
        try (H2Workspace first = open(NOON)) {
            String message = assertThrows(StoreException.class, () -> open(NOON)).getMessage();
            assertTrue(message.contains("has the workspace " + folder + " open already"), message);
            // The failed try must not have given up the lock of the first: another process is still
            // shut out.
            try (SecondProgram second =
                    SecondProgram.start(Visitor.class, folder.toAbsolutePath().toString())) {
                String heard = second.readLine();
                assertTrue(
                        heard.startsWith(
                                "Credence (command, process "
                                        + ProcessHandle.current().pid()
                                        + ","),
                        heard);
            }
            first.settings().put("a", "1", NOON.instant());
        }
        open(NOON).close();
    }

    /// Tries to open the workspace and prints what it heard.
    static final class Visitor {
        public static void main(String[] args) {
            try {
                H2Workspace.open(Path.of(args[0]), "desktop", "1.0", NOON).close();
                System.out.println("open");
            } catch (StoreException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void whateverAnOldLockFileSaysItBlocksNobody() throws IOException {
        Files.writeString(folder.resolve(WorkspaceLock.FILE), "\u0000 rubbish");
        open(NOON).close();
        Files.writeString(
                folder.resolve(WorkspaceLock.FILE), "desktop\n1\nhost\n2026-11-21T14:02:59Z\n");
        open(NOON).close();
    }
}
