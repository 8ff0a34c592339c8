package credence.service;

import static credence.service.TradeRows.closedAs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.Price;
import credence.core.value.SourceClass;
import credence.service.port.FileReport;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Exports that say more or less of one trade: what is believed must not depend on which came first.
class TellingTest {

    private static final TradeRecord BARE = closedAs("7", "1", 20, "110");
    private static final TradeRecord STOPPED =
            told(Optional.of("90"), Optional.empty(), BARE.source());
    private static final TradeRecord FULL =
            told(Optional.of("90"), Optional.of("4"), BARE.source());
    private static final TradeRecord OTHER =
            told(Optional.of("95"), Optional.empty(), BARE.source());

    private static TradeRecord told(
            Optional<String> stop, Optional<String> mae, SourceClass source) {
        TradeRecord.Exit e = BARE.exit().orElseThrow();
        return new TradeRecord(
                BARE.key(),
                BARE.sequence(),
                BARE.account(),
                BARE.bot(),
                BARE.symbol(),
                BARE.direction(),
                BARE.quantity(),
                BARE.entryTime(),
                BARE.entryPrice(),
                Optional.of(
                        new TradeRecord.Exit(
                                e.time(),
                                e.price(),
                                e.costs(),
                                e.netPnl(),
                                mae.map(BigDecimal::new),
                                mae.map(BigDecimal::new),
                                e.reason())),
                Optional.empty(),
                BARE.multiplier(),
                BARE.currency(),
                stop.map(Price::of),
                Optional.empty(),
                source,
                BARE.call(),
                BARE.extras());
    }

    /// A workspace into which one row after the other is brought.
    private static final class Desk {
        private final RowFiles files = new RowFiles();
        private final Workspace workspace =
                Workspace.open(
                        new MemoryStore(),
                        files,
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

        FileReport bring(SourceRow row) {
            return files.bring(workspace, List.of(row)).files().getFirst();
        }

        String hash() {
            assertTrue(workspace.health().verify(Progress.NONE).equal());
            return workspace.beliefs().stateHash(Optional.empty());
        }
    }

    private static String after(SourceRow... rows) {
        Desk desk = new Desk();
        for (SourceRow row : rows) {
            assertEquals(List.of(), desk.bring(row).refused());
        }
        return desk.hash();
    }

    @Test
    void theFullestTellingCountsWhicheverCameFirst() {
        String full = after(FULL);
        assertNotEquals(after(BARE), after(STOPPED), "a stop moves the belief");
        assertEquals(full, after(BARE, STOPPED, FULL));
        assertEquals(full, after(FULL, STOPPED, BARE));
        assertEquals(full, after(STOPPED, BARE, FULL));
        assertEquals(after(STOPPED), after(BARE, STOPPED));
        assertEquals(after(STOPPED), after(STOPPED, BARE));
    }

    @Test
    void takingTheFullestBackLeavesTheNextWhicheverCameFirst() {
        for (List<TradeRecord> order :
                List.of(List.of(FULL, STOPPED), List.of(STOPPED, FULL), List.of(FULL, BARE))) {
            Desk desk = new Desk();
            order.forEach(desk::bring);
            desk.workspace.imports().undo(order.indexOf(FULL) + 1L);
            TradeRecord left = order.getFirst().equals(FULL) ? order.getLast() : order.getFirst();
            assertEquals(after(left), desk.hash());
        }
    }

    @Test
    void theSameAgainIsADuplicateAndAContradictionIsRefused() {
        Desk desk = new Desk();
        desk.bring(STOPPED);
        assertEquals(1, desk.bring(STOPPED).duplicates());
        assertEquals(1, desk.bring(OTHER).refused().size());
        TradeRecord paper = told(Optional.of("90"), Optional.empty(), SourceClass.PAPER);
        assertNotEquals(SourceClass.PAPER, BARE.source());
        assertEquals(1, desk.bring(paper).refused().size());
        assertEquals(after(STOPPED), desk.hash());
    }
}
