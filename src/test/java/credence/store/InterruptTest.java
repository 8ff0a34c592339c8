package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.core.random.Draws;
import credence.service.port.StoreException;
import credence.testkit.Rows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// An interrupted thread closes the database's file under the engine's hands. The store gets over it.
class InterruptTest {

    private static final long SEED = 3;

    @TempDir Path folder;

    @Test
    void aThreadInterruptedBeforeStillDoesItsWork() {
        try (H2Workspace workspace =
                H2Workspace.open(folder, "command", "1.0", Clock.systemUTC())) {
            Thread.currentThread().interrupt();
            workspace.facts().append(Rows.batch("a.csv", List.of(Rows.bar(1))));
            assertEquals(1, workspace.facts().load().rows().size());
            assertTrue(Thread.interrupted(), "the interrupt must not get lost");
        }
    }

    @Test
    void anInterruptInTheMiddleLeavesAllOrNothingAndTheAnswerIsTrue() throws InterruptedException {
        Draws moments = Draws.of(SEED, "interrupt");
        List<Integer> expected = new ArrayList<>();
        int failed = 0;
        try (H2Workspace workspace =
                H2Workspace.open(folder, "command", "1.0", Clock.systemUTC())) {
            for (int i = 0; i < 30; i++) {
                int size = 500 + i;
                long number = i * 1_000L;
                List<SourceRow> rows = new ArrayList<>();
                for (int k = 0; k < size; k++) {
                    rows.add(Rows.fullTrade(number + k));
                }
                CompletableFuture<Boolean> kept = new CompletableFuture<>();
                Thread thread =
                        new Thread(
                                () -> {
                                    try {
                                        workspace.facts().append(Rows.batch("a.csv", rows));
                                        kept.complete(true);
                                    } catch (StoreException _) {
                                        kept.complete(false);
                                    }
                                });
                thread.start();
                Thread.sleep(moments.below(60, i));
                thread.interrupt();
                thread.join();
                if (kept.join()) {
                    expected.add(size);
                } else {
                    failed++;
                }
                List<Integer> held = new ArrayList<>();
                workspace
                        .facts()
                        .batches()
                        .forEach(b -> held.add((int) b.files().getFirst().imported()));
                assertEquals(expected, held, "try " + i + ", seed " + SEED);
                assertEquals(
                        expected.stream().mapToInt(Integer::intValue).sum(),
                        workspace.facts().load().rows().size());
            }
        }
        System.out.println("interrupted 30 imports, " + failed + " were not kept, seed " + SEED);
    }
}
