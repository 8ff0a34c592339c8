package credence.service;

import static credence.service.TradeRows.closed;
import static credence.service.TradeRows.closedAs;
import static credence.service.TradeRows.openAs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.service.port.FileReport;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// One id, several contents: the second is refused unless the user says replace, and everything can be taken back.
class ReplacementTest {

    private static final TradeRecord FIRST = closedAs("7", "1", 20, "110");
    private static final TradeRecord SECOND = closedAs("7", "1", 20, "120");
    private static final TradeRecord THIRD = closedAs("7", "1", 20, "130");

    private final RowFiles files = new RowFiles();
    private final MemoryStore store = new MemoryStore();
    private final Workspace workspace =
            Workspace.open(
                    store, files, InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

    private FileReport bring(SourceRow... rows) {
        return files.bring(workspace, List.of(rows)).files().getFirst();
    }

    private FileReport replace(SourceRow... rows) {
        ImportOptions d = ImportOptions.DEFAULT;
        ImportOptions replacing =
                new ImportOptions(
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
        return files.bring(workspace, replacing, List.of(rows)).files().getFirst();
    }

    private void counts(String... exits) {
        List<String> trades =
                workspace
                        .beliefs()
                        .trades(
                                new TradeQuery(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .stream()
                        .map(t -> t.open() ? "open" : "" + t.exitPrice())
                        .sorted()
                        .toList();
        assertEquals(List.of(exits), trades);
        assertTrue(workspace.health().verify(Progress.NONE).equal());
    }

    @Test
    void anotherContentUnderAKnownIdIsRefusedWithBothInWords() {
        bring(FIRST);
        FileReport report = bring(SECOND, closedAs("8", "1", 20, "90"));
        assertEquals(1, report.refused().size());
        assertEquals(1, report.imported());
        FileReport.Refusal refusal = report.refused().getFirst();
        assertEquals(2, refusal.line());
        assertTrue(refusal.value().contains("120"), refusal.value());
        assertTrue(refusal.reason().contains("known with other content"), refusal.reason());
        assertTrue(refusal.reason().contains("110"), refusal.reason());
        assertTrue(refusal.remedy().contains("replace"), refusal.remedy());
        counts("110", "90");
    }

    @Test
    void replaceReplacesAndUndoOfItRestores() {
        bring(FIRST);
        assertEquals(1, replace(SECOND).imported());
        counts("120");
        assertEquals(1, replace(THIRD).imported());
        counts("130");
        workspace.imports().undo(3);
        counts("120");
        workspace.imports().undo(2);
        counts("110");
    }

    @Test
    void aReplacedContentCanBeBroughtBackByReplacing() {
        bring(FIRST);
        replace(SECOND);
        assertEquals(1, replace(FIRST).imported());
        counts("110");
        assertEquals(1, replace(SECOND).imported());
        counts("120");
        workspace.imports().undo(4);
        counts("110");
        workspace.imports().undo(3);
        counts("120");
    }

    @Test
    void sayingAgainWhatCountsIsADuplicateWithReplaceToo() {
        bring(FIRST);
        assertEquals(1, replace(FIRST).duplicates());
        replace(SECOND);
        assertEquals(1, replace(SECOND).duplicates());
        counts("120");
    }

    @Test
    void sayingAgainWhatWasReplacedChangesNothing() {
        bring(FIRST);
        replace(SECOND);
        assertEquals(1, bring(FIRST).duplicates());
        counts("120");
    }

    @Test
    void whatWasUndoneDoesNotStandInTheWayAndIsNotBroughtBackBySurprise() {
        bring(FIRST);
        workspace.imports().undo(1);
        assertEquals(1, bring(SECOND).imported());
        counts("120");
        FileReport again = bring(FIRST);
        assertEquals(0, again.imported());
        assertEquals(1, again.refused().size());
        counts("120");
        assertEquals(1, replace(FIRST).imported());
        counts("110");
    }

    @Test
    void twoContentsInOneFileOrOneBatchAreRefusedToo() {
        FileReport report = bring(FIRST, SECOND);
        assertEquals(1, report.imported());
        assertEquals(1, report.refused().size());
        counts("110");
        List<FileReport> reports =
                files.bring(
                                workspace,
                                List.of(closedAs("9", "1", 20, "70")),
                                List.of(closedAs("9", "1", 20, "60")))
                        .files();
        assertEquals(1, reports.get(0).imported());
        assertEquals(1, reports.get(1).refused().size());
        counts("110", "70");
    }

    @Test
    void aClosingUnderTheIdOfAnOpenTradeIsNoOtherContent() {
        bring(openAs("7", "1"));
        assertEquals(1, bring(FIRST).imported());
        counts("110");
        assertEquals(1, bring(openAs("7", "1")).duplicates());
        counts("110");
        assertEquals(1, bring(SECOND).refused().size());
        replace(SECOND);
        counts("120");
        assertEquals(1, bring(openAs("7", "1")).duplicates());
        counts("120");
        workspace.imports().undo(2);
        counts("120");
    }

    @Test
    void aClosingOfACorrectedOpenTradeClosesIt() {
        bring(openAs("7", "1"));
        assertEquals(1, bring(openAs("7", "5")).refused().size());
        replace(openAs("7", "5"));
        assertEquals(1, bring(closedAs("7", "5", 20, "110")).imported());
        counts("110");
    }

    @Test
    void aRowOfTwoBatchesCountsUntilBothAreUndone() {
        bring(FIRST);
        assertEquals(1, bring(FIRST).duplicates());
        workspace.imports().undo(1);
        counts("110");
        workspace.imports().undo(2);
        counts();
    }

    /// A later export numbers the same trades anew: the smallest number counts, their order stays.
    @Test
    void anExportThatNumbersAnewKeepsTheOrderOfTradesOfOneMinute() {
        TradeRecord a = closed("1", 20, "110").withSequence(41);
        TradeRecord b = closed("2", 20, "90").withSequence(42);
        TradeRecord c = closed("3", 20, "80").withSequence(43);
        bring(a, b, c);
        String hash = workspace.beliefs().stateHash(Optional.empty());
        FileReport again = bring(b.withSequence(1), c.withSequence(2));
        assertEquals(2, again.duplicates());
        assertEquals(
                List.of(41L, 1L, 2L),
                RowSelection.rows(store.facts().load()).stream()
                        .map(counting -> counting.row().sequence())
                        .toList());
        workspace.imports().undo(2);
        assertEquals(hash, workspace.beliefs().stateHash(Optional.empty()));
    }
}
