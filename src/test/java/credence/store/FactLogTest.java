package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.BeliefReset;
import credence.core.fact.Prediction;
import credence.core.fact.SourceRow;
import credence.core.fact.TimeMark;
import credence.core.fact.TradeRecord;
import credence.core.value.BotId;
import credence.service.port.BatchSummary;
import credence.service.port.NewBatch;
import credence.service.port.Statement;
import credence.service.port.StoreException;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;
import credence.testkit.Rows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class FactLogTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    @TempDir Path folder;
    private H2Workspace workspace;

    @BeforeEach
    void open() {
        workspace = H2Workspace.open(folder, "command", "1.0", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void reopen() {
        close();
        open();
    }

    private List<SourceRow> rowsHeld() {
        return workspace.facts().load().rows().stream().map(StoredRow::row).toList();
    }

    @Test
    void changesMadeTogetherAreThereTogetherOrNotAtAll() {
        long id =
                workspace.together(
                        "both",
                        () -> {
                            workspace.audit().append(NOON, "trader", "reset", "a", "why");
                            assertEquals(1, workspace.audit().entries().size(), "seen within");
                            return workspace.facts().appendReset(NOON, Optional.empty(), "why");
                        });
        assertThrows(
                IllegalStateException.class,
                () ->
                        workspace.together(
                                "neither",
                                () -> {
                                    workspace.settings().put("a", "b", NOON);
                                    workspace.facts().load();
                                    workspace.facts().withdrawReset(id, NOON);
                                    throw new IllegalStateException("on the way");
                                }));
        reopen();
        assertEquals(1, workspace.facts().load().resets().size());
        assertEquals(1, workspace.audit().entries().size());
        assertTrue(workspace.settings().all().isEmpty());
    }

    @Test
    void everyKindOfRowComesBackExactlyAfterReopening() {
        List<SourceRow> rows =
                List.of(
                        Rows.bar(1),
                        Rows.bar(2),
                        Rows.fullTrade(3),
                        Rows.openTrade(4, 0),
                        Rows.openTrade(5, 9),
                        Rows.fullFill(6),
                        Rows.bareFill(7),
                        Rows.fullPrediction(8),
                        Rows.barePrediction(9));
        workspace.facts().append(Rows.batch("a.csv", rows));
        reopen();
        // BigDecimal.equals compares the scale too; records compare every component.
        assertEquals(rows, rowsHeld());
    }

    @Test
    void aRowKnowsItsFirstStatement() {
        workspace.facts().append(Rows.batch("a.csv", List.of(Rows.bar(1))));
        NewBatch.NewRow replacing = new NewBatch.NewRow(Rows.fullTrade(77), 123, true);
        workspace
                .facts()
                .append(
                        new NewBatch(
                                NOON,
                                "import",
                                List.of(
                                        new NewBatch.NewFile(
                                                "b.csv",
                                                "1".repeat(64),
                                                Rows.report("b.csv", 1),
                                                List.of(replacing),
                                                List.of()))));
        assertEquals(
                List.of(new Statement(2, 2, 123, 77, true)),
                workspace.facts().load().rows().get(1).statements());
    }

    @Test
    void anotherMarkOfAnOpenTradeIsAnotherRowOfTheSameKey() {
        TradeRecord first = Rows.openTrade(1, 5);
        TradeRecord second = Rows.openTrade(1, 6);
        assertEquals(first.key(), second.key());
        workspace.facts().append(Rows.batch("a.csv", List.of(first)));
        workspace.facts().append(Rows.batch("b.csv", List.of(second)));
        workspace.facts().append(Rows.batch("a again.csv", List.of(), List.of(first)));
        List<StoredRow> rows = workspace.facts().load().rows();
        assertEquals(List.of(first, second), rows.stream().map(StoredRow::row).toList());
        assertEquals(
                List.of(new Statement(1, 1, 2, 1, false), new Statement(3, 3, 1000, 6, false)),
                rows.get(0).statements());
        assertEquals(List.of(new Statement(2, 2, 2, 1, false)), rows.get(1).statements());
    }

    @Test
    void aRowMayBeSaidAgainByALaterFileOfTheSameBatch() {
        TradeRecord trade = Rows.fullTrade(1);
        NewBatch one = Rows.batch("a.csv", List.of(trade));
        NewBatch two = Rows.batch("b.csv", List.of(), List.of(trade.withSequence(1)));
        workspace
                .facts()
                .append(
                        new NewBatch(
                                NOON,
                                "import",
                                List.of(one.files().getFirst(), two.files().getFirst())));
        assertEquals(
                List.of(new Statement(1, 1, 2, 1, false), new Statement(1, 2, 1000, 6, false)),
                workspace.facts().load().rows().getFirst().statements());
    }

    @Test
    void sayingAgainWhatIsNotHeldKeepsNothingOfTheBatch() {
        workspace.facts().append(Rows.batch("a.csv", List.of(Rows.openTrade(1, 5))));
        NewBatch wrong = Rows.batch("b.csv", List.of(Rows.bar(1)), List.of(Rows.openTrade(1, 6)));
        assertThrows(IllegalArgumentException.class, () -> workspace.facts().append(wrong));
        assertEquals(List.of(Rows.openTrade(1, 5)), rowsHeld());
        assertEquals(1, workspace.facts().batches().size());
    }

    @Test
    void theSameContentTwiceIsRefusedWhole() {
        workspace.facts().append(Rows.batch("a.csv", List.of(Rows.fullTrade(1))));
        NewBatch wrong = Rows.batch("b.csv", List.of(Rows.fullTrade(2), Rows.fullTrade(1)));
        assertThrows(IllegalArgumentException.class, () -> workspace.facts().append(wrong));
        NewBatch within = Rows.batch("b.csv", List.of(Rows.fullTrade(3), Rows.fullTrade(3)));
        assertThrows(IllegalArgumentException.class, () -> workspace.facts().append(within));
        assertEquals(List.of(Rows.fullTrade(1)), rowsHeld());
        assertEquals(2, workspace.facts().append(Rows.batch("c.csv", List.of(Rows.bar(1)))));
    }

    @Test
    void aWithdrawnBatchKeepsItsRowsAndSaysWhen() {
        workspace.facts().append(Rows.batch("a.csv", List.of(Rows.bar(1))));
        workspace.facts().append(Rows.batch("b.csv", List.of(Rows.bar(2))));
        workspace.facts().withdraw(1, NOON);
        reopen();
        StoredFacts facts = workspace.facts().load();
        assertEquals(Set.of(1L), facts.withdrawn());
        assertEquals(2, facts.rows().size());
        List<BatchSummary> batches = workspace.facts().batches();
        assertEquals(NOON, batches.get(0).withdrawnAt());
        assertNull(batches.get(1).withdrawnAt());
    }

    @Test
    void onlyAnImportThatCountsCanBeWithdrawn() {
        assertEquals(
                "There is no import with the number 1.",
                assertThrows(StoreException.class, () -> workspace.facts().withdraw(1, NOON))
                        .getMessage());
        workspace.facts().append(Rows.batch("a.csv", List.of()));
        workspace.facts().withdraw(1, NOON);
        assertEquals(
                "Import 1 was undone before.",
                assertThrows(StoreException.class, () -> workspace.facts().withdraw(1, NOON))
                        .getMessage());
    }

    @Test
    void reportsOfFilesComeBackAsTheyWereTold() {
        workspace.facts().append(Rows.batch("a.csv", List.of(Rows.bar(1))));
        reopen();
        BatchSummary batch = workspace.facts().batches().getFirst();
        assertEquals(
                new BatchSummary(
                        1,
                        "import",
                        Instant.parse("2026-11-21T10:00:00.5Z"),
                        List.of(Rows.report("a.csv", 1)),
                        null),
                batch);
    }

    @Test
    void aResetCanBeUndoneOnce() {
        assertEquals(1, workspace.facts().appendReset(NOON, Optional.of(new BotId("x")), "new"));
        assertEquals(2, workspace.facts().appendReset(NOON, Optional.empty(), "all"));
        reopen();
        assertEquals(
                List.of(
                        new BeliefReset(1, NOON, Optional.of(new BotId("x")), "new"),
                        new BeliefReset(2, NOON, Optional.empty(), "all")),
                workspace.facts().load().resets());
        assertTrue(workspace.facts().withdrawReset(1, NOON));
        assertFalse(workspace.facts().withdrawReset(1, NOON));
        assertFalse(workspace.facts().withdrawReset(9, NOON));
        assertEquals(
                List.of(new BeliefReset(2, NOON, Optional.empty(), "all")),
                workspace.facts().load().resets());
        assertEquals(3, workspace.facts().appendReset(NOON, Optional.empty(), "again"));
    }

    @Test
    void timeMarksAreKeptOnceInOrder() {
        Instant later = NOON.plusSeconds(1);
        workspace.facts().appendTimeMark(later);
        workspace.facts().appendTimeMark(NOON);
        workspace.facts().appendTimeMark(later);
        reopen();
        assertEquals(
                List.of(new TimeMark(NOON), new TimeMark(later)),
                workspace.facts().load().timeMarks());
    }

    @Test
    void aTimeBeyondAllJournalsIsRefusedWithFileAndLine() {
        Prediction p = Rows.barePrediction(1);
        SourceRow far =
                new Prediction(
                        p.key(),
                        1,
                        Instant.parse("9999-12-31T00:00:00Z"),
                        p.bot(),
                        p.symbol(),
                        p.direction(),
                        p.entry(),
                        p.takeProfit(),
                        p.stopLoss(),
                        p.sourceId(),
                        p.source(),
                        p.call(),
                        p.extras());
        NewBatch batch = Rows.batch("far.csv", List.of(Rows.bar(1), far));
        String message =
                assertThrows(StoreException.class, () -> workspace.facts().append(batch))
                        .getMessage();
        assertTrue(message.startsWith("far.csv, line 3: a time lies outside"), message);
        assertEquals(List.of(), rowsHeld());
    }

    @Test
    void moreRowsThanOneGroupKeepTheirOrder() {
        List<SourceRow> rows = new ArrayList<>();
        for (int i = 0; i < 2_501; i++) {
            rows.add(Rows.bar(i * 7919L % 2_503));
        }
        workspace.facts().append(Rows.batch("bars.csv", rows));
        assertEquals(rows, rowsHeld());
    }
}
