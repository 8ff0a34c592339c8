package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.Draws;
import credence.testkit.FillFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The real program, told to stop (SIGTERM) at seeded moments of an import: either it gives up and leaves nothing, not even a copy in
/// the archive, or it finishes and prints its result.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process can only be killed")
class StopDuringImportTest {

    private static final long SEED = 20_261_122;
    private static final int STOPS = 6;

    @TempDir private Path folder;

    private static long copies(Path workspace) throws IOException {
        try (Stream<Path> all = Files.walk(workspace.resolve("archive"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /// From the beginning of the import to its end.
    private Ran stopped(Path workspace, Path file, long nanos) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command =
                ChildProgram.credence("--workspace", workspace.toString(), "import", file);
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            while (!Files.exists(workspace.resolve("logs")) && process.isAlive()) {
                Thread.sleep(5); // until the workspace is open
            }
            var unused = process.waitFor(nanos, TimeUnit.NANOSECONDS);
            process.destroy();
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it does not end");
            return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anImportToldToStopIsGivenUpWholeOrFinishedAndTold() throws Exception {
        Path file = FillFile.write(folder.resolve("fills.csv"), 60_000).path();
        Path whole = folder.resolve("whole");
        String empty = new InProcess(folder.resolve("none")).stateHash();
        long began = System.nanoTime();
        Ran all = stopped(whole, file, TimeUnit.MINUTES.toNanos(2));
        long duration = System.nanoTime() - began;
        assertEquals(0, all.status(), all.err());
        String full = new InProcess(whole).stateHash();
        assertNotEquals(empty, full);

        Draws draws = Draws.of(SEED, "stop");
        for (int i = 0; i < STOPS; i++) {
            Path workspace = folder.resolve("w" + i);
            long within = duration * (i + 1) / (STOPS + 1);
            Ran ran = stopped(workspace, file, within + draws.below((int) (duration / 20), i));
            String now = new InProcess(workspace).stateHash();
            if (now.equals(empty)) {
                assertEquals("", ran.out(), "given up and told as done, stop " + i);
                assertTrue(ran.err().contains("nothing changed"), ran::err);
                assertEquals(0, copies(workspace), "a copy was left, stop " + i);
            } else {
                assertEquals(full, now, "neither all nor nothing, stop " + i);
                assertTrue(ran.out().contains("Imported as batch 1"), ran::out);
                assertEquals(1, copies(workspace));
            }
        }
    }
}
