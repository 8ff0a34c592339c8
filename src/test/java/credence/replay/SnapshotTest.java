package credence.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.testkit.GeneratedJournal;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Snapshots save time and change nothing. A journal long enough for one is folded with it and without it.
class SnapshotTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    private static final Instant MIDDLE = GeneratedJournal.START.plus(Duration.ofDays(330));

    private static GeneratedJournal journal;
    private static List<SourceRow> most;
    private static List<SourceRow> all;

    private final RowFiles files = new RowFiles();
    private final MemoryStore store = new MemoryStore();

    @BeforeAll
    static void make() {
        journal = GeneratedJournal.of(41, 6_400, 365);
        most = journal.rowsKnownAt(MIDDLE);
        all = journal.rows();
    }

    private Workspace open() {
        return Workspace.open(store, files, CLOCK);
    }

    /// A workspace whose writer has had its last word, so that a snapshot it had to keep is kept.
    private Workspace kept(Workspace workspace) {
        workspace.close();
        return open();
    }

    private void sameWithoutSnapshots(Workspace workspace) {
        var hash = workspace.beliefs().stateHash(Optional.empty());
        var board = workspace.beliefs().trust(Optional.empty());
        var before = workspace.beliefs().trust(Optional.of(MIDDLE.minusSeconds(86_400)));
        assertTrue(workspace.health().verify(Progress.NONE).equal());
        assertTrue(store.snapshotsKept() > 0, "there is something to delete");
        store.snapshots().clear();
        try (Workspace without = open()) {
            assertEquals(hash, without.beliefs().stateHash(Optional.empty()));
            assertEquals(board, without.beliefs().trust(Optional.empty()));
            assertEquals(before, without.beliefs().trust(Optional.of(MIDDLE.minusSeconds(86_400))));
        }
    }

    @Test
    void goingOnFromASnapshotGivesWhatFoldingFromZeroGives() {
        Workspace first = open();
        files.bring(first, most);
        Workspace workspace = kept(first);
        assertEquals(1, store.snapshotsKept());
        files.bring(workspace, all);
        sameWithoutSnapshots(workspace);
    }

    @Test
    void olderDataThatComesLaterFoldsFromBeforeTheSnapshot() {
        List<SourceRow> late = new ArrayList<>(all);
        late.removeAll(journal.rowsKnownAt(GeneratedJournal.START.plus(Duration.ofDays(20))));
        Workspace first = open();
        files.bring(first, late);
        Workspace workspace = kept(first);
        assertEquals(1, store.snapshotsKept());
        files.bring(workspace, all);
        sameWithoutSnapshots(workspace);
    }

    @Test
    void undoingDoesNotGoOnFromASnapshotOfWhatIsUndone() {
        Workspace first = open();
        files.bring(first, most);
        files.bring(first, all);
        Workspace workspace = kept(first);
        workspace.imports().undo(2);
        workspace = kept(workspace);
        sameWithoutSnapshots(workspace);
    }

    /// A replaced row has the key and the place of the former one: no snapshot of that may be used, nor of this when it is brought back.
    @Test
    void aReplacementDoesNotGoOnFromASnapshotOfTheFormerRow() {
        Workspace workspace = open();
        files.bring(workspace, all);
        workspace = kept(workspace);
        String former = workspace.beliefs().stateHash(Optional.empty());
        TradeRecord row = firstWithNativeId();
        TradeRecord other = withNet(row, new BigDecimal("-123456"));
        files.bring(workspace, replacing(), List.of(other));
        workspace = kept(workspace);
        String replaced = workspace.beliefs().stateHash(Optional.empty());
        assertNotEquals(former, replaced);
        sameWithoutSnapshots(workspace);

        workspace = kept(workspace);
        files.bring(workspace, replacing(), List.of(row));
        assertEquals(former, workspace.beliefs().stateHash(Optional.empty()));
        assertTrue(workspace.health().verify(Progress.NONE).equal());
        workspace = kept(workspace);
        workspace.imports().undo(3);
        assertEquals(replaced, workspace.beliefs().stateHash(Optional.empty()));
        workspace.imports().undo(2);
        assertEquals(former, workspace.beliefs().stateHash(Optional.empty()));
        assertTrue(workspace.health().verify(Progress.NONE).equal());
    }

    private static ImportOptions replacing() {
        ImportOptions d = ImportOptions.DEFAULT;
        return new ImportOptions(
                d.format(),
                d.bot(),
                d.account(),
                d.symbol(),
                d.zone(),
                d.currency(),
                d.source(),
                d.date(),
                d.profile(),
                false,
                true);
    }

    private static TradeRecord firstWithNativeId() {
        return all.stream()
                .filter(
                        r ->
                                r instanceof TradeRecord t
                                        && t.bot().name().equals("bot 3")
                                        && !t.isOpen()
                                        && t.entryTime().isBefore(MIDDLE.minusSeconds(9_000_000)))
                .map(TradeRecord.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static TradeRecord withNet(TradeRecord t, BigDecimal net) {
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
                                exit.price(),
                                exit.costs(),
                                Optional.of(net),
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

    @Test
    void anotherConfigurationDoesNotGoOnFromASnapshot() {
        Workspace first = open();
        files.bring(first, all);
        Workspace workspace = kept(first);
        String before = workspace.beliefs().stateHash(Optional.empty());
        workspace.settings().set("belief.halfLifeDays", "90");
        assertNotEquals(before, workspace.beliefs().stateHash(Optional.empty()));
        assertTrue(workspace.health().verify(Progress.NONE).equal());
        workspace = kept(workspace);
        workspace.settings().set("belief.halfLifeDays", "");
        assertEquals(before, workspace.beliefs().stateHash(Optional.empty()));
    }

    @Test
    void aSnapshotThatCannotBeReadCostsTimeAndNothingElse() {
        Workspace first = open();
        files.bring(first, all);
        Workspace workspace = kept(first);
        String hash = workspace.beliefs().stateHash(Optional.empty());
        assertTrue(store.snapshotsKept() > 0, "there is something to spoil");
        workspace.close();
        store.spoilSnapshots();
        try (Workspace again = open()) {
            assertEquals(hash, again.beliefs().stateHash(Optional.empty()));
        }
    }
}
