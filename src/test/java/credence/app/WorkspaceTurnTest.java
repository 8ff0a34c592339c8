package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.store.H2Workspace;
import credence.testkit.SecondProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Commands that want one workspace at the same time.
class WorkspaceTurnTest {

    @TempDir Path folder;

    /// Has the workspace for so many milliseconds.
    static final class Holder {
        public static void main(String[] args) throws InterruptedException {
            try (H2Workspace store =
                    H2Workspace.open(Path.of(args[0]), "desktop", "1.0", Clock.systemUTC())) {
                System.out.println("open");
                Thread.sleep(Duration.ofMillis(Long.parseLong(args[1])));
            }
        }
    }

    private SecondProgram holder(long millis) {
        SecondProgram holder =
                SecondProgram.start(
                        Holder.class, folder.resolve("w").toString(), Long.toString(millis));
        assertEquals("open", holder.readLine());
        return holder;
    }

    @Test
    void aCommandWaitsForItsTurnAndSaysForWhom() {
        InProcess program = new InProcess(folder.resolve("w"));
        assertEquals(0, program.run("status").status());
        try (SecondProgram holder = holder(2_000)) {
            Ran ran = program.run("status", "--json");
            assertEquals(0, ran.status(), ran.err());
            assertEquals(0, ran.document().get("bots").asInt());
            assertTrue(
                    ran.err()
                            .startsWith(
                                    "Waiting up to 5 seconds for Credence (desktop, process "
                                            + holder.pid()),
                    ran.err());
        }
    }

    @Test
    void aWorkspaceThatStaysTakenIsGivenUpWithTheNameOfItsHolder() {
        InProcess program = new InProcess(folder.resolve("w"));
        assertEquals(0, program.run("status").status());
        try (SecondProgram holder = holder(600_000)) {
            long begun = System.nanoTime();
            Ran ran = program.run("import", Journals.trades(folder, "steady", 5, 0));
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertEquals(1, ran.status(), ran.out());
            assertTrue(waited >= 5_000 && waited < 30_000, () -> "it waited " + waited + " ms");
            assertTrue(ran.err().contains("process " + holder.pid()), ran.err());
            assertTrue(
                    ran.err().contains("Close it first, or choose another workspace."), ran.err());
        }
    }

    @Test
    void twoRealProgramsAtOnceBothAnswer() throws IOException, InterruptedException {
        Path workspace = folder.resolve("w");
        assertEquals(0, new InProcess(workspace).run("status").status());
        List<Process> both = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                both.add(
                        new ProcessBuilder(
                                        ChildProgram.credence(
                                                "--workspace", workspace, "trust", "--json"))
                                .redirectOutput(folder.resolve("out" + i).toFile())
                                .redirectError(folder.resolve("err" + i).toFile())
                                .start());
            }
            for (int i = 0; i < 2; i++) {
                assertTrue(both.get(i).waitFor(2, TimeUnit.MINUTES), "no end");
                assertEquals(
                        0, both.get(i).exitValue(), Files.readString(folder.resolve("err" + i)));
                assertTrue(Files.readString(folder.resolve("out" + i)).endsWith("}\n"));
            }
        } finally {
            both.forEach(Process::destroyForcibly);
        }
    }
}
