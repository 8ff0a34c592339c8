package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.store.H2Workspace;
import credence.testkit.FillFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// An import that is cancelled leaves no trace, whenever that is: not in the store, not in the archive, not in the beliefs.
class CancelledImportTest {

    private static final long SEED = 20_261_121;
    private static final int FILLS = 100_000;
    private static final int MOMENTS = 8;

    @TempDir private Path folder;

    /// Says "stop" the nth time it is asked, and from then on.
    private static final class Stop implements Progress {

        private final AtomicLong asked = new AtomicLong();
        private final long at;

        Stop(long at) {
            this.at = at;
        }

        @Override
        public void update(String phase, long done, long total) {
            // Nobody looks.
        }

        @Override
        public boolean cancelled() {
            return asked.incrementAndGet() > at;
        }
    }

    /// What there is to be seen of a workspace, beside its snapshots, which are a cache.
    private record Trace(String state, int batches, int audit, long rows, List<String> files) {

        static Trace of(Workspace workspace, H2Workspace store, Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder.resolve("archive"))) {
                return new Trace(
                        workspace.feed().current().stateHash(),
                        workspace.imports().list().size(),
                        store.audit().entries().size(),
                        store.facts().load().rows().size(),
                        all.map(Path::toString).sorted().toList());
            }
        }
    }

    @Test
    void nothingIsLeftOfAnImportCancelledAtAnyMoment() throws IOException {
        FillFile small = FillFile.write(folder.resolve("small.csv"), 1_000);
        FillFile large = FillFile.write(folder.resolve("large.csv"), FILLS);
        H2Workspace store = H2Workspace.open(folder.resolve("w"), "test", "1.0", Clock.systemUTC());
        try (Workspace workspace =
                Workspace.open(store, StandardFormats.reader(), InstantSource.system())) {
            bring(workspace, small, Progress.NONE);
            Trace before = Trace.of(workspace, store, folder.resolve("w"));
            assertTrue(before.files().size() > 1);

            Stop never = new Stop(Long.MAX_VALUE);
            ImportPlan plan = plan(workspace, large, never);
            long planned = never.asked.get();
            DrawSequence draws = Draws.of(SEED, "moments").inOrder();
            for (int i = 0; i < MOMENTS; i++) {
                long moment = draws.below((int) planned);
                assertThrows(
                        CancellationException.class,
                        () -> plan(workspace, large, new Stop(moment)),
                        () -> "planning, question " + moment);
            }
            // One question a row at least, so that most moments lie within the writing.
            for (int i = 0; i < MOMENTS; i++) {
                long moment = i < 3 ? i : draws.below(FILLS);
                assertThrows(
                        CancellationException.class,
                        () -> workspace.imports().commit(plan, new Stop(moment)),
                        () -> "keeping, question " + moment);
                assertEquals(before, Trace.of(workspace, store, folder.resolve("w")));
            }
            assertTrue(workspace.health().verify(Progress.NONE).equal());

            // The same plan can still be kept.
            ImportResult kept = workspace.imports().commit(plan, Progress.NONE);
            assertEquals(FILLS / 2, kept.closedTrades());
            assertTrue(workspace.health().verify(Progress.NONE).equal());
        }
    }

    private static ImportPlan plan(Workspace workspace, FillFile file, Progress progress) {
        return workspace.imports().plan(List.of(file.path()), ImportOptions.DEFAULT, progress);
    }

    private static void bring(Workspace workspace, FillFile file, Progress progress) {
        workspace.imports().commit(plan(workspace, file, progress), progress);
    }
}
