package credence.service;

import static credence.service.TradeRows.closed;
import static credence.service.TradeRows.closedAs;
import static credence.service.TradeRows.hour;
import static credence.service.TradeRows.marked;
import static credence.service.TradeRows.markedAs;
import static credence.service.TradeRows.open;
import static credence.service.TradeRows.openAs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.fact.TradeRecord;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A later export closes what was open in an earlier one, whichever of them is imported first.
class SupersessionTest {

    private final RowFiles files = new RowFiles();

    private Workspace with(List<List<TradeRecord>> exports) {
        Workspace workspace =
                Workspace.open(
                        new MemoryStore(),
                        files,
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
        for (List<TradeRecord> export : exports) {
            ImportResult result = files.bring(workspace, export);
            assertEquals(List.of(), result.files().getFirst().refused());
        }
        return workspace;
    }

    private static List<String> trades(Workspace workspace) {
        return workspace
                .beliefs()
                .trades(
                        new TradeQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .stream()
                .map(
                        t ->
                                t.quantity().toPlainString()
                                        + (t.open() ? " open" : " out at " + t.exitPrice()))
                .sorted()
                .toList();
    }

    private static <T> List<List<T>> orders(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            List<T> rest = new ArrayList<>(things);
            T first = rest.remove(i);
            for (List<T> order : orders(rest)) {
                List<T> whole = new ArrayList<>();
                whole.add(first);
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }

    @SafeVarargs
    private void inAnyOrder(List<String> expected, List<TradeRecord>... exports) {
        List<List<TradeRecord>> all = new ArrayList<>();
        for (List<TradeRecord> export : exports) {
            all.add(export);
        }
        String hash = null;
        for (List<List<TradeRecord>> order : orders(all)) {
            Workspace workspace = with(order);
            assertEquals(expected, trades(workspace), () -> "in the order " + order);
            String now = workspace.beliefs().stateHash(Optional.empty());
            assertEquals(hash == null ? now : hash, now);
            hash = now;
        }
    }

    @Test
    void aClosedRowOfTheSameSizeTakesThePlaceOfTheOpenOne() {
        inAnyOrder(List.of("2 out at 110"), List.of(open("2")), List.of(closed("2", 20, "110")));
        inAnyOrder(
                List.of("2 out at 110"),
                List.of(openAs("7", "2")),
                List.of(closedAs("7", "2", 20, "110")));
    }

    @Test
    void anOpenRowIsNotClosedByAnotherEntryOrSize() {
        inAnyOrder(
                List.of("1 out at 110", "3 open"),
                List.of(open("3")),
                List.of(closed("1", 20, "110")));
    }

    @Test
    void partsThatMakeUpTheSizeTakeItsPlace() {
        inAnyOrder(
                List.of("1 out at 110", "2 open"),
                List.of(open("3")),
                List.of(closed("1", 20, "110"), open("2", 1)));
    }

    @Test
    void aChainOfPartialExitsLeavesTheLastStatementOnly() {
        inAnyOrder(
                List.of("1 out at 110", "1 out at 120", "2 open"),
                List.of(open("4")),
                List.of(closed("1", 20, "110"), open("3", 1)),
                List.of(closed("1", 20, "110"), closed("1", 30, "120"), open("2", 2)));
        inAnyOrder(
                List.of("1 out at 110", "1 out at 120", "2 out at 90"),
                List.of(open("4")),
                List.of(closed("1", 20, "110"), open("3", 1)),
                List.of(closed("1", 20, "110"), closed("1", 30, "120"), open("2", 2)),
                List.of(closed("1", 20, "110"), closed("1", 30, "120"), closed("2", 40, "90")));
    }

    @Test
    void rowsOfOneFileAreDifferentPositions() {
        inAnyOrder(List.of("1 open", "1 out at 110"), List.of(open("1"), closed("1", 20, "110")));
    }

    @Test
    void oneClosingClosesOnlyOneOfTwoEqualPositions() {
        inAnyOrder(
                List.of("1 open", "1 out at 110"),
                List.of(open("1", 0), open("1", 1)),
                List.of(closed("1", 20, "110")));
        inAnyOrder(
                List.of("1 out at 110", "1 out at 120"),
                List.of(open("1", 0), open("1", 1)),
                List.of(closed("1", 20, "110")),
                List.of(closed("1", 20, "110"), closed("1", 30, "120")));
    }

    @Test
    void undoingTheExportThatClosedBringsTheOpenRowBack() {
        Workspace workspace = with(List.of(List.of(open("2")), List.of(closed("2", 20, "110"))));
        workspace.imports().undo(2);
        assertEquals(List.of("2 open"), trades(workspace));
        workspace.imports().undo(1);
        assertEquals(List.of(), trades(workspace));
    }

    @Test
    void anOlderExportThatComesAfterAnUndoDoesNotHoldATradeOpen() {
        for (boolean named : new boolean[] {true, false}) {
            List<TradeRecord> open = List.of(named ? openAs("7", "2") : open("2"));
            List<TradeRecord> closed =
                    List.of(named ? closedAs("7", "2", 20, "110") : closed("2", 20, "110"));
            Workspace workspace = with(List.of(closed));
            workspace.imports().undo(1);
            files.bring(workspace, open);
            assertEquals(List.of("2 open"), trades(workspace));
            ImportResult again = files.bring(workspace, closed);
            assertEquals(1, again.files().getFirst().imported());
            assertEquals(List.of("2 out at 110"), trades(workspace));
        }
    }

    private static BotTrust bot(TrustBoard board) {
        return board.bots().getFirst();
    }

    private static Optional<BotTrust.OpenLoss> openLoss(Workspace workspace, int hour) {
        return bot(workspace.beliefs().trust(Optional.of(hour(hour)))).openLosses().stream()
                .findFirst();
    }

    @Test
    void everyMarkOfAnOpenRowIsKnownFromItsTimeOn() {
        for (List<List<TradeRecord>> order :
                orders(
                        List.of(
                                List.of(marked("2", 20, "90")),
                                List.of(marked("2", 30, "80")),
                                List.of(open("2"))))) {
            Workspace workspace = with(order);
            assertEquals(Optional.empty(), openLoss(workspace, 19));
            assertEquals(
                    -0.1, openLoss(workspace, 29).orElseThrow().returnFraction().orElse(0), 1e-12);
            assertEquals(
                    -0.2, openLoss(workspace, 30).orElseThrow().returnFraction().orElse(0), 1e-12);
            assertEquals(1, bot(workspace.beliefs().trust(Optional.empty())).openTrades());
        }
    }

    /// What the board said of a moment it still says when a later export closes the trade.
    @Test
    void marksOfATradeStayTrueOfTheirMomentAfterItHasClosed() {
        List<List<List<TradeRecord>>> pairs =
                List.of(
                        List.of(
                                List.of(markedAs("7", "2", 20, "90")),
                                List.of(closedAs("7", "2", 40, "110"))),
                        List.of(List.of(marked("2", 20, "90")), List.of(closed("2", 40, "110"))),
                        List.of(
                                List.of(marked("2", 20, "90")),
                                List.of(closed("1", 40, "110"), closed("1", 41, "120"))));
        for (List<List<TradeRecord>> pair : pairs) {
            TrustBoard before = with(List.of(pair.get(0))).beliefs().trust(Optional.of(hour(25)));
            assertEquals(1, bot(before).openLosses().size());
            for (List<List<TradeRecord>> order : orders(pair)) {
                Workspace workspace = with(order);
                TrustBoard after = workspace.beliefs().trust(Optional.of(hour(25)));
                assertEquals(bot(before).openLosses(), bot(after).openLosses());
                TrustBoard last = workspace.beliefs().trust(Optional.empty());
                assertEquals(List.of(), bot(last).openLosses());
                assertEquals(0, bot(last).openTrades());
            }
        }
    }

    @Test
    void aStatedResultAtTheMarkIsSharedAmongTheParts() {
        TradeRecord whole = marked("4", 20, "90");
        TradeRecord stated =
                credence.testkit.GeneratedJournal.withMark(
                        whole,
                        new TradeRecord.Mark(
                                hour(20),
                                whole.mark().orElseThrow().price(),
                                Optional.of(new BigDecimal("-44"))));
        Workspace workspace =
                with(
                        List.of(
                                List.of(stated),
                                List.of(closed("1", 40, "110"), closed("3", 41, "120"))));
        assertEquals(
                -0.11, openLoss(workspace, 30).orElseThrow().returnFraction().orElse(0), 1e-12);
    }
}
