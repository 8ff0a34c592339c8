package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.service.port.BatchSummary;
import credence.service.port.StoredRow;
import credence.testkit.KillHarness;
import credence.testkit.SecondProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A program that works on one workspace is killed again and again: all that it acknowledged is there each time, and
/// every batch is there whole or not at all.
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = Long.getLong("kill.seed", 20_261_121L);

    @TempDir Path folder;
    private final Promises promises = new Promises();
    private int acknowledged;

    @Test
    void nothingAcknowledgedIsLostAndNoBatchIsHalf() throws IOException, InterruptedException {
        String where = folder.resolve("workspace").toString();
        new KillHarness(KILLS, 1_200, 300, SEED)
                .run(
                        run ->
                                SecondProgram.command(
                                        StoreWorker.class, where, Long.toString(SEED + run)),
                        this::look);
        System.out.println(
                "killed "
                        + KILLS
                        + " times, "
                        + acknowledged
                        + " acknowledged changes, seed "
                        + SEED);
        // A worker that never got to work would prove nothing.
        assertTrue(acknowledged >= KILLS, "only " + acknowledged + " changes were acknowledged");
    }

    private void look(int run, List<String> lines) {
        acknowledged += lines.size();
        try (H2Workspace workspace =
                H2Workspace.open(folder.resolve("workspace"), "test", "1.0", Clock.systemUTC())) {
            String when = "after kill " + run + ", seed " + SEED;
            lookAtBatches(workspace, when);
            promises.hold(lines, Promises.Held.of(workspace), when);
            assertTrue(workspace.audit().intact(), when);
            lookAtRecord(workspace, when);
            lookAtArchive(workspace, when);
        }
    }

    /// An act or a setting and its entry in the audit log are there together or not at all.
    private static void lookAtRecord(H2Workspace workspace, String when) {
        Set<String> recorded = new HashSet<>(StoreWorker.audited(workspace, "reset"));
        recorded.removeAll(StoreWorker.audited(workspace, "undo reset"));
        Set<String> resets = new HashSet<>();
        workspace.facts().load().resets().forEach(r -> resets.add(Long.toString(r.id())));
        assertEquals(resets, recorded, when);
        assertEquals(
                StoreWorker.setting(workspace),
                StoreWorker.audited(workspace, "setting").size(),
                when);
    }

    private void lookAtBatches(H2Workspace workspace, String when) {
        Map<Long, List<SourceRow>> rows = new HashMap<>();
        for (StoredRow row : workspace.facts().load().rows()) {
            rows.computeIfAbsent(row.statements().getFirst().batch(), _ -> new ArrayList<>())
                    .add(row.row());
        }
        Set<Long> held = new HashSet<>();
        for (BatchSummary batch : workspace.facts().batches()) {
            held.add(batch.batch());
            int expected = Integer.parseInt(batch.kind().substring("rows ".length()));
            Set<SourceRow> whole = new HashSet<>();
            StoreWorker.batch(batch.batch(), expected)
                    .files()
                    .getFirst()
                    .rows()
                    .forEach(r -> whole.add(r.row()));
            assertEquals(
                    whole,
                    new HashSet<>(rows.getOrDefault(batch.batch(), List.of())),
                    when + ": batch " + batch.batch());
        }
        assertTrue(held.containsAll(rows.keySet()), when + ": rows of no batch");
    }

    private void lookAtArchive(H2Workspace workspace, String when) {
        for (String hash : promises.archived()) {
            try (InputStream in = workspace.archive().open(hash)) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(hash, StoreWorker.hash(content), when);
            } catch (IOException e) {
                throw new AssertionError(when, e);
            }
        }
    }
}
