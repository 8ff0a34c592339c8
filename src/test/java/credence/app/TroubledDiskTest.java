package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import credence.service.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A workspace that cannot be had or written: the message says so, the status is 1, nothing is half done.
class TroubledDiskTest {

    @TempDir private Path folder;
    private Path directory;
    private InProcess program;
    private String hashBefore;

    @BeforeEach
    void aWorkspaceWithTwentyTrades() {
        directory = folder.resolve("workspace");
        program = new InProcess(directory);
        assertEquals(0, program.run("import", Journals.trades(folder, "steady", 20, 0)).status());
        hashBefore = program.stateHash();
    }

    @Test
    void aSecondProgramIsToldWhoHoldsTheWorkspace() {
        StoredWorkspaces workspaces =
                new StoredWorkspaces(Folders.ofThisUser(Map.of()), new Logs());
        try (Workspace _ = workspaces.open(directory)) {
            Ran second =
                    ChildProgram.run(
                            ChildProgram.credence("--workspace", directory, "trust", "--json"));
            assertEquals(1, second.status());
            assertEquals("", second.out());
            assertTrue(second.err().contains(directory.toString()), second.err());
            assertTrue(
                    second.err().contains(Long.toString(ProcessHandle.current().pid())),
                    second.err());
        }
        assertEquals(0, program.run("trust").status());
    }

    /// A limit on the size of files stands for a full disk: the system refuses to write on, in the middle of the import.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFullDiskKeepsNothingOfTheImport() {
        Path journal = Journals.trades(folder, "large", 8_000, 100);
        int refused = 0;
        for (int blocks : new int[] {500, 1500, 2500}) {
            List<String> command = new ArrayList<>();
            command.addAll(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
            command.addAll(
                    ChildProgram.credence("--workspace", directory, "import", journal, "--json"));
            Ran ran = ChildProgram.run(command);
            if (ran.status() != 0) {
                refused++;
                assertEquals(1, ran.status(), ran.err());
                assertEquals("", ran.out());
                assertTrue(ran.err().contains("is full"), ran.err());
                assertEquals(hashBefore, program.stateHash());
                assertEquals(0, program.run("verify").status());
            }
        }
        assertTrue(refused > 0, "no limit was low enough to be felt");
        Ran later = program.run("import", journal, "--json");
        assertEquals(0, later.status(), later.err());
        assertEquals(8_000, later.document().get("files").get(0).get("imported").asInt());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReadOnlyWorkspaceAnswersAndKeepsNothing() {
        Path journal = Journals.trades(folder, "other", 5, 100);
        Ran refused = readOnly("import", journal);
        assertEquals(1, refused.status(), refused.err());
        assertTrue(refused.err().contains("reading only"), refused.err());
        Ran setting = readOnly("settings", "set", "costs.assumedBpsPerSide", "3");
        assertEquals(1, setting.status(), setting.err());
        assertTrue(setting.err().contains("reading only"), setting.err());
        Ran answer = readOnly("status", "--json");
        assertEquals(0, answer.status(), answer.err());
        assertEquals(hashBefore, answer.document().get("stateHash").asString());
        assertEquals(hashBefore, program.stateHash());
    }

    /// The superuser may write everywhere, so it sees the folder through a mount for reading only.
    private Ran readOnly(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("--workspace", directory));
        all.addAll(List.of(arguments));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            List<String> mount =
                    List.of(
                            "unshare",
                            "-m",
                            "sh",
                            "-c",
                            "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec"
                                    + " \"$@\"",
                            directory.toString());
            List<String> tried = new ArrayList<>(mount);
            tried.add("true");
            boolean possible = ChildProgram.run(tried).status() == 0;
            if (!possible) {
                System.out.println("Read-only workspace not tested: root without mounts.");
            }
            assumeTrue(possible);
            command.addAll(mount);
        } else {
            command.addAll(
                    List.of(
                            "sh",
                            "-c",
                            "chmod -R a-w \"$0\"; \"$@\"; s=$?; chmod -R u+w \"$0\"; exit $s",
                            directory.toString()));
        }
        command.addAll(ChildProgram.credence(all.toArray()));
        return ChildProgram.run(command);
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void anAnswerThatCannotBeWrittenIsAFailure() {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh"));
        command.addAll(ChildProgram.credence("--workspace", directory, "trust", "--json"));
        Ran ran = ChildProgram.run(command);
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("could not be written"), ran.err());
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void aChangeWhoseAnswerCannotBeWrittenSaysThatItStands() {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh"));
        command.addAll(
                ChildProgram.credence("--workspace", directory, "undo-import", "1", "--json"));
        Ran ran = ChildProgram.run(command);
        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("is kept"), ran.err());
        assertEquals(1, program.run("status", "--json").document().get("withdrawnBatches").asInt());
    }
}
