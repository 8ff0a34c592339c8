package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.BeliefReset;
import credence.core.fact.SourceRow;
import credence.service.port.BatchSummary;
import credence.service.port.StoredFacts;
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
    private final Set<Long> batches = new HashSet<>();
    private final Set<Long> undone = new HashSet<>();
    private final Set<Long> resets = new HashSet<>();
    private final Set<Long> undoneResets = new HashSet<>();
    private final Set<String> archived = new HashSet<>();
    private long setting;
    private long audit;
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
        for (String line : lines) {
            note(line.split(" "));
        }
        acknowledged += lines.size();
        try (H2Workspace workspace =
                H2Workspace.open(folder.resolve("workspace"), "test", "1.0", Clock.systemUTC())) {
            String when = "after kill " + run + ", seed " + SEED;
            lookAtBatches(workspace, when);
            StoredFacts facts = workspace.facts().load();
            assertTrue(facts.withdrawn().containsAll(undone), when);
            Set<Long> counting = new HashSet<>();
            for (BeliefReset reset : facts.resets()) {
                counting.add(reset.id());
            }
            for (long id : resets) {
                assertTrue(
                        undoneResets.contains(id) || counting.contains(id) || id == last(resets),
                        when);
            }
            for (long id : undoneResets) {
                assertTrue(!counting.contains(id), when);
            }
            long now = StoreWorker.setting(workspace);
            assertTrue(now == setting || now == setting + 1, when + ": setting " + now);
            setting = now;
            int entries = workspace.audit().entries().size();
            assertTrue(entries == audit || entries == audit + 1, when + ": audit " + entries);
            assertTrue(workspace.audit().intact(), when);
            audit = entries;
            lookAtArchive(workspace, when);
        }
    }

    /// The last reset may have been undone without a word: the kill came before the line.
    private static long last(Set<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private void note(String[] words) {
        switch (words[0]) {
            case "batch" -> batches.add(Long.valueOf(words[1]));
            case "undo" -> undone.add(Long.valueOf(words[1]));
            case "setting" -> setting = Long.parseLong(words[1]);
            case "audit" -> audit = Long.parseLong(words[1]);
            case "reset" -> resets.add(Long.valueOf(words[1]));
            case "undo-reset" -> undoneResets.add(Long.valueOf(words[1]));
            case "archive" -> archived.add(words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        }
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
        assertTrue(
                held.containsAll(batches), when + ": acknowledged " + batches + ", there " + held);
        assertTrue(held.containsAll(rows.keySet()), when + ": rows of no batch");
        batches.addAll(held);
    }

    private void lookAtArchive(H2Workspace workspace, String when) {
        for (String hash : archived) {
            try (InputStream in = workspace.archive().open(hash)) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(hash, StoreWorker.hash(content), when);
            } catch (IOException e) {
                throw new AssertionError(when, e);
            }
        }
    }
}
