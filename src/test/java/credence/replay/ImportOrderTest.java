package credence.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.trust.TrustBoard;
import credence.service.ImportResult;
import credence.service.Workspace;
import credence.service.port.FileReport;
import credence.testkit.GeneratedJournal;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// However rows came in: together, in pieces, backwards, twice, as cut exports of a history under way, undone and brought again.
class ImportOrderTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private final RowFiles files = new RowFiles();

    private Workspace workspace() {
        return Workspace.open(new MemoryStore(), files, CLOCK);
    }

    @SafeVarargs
    private Workspace with(List<? extends SourceRow>... imports) {
        Workspace workspace = workspace();
        for (List<? extends SourceRow> rows : imports) {
            files.bring(workspace, rows);
        }
        return workspace;
    }

    private static void same(Workspace expected, Workspace actual) {
        assertEquals(board(expected), board(actual));
        assertEquals(hash(expected), hash(actual));
        assertTrue(
                actual.health().verify(credence.service.port.Progress.NONE).equal(),
                "folding from zero gives what is shown");
    }

    private static String hash(Workspace workspace) {
        return workspace.beliefs().stateHash(Optional.empty());
    }

    private static TrustBoard board(Workspace workspace) {
        return workspace.beliefs().trust(Optional.empty());
    }

    private static List<List<SourceRow>> pieces(List<SourceRow> rows, int size) {
        List<List<SourceRow>> pieces = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += size) {
            pieces.add(rows.subList(i, Math.min(rows.size(), i + size)));
        }
        return pieces;
    }

    private Workspace oneByOne(List<List<SourceRow>> pieces) {
        Workspace workspace = workspace();
        pieces.forEach(piece -> files.bring(workspace, piece));
        return workspace;
    }

    @Test
    void wholeReversedAndInPiecesGiveOneState() {
        for (long seed = 21; seed <= 23; seed++) {
            List<SourceRow> rows = GeneratedJournal.of(seed, 250, 40).rows();
            Workspace whole = with(rows);
            assertTrue(board(whole).summary().outcomes() > 150);
            same(whole, with(rows.reversed()));
            same(whole, oneByOne(pieces(rows, 37)));
            same(whole, oneByOne(pieces(rows, 37).reversed()));
        }
    }

    @Test
    void everyRowAsAFileOfItsOwnGivesTheSameState() {
        List<SourceRow> rows = GeneratedJournal.of(24, 60, 20).rows();
        Workspace whole = with(rows);
        same(whole, oneByOne(pieces(rows, 1)));
        same(whole, oneByOne(pieces(rows, 1).reversed()));
    }

    @Test
    void manyFilesOfOneBatchGiveTheSameStateInAnyOrder() {
        List<SourceRow> rows = GeneratedJournal.of(25, 200, 30).rows();
        int third = rows.size() / 3;
        List<SourceRow> a = rows.subList(0, third);
        List<SourceRow> b = rows.subList(third, 2 * third);
        List<SourceRow> c = rows.subList(2 * third, rows.size());
        Workspace one = workspace();
        files.bring(one, a, b, c);
        Workspace other = workspace();
        files.bring(other, c, a, b);
        same(with(rows), one);
        same(with(rows), other);
    }

    /// Exports of a history under way: what was open in one is closed, whole or in parts, in a later one.
    @Test
    void exportsCutAtAnyMomentsAndBroughtInAnyOrderGiveTheStateOfTheLast() {
        for (long seed = 26; seed <= 33; seed++) {
            GeneratedJournal journal = GeneratedJournal.of(seed, 120, 8);
            DrawSequence draws = Draws.of(seed, "exports").inOrder();
            List<List<SourceRow>> exports = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                exports.add(
                        journal.rowsKnownAt(
                                GeneratedJournal.START.plus(
                                        Duration.ofMinutes(15L * draws.below(13 * 96)))));
            }
            exports.add(journal.rows());
            Workspace last = with(journal.rows());
            for (int round = 0; round < 4; round++) {
                for (int i = exports.size() - 1; i > 0; i--) {
                    Collections.swap(exports, i, draws.below(i + 1));
                }
                Workspace mixed = workspace();
                for (List<SourceRow> export : exports) {
                    ImportResult result = files.bring(mixed, export);
                    assertEquals(List.of(), refused(result), "seed " + seed);
                }
                same(last, mixed);
            }
        }
    }

    private static List<FileReport.Refusal> refused(ImportResult result) {
        return result.files().stream().flatMap(f -> f.refused().stream()).toList();
    }

    @Test
    void importingAgainChangesNothingAndCallsEveryRowADuplicate() {
        List<SourceRow> rows = GeneratedJournal.of(32, 200, 30).rows();
        Workspace workspace = with(rows);
        String hash = hash(workspace);
        for (int i = 0; i < 3; i++) {
            ImportResult again = files.bring(workspace, i % 2 == 0 ? rows : rows.reversed());
            assertEquals(hash, again.stateHash());
            assertEquals(rows.size(), again.files().getFirst().duplicates());
            assertEquals(0, again.files().getFirst().imported());
        }
        same(with(rows), workspace);
    }

    @Test
    void whatIsUndoneHasNeverBeen() {
        GeneratedJournal journal = GeneratedJournal.of(33, 200, 30);
        List<SourceRow> early =
                journal.rowsKnownAt(GeneratedJournal.START.plus(Duration.ofDays(10)));
        List<SourceRow> middle =
                journal.rowsKnownAt(GeneratedJournal.START.plus(Duration.ofDays(20)));
        List<SourceRow> all = journal.rows();
        Workspace workspace = with(early, middle, all);
        workspace.imports().undo(2);
        same(with(early, all), workspace);
        workspace.imports().undo(3);
        same(with(early), workspace);
        workspace.imports().undo(1);
        same(workspace(), workspace);
        assertEquals(0, board(workspace).bots().size());
    }

    @Test
    void undoneAndBroughtAgainIsAsIfNothingHadHappened() {
        GeneratedJournal journal = GeneratedJournal.of(34, 200, 30);
        List<SourceRow> middle =
                journal.rowsKnownAt(GeneratedJournal.START.plus(Duration.ofDays(15)));
        List<SourceRow> all = journal.rows();
        Workspace workspace = with(middle, all);
        String hash = hash(workspace);
        for (int batch = 2; batch < 5; batch++) {
            String without = workspace.imports().undo(batch);
            assertNotEquals(hash, without);
            ImportResult again = files.bring(workspace, all);
            assertEquals(hash, again.stateHash());
            assertTrue(again.files().getFirst().imported() > 0);
        }
        same(with(middle, all), workspace);
    }

    @Test
    void theHashOfADryRunIsTheHashOfTheImport() {
        GeneratedJournal journal = GeneratedJournal.of(35, 100, 30);
        List<SourceRow> some =
                journal.rowsKnownAt(GeneratedJournal.START.plus(Duration.ofDays(15)));
        Workspace workspace = with(some);
        workspace.imports().undo(1);
        files.bring(workspace, some);
        String before = hash(workspace);
        var plan =
                files.plan(workspace, credence.service.port.ImportOptions.DEFAULT, journal.rows());
        String foretold = workspace.imports().dryRun(plan).stateHash();
        assertEquals(before, hash(workspace));
        assertEquals(
                foretold,
                workspace.imports().commit(plan, credence.service.port.Progress.NONE).stateHash());
        assertNotEquals(before, foretold);
    }

    /// The board as of a moment is that of a workspace which holds only what was known then.
    @Test
    void theBoardAsOfAMomentIsThatOfAnExportOfThatMoment() {
        for (long seed = 36; seed <= 38; seed++) {
            GeneratedJournal journal = GeneratedJournal.of(seed, 200, 40);
            Workspace whole = with(journal.rows());
            DrawSequence draws = Draws.of(seed, "moments").inOrder();
            for (int i = 0; i < 12; i++) {
                Instant moment =
                        GeneratedJournal.START.plus(Duration.ofMinutes(15L * draws.below(45 * 96)));
                Workspace then = with(journal.rowsKnownAt(moment));
                assertEquals(
                        then.beliefs().trust(Optional.of(moment)),
                        whole.beliefs().trust(Optional.of(moment)),
                        "seed " + seed + " at " + moment);
            }
        }
    }
}
