package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.Draws;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The real program, killed (SIGKILL) at seeded moments while it changes a workspace: all of the change is kept or
/// none of it, and what it had reported as done is kept.
class KillDuringChangeTest {

    private static final long SEED = 20_260_711;

    /// Kills at moments spread over the time from taking the workspace to the answer, and a little beyond.
    private static final int SPREAD = 4;

    /// Kills just when the database file has been written to, one time or another: where a change is at its most fragile.
    private static final int WRITING = 6;

    /// Kills at once when the answer is out, while the program is still closing down.
    private static final int ANSWERED = 2;

    private static final int KILLS = SPREAD + WRITING + ANSWERED;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir private Path folder;

    /// What is being done when the program dies.
    enum Change {
        IMPORT(false),
        UNDO_IMPORT(true),
        SETTINGS_SET(false);

        private final boolean needsTheLateImport;

        Change(boolean needsTheLateImport) {
            this.needsTheLateImport = needsTheLateImport;
        }

        private List<Object> arguments(List<Path> late) {
            List<Object> all = new ArrayList<>();
            switch (this) {
                case IMPORT -> {
                    all.add("import");
                    all.addAll(late);
                }
                case UNDO_IMPORT -> all.addAll(List.of("undo-import", "2"));
                case SETTINGS_SET ->
                        all.addAll(List.of("settings", "set", "costs.assumedBpsPerSide", "7"));
            }
            all.add("--json");
            return all;
        }
    }

    /// When to kill.
    ///
    /// @param delay nanoseconds after the workspace was taken and the wanted write was seen
    /// @param write which write to the database file to wait for; 0 for none
    /// @param answer whether to wait for the answer instead
    private record Moment(long delay, int write, boolean answer) {}

    /// An undisturbed run.
    ///
    /// @param duration nanoseconds from taking the workspace to the answer
    /// @param writes how often the database file was seen to change before the answer
    private record Course(long duration, int writes) {}

    @ParameterizedTest
    @EnumSource
    void allOrNothingOfAChangeSurvivesTheDeathOfTheProgram(Change change) throws Exception {
        List<Path> late = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            late.add(Journals.trades(folder, "late-" + i, 150, 40 + i));
        }
        Path start = folder.resolve("start");
        InProcess base = new InProcess(start);
        succeed(base.run("import", Journals.trades(folder, "early", 60, 0)));
        if (change.needsTheLateImport) {
            succeed(base.run(withFiles(late)));
        }
        String before = base.stateHash();

        Path undisturbed = copy(start, "undisturbed");
        Course course = undisturbed(undisturbed, change, late);
        String after = new InProcess(undisturbed).stateHash();
        assertNotEquals(before, after);

        Draws draws = Draws.of(SEED, change.name());
        int kept = 0;
        int untouched = 0;
        for (int i = 0; i < KILLS; i++) {
            Path workspace = copy(start, "killed-" + i);
            boolean answered = kill(workspace, change, late, moment(i, course, draws));
            InProcess survivor = new InProcess(workspace);
            Ran verified = survivor.run("verify", "--json");
            assertEquals(0, verified.status(), verified.out() + verified.err());
            String now = verified.document().get("stateHash").asString();
            if (now.equals(after)) {
                kept++;
            } else {
                assertEquals(before, now, "neither all nor nothing of the change, kill " + i);
                assertEquals(false, answered, "reported as done and lost, kill " + i);
                untouched++;
            }
            whole(survivor, change, now.equals(after));
        }
        System.out.printf(
                "%s: %d kills with seed %d, %d kept the change, %d left nothing of it%n",
                change, KILLS, SEED, kept, untouched);
        assertTrue(kept >= ANSWERED, "a reported change must have been kept");
        assertTrue(untouched > 0, "no kill came early enough to prove anything");
    }

    /// What the journal shows fits the state: batches and trades are there as a whole or not at all.
    private static void whole(InProcess survivor, Change change, boolean kept) {
        boolean late = change == Change.SETTINGS_SET ? false : kept ^ change.needsTheLateImport;
        int trades = survivor.run("trades", "--json").document().get("trades").size();
        assertEquals(late ? 60 + 4 * 150 : 60, trades);
        if (change == Change.SETTINGS_SET) {
            Ran setting = survivor.run("settings", "get", "costs.assumedBpsPerSide");
            assertEquals(kept ? "7" : "5", setting.out().strip());
        }
    }

    private static Moment moment(int i, Course course, Draws draws) {
        double chance = draws.uniform(i);
        if (i < SPREAD) {
            // One moment in each part of the time and a little beyond.
            return new Moment((long) (1.2 * course.duration() * (i + chance) / SPREAD), 0, false);
        }
        if (i < SPREAD + WRITING) {
            int write = 1 + draws.below(Math.max(1, course.writes()), KILLS + i);
            return new Moment((long) (chance * TimeUnit.MILLISECONDS.toNanos(4)), write, false);
        }
        return new Moment(0, 0, true);
    }

    private Course undisturbed(Path workspace, Change change, List<Path> late)
            throws IOException, InterruptedException {
        Process process = start(workspace, change, late);
        try {
            awaitTaken(workspace, process);
            long from = System.nanoTime();
            Writes writes = new Writes(workspace);
            while (process.isAlive() && !answered(workspace)) {
                writes.look();
                Thread.sleep(0, 200_000);
            }
            Course course = new Course(System.nanoTime() - from, writes.seen);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "no end");
            assertEquals(0, process.exitValue());
            return course;
        } finally {
            process.destroyForcibly();
        }
    }

    /// @return whether the document saying "done" was out when the program died
    private boolean kill(Path workspace, Change change, List<Path> late, Moment moment)
            throws IOException, InterruptedException {
        Process process = start(workspace, change, late);
        try {
            awaitTaken(workspace, process);
            Writes writes = new Writes(workspace);
            long patience = System.nanoTime() + PATIENCE_NANOS;
            while (process.isAlive()
                    && System.nanoTime() < patience
                    && (moment.answer() ? !answered(workspace) : writes.seen < moment.write())) {
                writes.look();
                Thread.sleep(0, 200_000);
            }
            long due = System.nanoTime() + moment.delay();
            while (process.isAlive() && System.nanoTime() < due) {
                Thread.sleep(0, 200_000);
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        return answered(workspace);
    }

    /// Counts how often the database file is seen to change.
    private static final class Writes {

        private final Path database;
        private FileTime time;
        private long size;
        private int seen;

        Writes(Path workspace) throws IOException {
            database = workspace.resolve("credence.mv.db");
            time = Files.getLastModifiedTime(database);
            size = Files.size(database);
        }

        void look() throws IOException {
            FileTime timeNow = Files.getLastModifiedTime(database);
            long sizeNow = Files.size(database);
            if (!timeNow.equals(time) || sizeNow != size) {
                time = timeNow;
                size = sizeNow;
                seen++;
            }
        }
    }

    private Process start(Path workspace, Change change, List<Path> late) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("--workspace", workspace));
        arguments.addAll(change.arguments(late));
        // Straight into a file: what the program has written is there even when it is dead.
        return new ProcessBuilder(ChildProgram.credence(arguments.toArray()))
                .redirectOutput(answer(workspace).toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Waits until the program has written its name into the lock.
    private static FileTime awaitTaken(Path workspace, Process process)
            throws IOException, InterruptedException {
        Path lock = workspace.resolve("credence.lock");
        FileTime old = FileTime.fromMillis(0);
        long due = System.nanoTime() + PATIENCE_NANOS;
        while (process.isAlive() && System.nanoTime() < due) {
            FileTime now = Files.getLastModifiedTime(lock);
            if (!now.equals(old)) {
                return now;
            }
            Thread.sleep(1);
        }
        throw new AssertionError("the program never took the workspace");
    }

    private static Path answer(Path workspace) {
        return workspace.resolveSibling(workspace.getFileName() + ".out");
    }

    private static boolean answered(Path workspace) throws IOException {
        return Files.readString(answer(workspace)).endsWith("}\n");
    }

    /// A copy whose lock is older than anything the program writes.
    private Path copy(Path workspace, String name) throws IOException {
        Path target = folder.resolve(name);
        try (Stream<Path> all = Files.walk(workspace)) {
            for (Path path : all.toList()) {
                Files.copy(path, target.resolve(workspace.relativize(path).toString()));
            }
        }
        Files.setLastModifiedTime(target.resolve("credence.lock"), FileTime.fromMillis(0));
        return target;
    }

    private static Object[] withFiles(List<Path> files) {
        List<Object> all = new ArrayList<>(List.of("import"));
        all.addAll(files);
        return all.toArray();
    }

    private static void succeed(Ran ran) {
        assertEquals(0, ran.status(), ran.err());
    }
}
