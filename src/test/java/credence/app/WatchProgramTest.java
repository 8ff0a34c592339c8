package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The real program, watching a folder until it is told to stop.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process can only be killed")
class WatchProgramTest {

    private static final String HEADER = "When,What,Way,How much,At\n";

    @TempDir private Path folder;

    private static void until(Callable<Boolean> condition) throws Exception {
        long due = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < due, "it never came");
            Thread.sleep(50);
        }
    }

    @Test
    void filesComeInUntilItIsToldToStopAndWhatCameInStays() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path first =
                Files.writeString(
                        folder.resolve("first.csv"),
                        HEADER + "2026-01-04T10:00:00Z,BTCUSDT,buy,1,90000\n");
        InProcess program = new InProcess(folder.resolve("w"));
        Ran saved =
                program.run("import", first, "--propose", "--bot", "a", "--save-profile", "Mine");
        assertEquals(0, saved.status(), saved.err());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process watch =
                new ProcessBuilder(
                                ChildProgram.credence(
                                        "--workspace",
                                        folder.resolve("w"),
                                        "watch",
                                        inbox,
                                        "--profile",
                                        "Mine",
                                        "--rest",
                                        "1s"))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            until(() -> text(err).contains("Watching "));
            Path fetched = inbox.resolve("a.csv.part");
            Files.writeString(fetched, HEADER + "2026-01-05T10:00:00Z,ETHUSDT,buy,1,2000\n");
            Files.writeString(
                    inbox.resolve("slip.csv"),
                    HEADER
                            + "2026-01-06T10:00:00Z,SOLUSDT,buy,1,140\n"
                            + "yesterday,SOLUSDT,sell,1,150\n");
            until(() -> text(err).contains("slip.csv was imported: 1 new row"));
            assertTrue(
                    text(err).contains("1 refused (line 3, When “yesterday”: "), () -> text(err));
            assertFalse(text(out).contains("a.csv"), "it is still being fetched");
            Files.move(fetched, inbox.resolve("a.csv"));
            until(() -> text(out).contains("a.csv was imported: 1 new row, batch 3."));
            watch.destroy();
            assertTrue(watch.waitFor(1, TimeUnit.MINUTES), "it does not end");
        } finally {
            watch.destroyForcibly();
        }
        assertTrue(text(err).contains("Stopped watching. What came in is kept."), () -> text(err));
        assertFalse(text(err).contains("told to stop"), () -> text(err));
        assertEquals(3, program.run("imports", "--json").document().get("batches").size());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
