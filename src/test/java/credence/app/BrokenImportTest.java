package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.testkit.FillFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The real program, killed (SIGKILL) while it keeps an import: the next start says so.
class BrokenImportTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    @TempDir private Path folder;

    private Path workspace() {
        return folder.resolve("w");
    }

    private InProcess program() {
        return new InProcess(workspace());
    }

    private long copies() throws IOException {
        Path archive = workspace().resolve("archive");
        if (!Files.exists(archive)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /// Starts an import and kills it when its file has been copied and its rows are being written.
    private void killWhileKeeping(Path file) throws Exception {
        long before = copies();
        Process process =
                new ProcessBuilder(
                                ChildProgram.credence("--workspace", workspace(), "import", file))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            long due = System.nanoTime() + PATIENCE_NANOS;
            while (copies() == before && process.isAlive() && System.nanoTime() < due) {
                Thread.sleep(1);
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertTrue(copies() > before, "it never began to keep");
    }

    @Test
    void theNextStartSaysWhichImportWasBrokenOffUntilItIsDoneAgain() throws Exception {
        Path early = FillFile.write(folder.resolve("early.csv"), 100).path();
        assertEquals(0, program().run("import", early).status());
        String before = program().stateHash();
        long copies = copies();
        Path file = FillFile.write(folder.resolve("large fills.csv"), 200_000).path();

        killWhileKeeping(file);

        Ran status = program().run("status", "--json");
        assertEquals(before, status.document().get("stateHash").asString());
        assertTrue(
                status.err().contains("The import of large fills.csv that began 20"), status::err);
        assertTrue(
                status.err().contains("was broken off while the rows were being kept"),
                status::err);
        assertTrue(status.err().contains("Nothing of it was kept"), status::err);
        assertTrue(status.err().contains("Import the file again."), status::err);
        assertEquals(copies, copies(), "a copy was left in the archive");
        assertTrue(program().run("trust").err().contains("broken off"), "told until it is done");

        Ran other = program().run("import", FillFile.write(folder.resolve("b.csv"), 300).path());
        assertEquals(0, other.status(), other.err());
        assertTrue(program().run("status").err().contains("broken off"), "another file came in");

        Ran again = program().run("import", file);
        assertEquals(0, again.status(), again.err());
        assertFalse(program().run("status").err().contains("broken off"), "it is done");
        assertEquals(0, program().run("verify").status());
    }

    @Test
    void whoHasSeenItIsNotToldAgain() throws Exception {
        killWhileKeeping(FillFile.write(folder.resolve("fills.csv"), 200_000).path());

        Ran imports = program().run("imports", "--seen", "--json");
        assertEquals(0, imports.document().get("batches").size());
        assertTrue(imports.err().contains("fills.csv"), imports::err);
        assertEquals("", program().run("imports").err());
        assertEquals(0, copies());
    }

    @Test
    void anImportThatEndedByItselfIsNotTold() throws Exception {
        Path file = FillFile.write(folder.resolve("fills.csv"), 1_000).path();
        assertEquals("", program().run("import", file).err());
        Path bad = Files.writeString(folder.resolve("bad.csv"), "nothing\nto\nread\n");
        assertFalse(program().run("import", bad).err().contains("broken off"));
        assertEquals("", program().run("status").err());
    }
}
