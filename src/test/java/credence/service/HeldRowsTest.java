package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Price;
import credence.service.port.ImportOptions;
import credence.service.port.NewBatch;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.RowDecisions;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;
import credence.service.port.WorkspaceStore;
import credence.store.H2Workspace;
import credence.testkit.GeneratedJournal;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the desk believes to be held after an import is what the store gives back: same rows, same order, same statements.
class HeldRowsTest {

    @TempDir Path folder;

    @Test
    void whatIsHeldAfterAnImportIsWhatTheDatabaseGivesBack() {
        try (H2Workspace store = H2Workspace.open(folder, "test", "1.0", Clock.systemUTC())) {
            follow(store, 61, 12);
        }
    }

    @Test
    void theStoreInMemoryKeepsTheSame() {
        for (long seed = 62; seed < 70; seed++) {
            follow(new MemoryStore(), seed, 25);
        }
    }

    /// Imports cut exports, two files at a time, now and then with changed rows, replacing or not, and undoes some.
    private static void follow(WorkspaceStore store, long seed, int steps) {
        GeneratedJournal journal = GeneratedJournal.of(seed, 80, 20);
        DrawSequence draws = Draws.of(seed, "imports").inOrder();
        StoredFacts held = store.facts().load();
        int restated = 0;
        int replaced = 0;
        for (int step = 0; step < steps; step++) {
            Comparison comparison = new Comparison(held, draws.happens(0.4), EarlierDecisions.NONE);
            List<NewBatch.NewFile> files = new ArrayList<>();
            for (int f = 0; f < 2; f++) {
                files.add(comparison.compare(file(some(journal, draws)), RowDecisions.NONE).file());
            }
            for (NewBatch.NewFile f : files) {
                restated += f.restatements().size();
                replaced += (int) f.rows().stream().filter(NewBatch.NewRow::replaces).count();
            }
            NewBatch batch = new NewBatch(Instant.parse("2026-11-21T12:00:00Z"), "import", files);
            long id = store.facts().append(batch);
            StoredFacts expected = store.facts().load();
            held = HeldRows.with(held, id, batch);
            assertEquals(withoutFileNumbers(expected), withoutFileNumbers(held));
            assertEquals(counting(expected), counting(held));
            if (draws.happens(0.3)) {
                store.facts().withdraw(id, Instant.parse("2026-11-21T13:00:00Z"));
                held = store.facts().load();
            }
        }
        assertTrue(restated > 50 && replaced > 5, restated + " " + replaced);
    }

    private static List<SourceRow> some(GeneratedJournal journal, DrawSequence draws) {
        List<SourceRow> rows =
                new ArrayList<>(
                        journal.rowsKnownAt(
                                GeneratedJournal.START.plus(
                                        Duration.ofHours(24 + draws.below(20 * 24)))));
        for (int i = 0; i < rows.size(); i++) {
            if (draws.happens(0.1) && rows.get(i) instanceof TradeRecord t && !t.isOpen()) {
                rows.set(i, dearer(t));
            }
        }
        return rows;
    }

    private static TradeRecord dearer(TradeRecord t) {
        TradeRecord.Exit exit = t.exit().orElseThrow();
        return new TradeRecord(
                t.key(),
                t.sequence(),
                t.account(),
                t.bot(),
                t.symbol(),
                t.direction(),
                t.quantity(),
                t.entryTime(),
                t.entryPrice(),
                Optional.of(
                        new TradeRecord.Exit(
                                exit.time(),
                                Price.of("9999"),
                                exit.costs(),
                                exit.netPnl(),
                                exit.mae(),
                                exit.mfe(),
                                exit.reason())),
                t.mark(),
                t.multiplier(),
                t.currency(),
                t.stop(),
                t.takeProfit(),
                t.source(),
                t.call(),
                t.extras());
    }

    private static ParsedFile file(List<SourceRow> rows) {
        RowFiles files = new RowFiles();
        return files.read(files.keep(rows), ImportOptions.DEFAULT, Progress.NONE);
    }

    private static Set<SourceRow> counting(StoredFacts facts) {
        return RowSelection.rows(facts).stream()
                .map(RowSelection.Counting::row)
                .collect(Collectors.toSet());
    }

    private static List<StoredRow> byKind(StoredFacts facts) {
        return facts.rows().stream()
                .sorted(Comparator.comparing(r -> r.row().getClass().getSimpleName()))
                .toList();
    }

    /// The same kind by kind, as a database may keep them, with files numbered in the order in which they are met.
    private static List<StoredRow> withoutFileNumbers(StoredFacts facts) {
        Map<List<Long>, Long> numbers = new HashMap<>();
        List<StoredRow> rows = new ArrayList<>();
        for (StoredRow row : byKind(facts)) {
            List<Statement> statements = new ArrayList<>();
            for (Statement s : row.statements()) {
                long file =
                        numbers.computeIfAbsent(
                                List.of(s.batch(), s.file()), k -> numbers.size() + 1L);
                statements.add(
                        new Statement(s.batch(), file, s.line(), s.sequence(), s.replaces()));
            }
            rows.add(new StoredRow(row.row(), statements));
        }
        return rows;
    }
}
