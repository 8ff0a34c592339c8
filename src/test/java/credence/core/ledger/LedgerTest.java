package credence.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.ExitReason;
import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every expected figure is worked out by hand in the comment beside it.
class LedgerTest {

    private static List<LedgerEvent> run(Ledger ledger, Fill... fills) {
        List<LedgerEvent> events = new ArrayList<>();
        for (Fill fill : fills) {
            events.addAll(ledger.apply(fill));
        }
        return events;
    }

    private static List<Trade> trades(List<LedgerEvent> events) {
        return events.stream()
                .filter(LedgerEvent.TradeCompleted.class::isInstance)
                .map(e -> ((LedgerEvent.TradeCompleted) e).trade())
                .toList();
    }

    private static List<String> gross(List<LedgerEvent> events) {
        return trades(events).stream()
                .map(t -> t.grossPnl().orElseThrow().toPlainString())
                .toList();
    }

    private static Ledger fifo() {
        return new Ledger(MatchingMethod.FIFO);
    }

    // The executions described in the sample data's README (`futures/ninjatrader_executions.csv`):
    // point values 2 and 50.

    @Test
    void scaleOutOfMicroNasdaqGivesTwentyAndEleven() {
        Fills mnq = Fills.of("b", "MNQ", "2");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        mnq.buy("2", "23500.25", "1.04"),
                        mnq.sell("1", "23510.25", "0.52"),
                        mnq.sell("1", "23505.75", "0.52"));
        // (23510.25 − 23500.25) × 2 = 20; (23505.75 − 23500.25) × 2 = 11.
        assertEquals(List.of("20", "11"), gross(events));
        // 1.04 ÷ 2 + 0.52 = 1.04 each, 2.08 in all.
        assertEquals(new BigDecimal("1.04"), trades(events).get(0).costs());
        assertEquals(new BigDecimal("1.04"), trades(events).get(1).costs());
        assertEquals(new BigDecimal("18.96"), trades(events).get(0).netPnl().orElseThrow());
        assertTrue(trades(events).get(0).costsStated());
    }

    // Prices that are quotients: 481 ÷ 0.0055 and 202 ÷ 0.0022 do not end, the amounts do.

    @Test
    void anAmountIsExactWhereThePriceIsItsQuotient() {
        Fills btc = Fills.of("b", "BTCEUR", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        btc.ofAmount(Side.BUY, "0.0055", "481"),
                        btc.ofAmount(Side.SELL, "0.0022", "202"));
        // 481 × 0.0022 ÷ 0.0055 = 192.4; 202 − 192.4 = 9.6.
        assertEquals(List.of("9.6"), gross(events));
    }

    @Test
    void partsOfAnAmountAddUpToItWhateverTheMethod() {
        for (MatchingMethod method : MatchingMethod.values()) {
            Fills coin = Fills.of("b", "COIN", "1");
            List<LedgerEvent> events =
                    run(
                            new Ledger(method),
                            coin.ofAmount(Side.BUY, "3", "10"),
                            coin.ofAmount(Side.BUY, "7", "11"),
                            coin.ofAmount(Side.SELL, "1", "4.1"),
                            coin.ofAmount(Side.SELL, "6", "13"),
                            // turns round: 3 close what is left, 3 open a short
                            coin.ofAmount(Side.SELL, "6", "7"),
                            coin.ofAmount(Side.BUY, "3", "2"));
            // All is closed: 4.1 + 13 + 7 came in, 10 + 11 + 2 went out.
            assertEquals(
                    0,
                    new BigDecimal("1.1")
                            .compareTo(
                                    trades(events).stream()
                                            .map(t -> t.grossPnl().orElseThrow())
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                    () -> method + ": " + gross(events));
        }
    }

    @Test
    void anAmountThatThePriceDoesNotMakeIsNotItsAmount() {
        Fills coin = Fills.of("b", "COIN", "1");
        Fill odd = coin.ofAmount(Side.BUY, "3", "10");
        odd.extras().put(Extra.AMOUNT, "10.01");
        assertEquals(
                0, odd.price().value().multiply(new BigDecimal("3")).compareTo(odd.turnover()));
    }

    @Test
    void shortMicroNasdaqGivesTen() {
        Fills mnq = Fills.of("b", "MNQ", "2");
        List<LedgerEvent> events =
                run(fifo(), mnq.sell("1", "23520.00", "0.52"), mnq.buy("1", "23515.00", "0.52"));
        // (23520 − 23515) × 2 = 10.
        assertEquals(List.of("10"), gross(events));
        assertEquals(Direction.SHORT, trades(events).getFirst().direction());
        assertEquals(new BigDecimal("1.04"), trades(events).getFirst().costs());
    }

    @Test
    void oneFillThatReversesEminiGivesTwoHundredThenOneHundredTwentyFive() {
        Fills es = Fills.of("b", "ES", "50");
        Ledger ledger = fifo();
        List<LedgerEvent> events =
                run(
                        ledger,
                        es.buy("1", "5500.50", "2.25"),
                        es.sell("2", "5504.50", "4.50"),
                        es.buy("1", "5502.00", "2.25"));
        // (5504.50 − 5500.50) × 50 = 200; short from 5504.50 to 5502.00: 2.50 × 50 = 125.
        assertEquals(List.of("200", "125"), gross(events));
        // 2.25 + half of 4.50, twice: 9.00 in all.
        assertEquals(
                List.of("4.5", "4.5"),
                trades(events).stream().map(t -> t.costs().toPlainString()).toList());
        assertEquals(List.of("f1/f2", "f2/f3"), trades(events).stream().map(Trade::id).toList());
        assertEquals(List.of("f1", "f2"), trades(events).stream().map(Trade::lot).toList());
        assertTrue(ledger.openLots().isEmpty());
    }

    @Test
    void aReversalClosesFirstAndThenOpensTheRest() {
        Fills f = Fills.of("b", "X", "1");
        Ledger ledger = fifo();
        List<LedgerEvent> events = run(ledger, f.buy("3", "10"), f.sell("5", "12"));
        assertEquals(3, events.size());
        assertTrue(
                events.get(1) instanceof LedgerEvent.TradeCompleted closed && closed.lotFinished());
        assertTrue(events.get(2) instanceof LedgerEvent.EntryOpened);
        OpenLot lot = ledger.openLots().getFirst();
        assertEquals(Direction.SHORT, lot.direction());
        assertEquals(Quantity.of("2"), lot.remaining());
        assertEquals(Price.of("12"), lot.entryPrice());
    }

    // Buy 10 @ 100, 10 @ 110, sell 15 @ 120, sell 5 @ 90.

    @Test
    void firstInFirstOutByHand() {
        // 10 × 20 = 200, 5 × 10 = 50, then 5 × (90 − 110) = −100.
        assertEquals(List.of("200", "50", "-100"), gross(scaled(MatchingMethod.FIFO)));
    }

    @Test
    void lastInFirstOutByHand() {
        // 10 × 10 = 100, 5 × 20 = 100, then 5 × (90 − 100) = −50.
        assertEquals(List.of("100", "100", "-50"), gross(scaled(MatchingMethod.LIFO)));
    }

    @Test
    void averageByHand() {
        // Average (1000 + 1100) ÷ 20 = 105: 15 × 15 = 225, 5 × (90 − 105) = −75.
        List<LedgerEvent> events = scaled(MatchingMethod.AVERAGE);
        assertEquals(List.of("225", "-75"), gross(events));
        Trade first = trades(events).getFirst();
        assertEquals(Price.of("105"), first.entryPrice());
        assertEquals("f1/f3", first.id());
        assertEquals(Instant.parse("2025-01-01T00:01:00Z"), first.entryTime());
    }

    private static List<LedgerEvent> scaled(MatchingMethod method) {
        Fills f = Fills.of("b", "X", "1");
        return run(
                new Ledger(method),
                f.buy("10", "100"),
                f.buy("10", "110"),
                f.sell("15", "120"),
                f.sell("5", "90"));
    }

    @Test
    void anAverageThatIsNoFiniteDecimalStillAddsUp() {
        Fills f = Fills.of("b", "X", "1");
        // Basis 10 + 22 = 32 for 3 units; sold at 11, 12 and 13 = 36: 4 in all.
        List<LedgerEvent> events =
                run(
                        new Ledger(MatchingMethod.AVERAGE),
                        f.buy("1", "10"),
                        f.buy("2", "11"),
                        f.sell("1", "11"),
                        f.sell("1", "12"),
                        f.sell("1", "13"));
        BigDecimal sum =
                trades(events).stream()
                        .map(t -> t.grossPnl().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(new BigDecimal("4")));
        // 11 − 32/3 = 1/3.
        assertEquals(
                1.0 / 3, trades(events).getFirst().grossPnl().orElseThrow().doubleValue(), 1e-15);
    }

    @Test
    void aGrownAverageLotKeepsIdentityTimeAndFirstStop() {
        Fills f = Fills.of("b", "X", "1");
        Ledger ledger = new Ledger(MatchingMethod.AVERAGE);
        List<LedgerEvent> events =
                run(
                        ledger,
                        Fills.withStop(f.buy("1", "10", "0.1"), "9"),
                        Fills.withStop(f.buy("3", "14"), "12"));
        assertTrue(events.get(1) instanceof LedgerEvent.EntryOpened);
        OpenLot lot = ledger.openLots().getFirst();
        assertEquals("f1", lot.id());
        assertEquals(Quantity.of("4"), lot.opened());
        assertEquals(Price.of("13"), lot.entryPrice());
        assertEquals(Optional.of(Price.of("9")), lot.stop());
        assertFalse(lot.costsStated(), "one of its two fills states no costs");
    }

    @Test
    void costsThatDoNotDivideAddUpToTheLastDigit() {
        Fills f = Fills.of("b", "X", "1");
        List<Trade> trades =
                trades(
                        run(
                                fifo(),
                                f.buy("3", "10", "1"),
                                f.sell("1", "10", "0"),
                                f.sell("1", "10", "0"),
                                f.sell("1", "10", "0")));
        // 1 ÷ 3 to 18 places; of the 0.666…667 left one half, a tie that goes to the even digit;
        // the last takes what is left.
        assertEquals(
                List.of("0.333333333333333333", "0.333333333333333334", "0.333333333333333333"),
                trades.stream().map(t -> t.costs().toPlainString()).toList());
        assertEquals(
                0,
                trades.stream()
                        .map(Trade::costs)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(BigDecimal.ONE));
    }

    @Test
    void costsAreStatedOnlyWhenBothLegsStateThem() {
        Fills f = Fills.of("b", "X", "1");
        Trade oneLeg = trades(run(fifo(), f.buy("1", "10", "0.5"), f.sell("1", "11"))).getFirst();
        assertFalse(oneLeg.costsStated());
        assertEquals(new BigDecimal("0.5"), oneLeg.costs());
        Trade both = trades(run(fifo(), f.buy("1", "10", "0"), f.sell("1", "11", "0"))).getFirst();
        assertTrue(both.costsStated(), "a stated zero is a statement");
    }

    @Test
    void aRebateIsANegativeCost() {
        Fills f = Fills.of("b", "X", "1");
        Trade trade =
                trades(run(fifo(), f.buy("1", "10", "-0.2"), f.sell("1", "11", "0.1"))).getFirst();
        // 1 + 0.2 − 0.1 = 1.1.
        assertEquals(new BigDecimal("1.1"), trade.netPnl().orElseThrow());
    }

    @Test
    void aCloseWithoutAnOpeningIsReportedAndOpensNothing() {
        Fills f = Fills.of("b", "X", "1");
        Ledger ledger = fifo();
        List<LedgerEvent> events =
                run(ledger, Fills.withEffect(f.sell("2", "10", "0.4"), PositionEffect.CLOSE));
        LedgerEvent.UnmatchedClose unmatched = (LedgerEvent.UnmatchedClose) events.getFirst();
        assertEquals(Quantity.of("2"), unmatched.quantity());
        assertEquals(new BigDecimal("0.4"), unmatched.costs());
        assertTrue(ledger.openLots().isEmpty());
    }

    @Test
    void aCloseOfMoreThanIsOpenClosesThatAndReportsTheRest() {
        Fills f = Fills.of("b", "X", "1");
        Ledger ledger = fifo();
        List<LedgerEvent> events =
                run(
                        ledger,
                        f.buy("1", "10", "0.1"),
                        Fills.withEffect(f.sell("4", "13", "0.8"), PositionEffect.CLOSE));
        assertEquals(List.of("3"), gross(events));
        // A quarter of 0.8 belongs to the trade, with the entry's 0.1.
        assertEquals(new BigDecimal("0.3"), trades(events).getFirst().costs());
        LedgerEvent.UnmatchedClose unmatched = (LedgerEvent.UnmatchedClose) events.get(2);
        assertEquals(Quantity.of("3"), unmatched.quantity());
        assertEquals(new BigDecimal("0.6"), unmatched.costs());
        assertTrue(ledger.openLots().isEmpty());
    }

    @Test
    void anOpeningAgainstAPositionHedgesIt() {
        Fills f = Fills.of("b", "X", "1");
        Ledger ledger = fifo();
        run(ledger, f.buy("2", "10"), Fills.withEffect(f.sell("1", "12"), PositionEffect.OPEN));
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT),
                ledger.openLots().stream().map(OpenLot::direction).toList());
        // A close that buys can only mean the short: 12 − 11 = 1.
        assertEquals(
                List.of("1"),
                gross(ledger.apply(Fills.withEffect(f.buy("1", "11"), PositionEffect.CLOSE))));
        assertEquals(
                List.of(Direction.LONG),
                ledger.openLots().stream().map(OpenLot::direction).toList());
    }

    @Test
    void paperAndLiveNeverCloseEachOther() {
        Fills f = Fills.of("b", "X", "1");
        Ledger ledger = fifo();
        List<LedgerEvent> events =
                run(
                        ledger,
                        f.buy("1", "10"),
                        Fills.withSource(f.sell("1", "12"), SourceClass.PAPER));
        assertTrue(trades(events).isEmpty());
        assertEquals(2, ledger.openLots().size());
    }

    @Test
    void botsAndSymbolsAreKeptApart() {
        Ledger ledger = fifo();
        List<LedgerEvent> events =
                run(
                        ledger,
                        Fills.of("a", "X", "1").buy("1", "10"),
                        Fills.of("b", "X", "1").sell("1", "11"),
                        Fills.of("a", "Y", "1").sell("1", "12"));
        assertTrue(trades(events).isEmpty());
        assertEquals(3, ledger.openLots().size());
    }

    @Test
    void fillsOfOneSecondAreTakenInTheOrderGiven() {
        Fills f = Fills.of("b", "X", "1");
        Instant same = Instant.parse("2025-01-01T12:00:00Z");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        Fills.at(f.buy("1", "10"), same),
                        Fills.at(f.buy("1", "20"), same),
                        Fills.at(f.sell("1", "15"), same));
        assertEquals(List.of("5"), gross(events));
    }

    @Test
    void aFillFromBeforeTheLotItWouldCloseIsAnError() {
        Fills f = Fills.of("b", "X", "1");
        Ledger ledger = fifo();
        run(ledger, f.buy("1", "10"));
        Fill early = Fills.at(f.sell("1", "11"), Instant.parse("2024-01-01T00:00:00Z"));
        assertThrows(IllegalArgumentException.class, () -> ledger.apply(early));
    }

    @Test
    void aTagThatNamesAnExitReasonIsTakenAtItsWord() {
        Fills f = Fills.of("b", "X", "1");
        List<Trade> trades =
                trades(
                        run(
                                fifo(),
                                f.buy("2", "10"),
                                Fills.withTag(f.sell("1", "12"), "tp"),
                                Fills.withTag(f.sell("1", "9"), "Target1")));
        assertEquals(
                List.of(ExitReason.TP, ExitReason.UNKNOWN),
                trades.stream().map(Trade::exitReason).toList());
    }

    @Test
    void spellingOfDecimalsLeavesNoTrace() {
        Fills f = Fills.of("b", "X", "50.0");
        Fills g = Fills.of("b", "X", "50");
        Ledger one = fifo();
        Ledger two = fifo();
        run(one, f.buy("2.000", "100.10", "1.0"), f.sell("1.0", "1E+2", "0.50"));
        run(two, g.buy("2", "100.1", "1"), g.sell("1", "100", "0.5"));
        assertEquals(one.openLots(), two.openLots());
    }

    /// A sale that earned 100 by its source's word had something to sell; what is bought and sold after it is a trade of its own: (3050 − 3000) × 1.
    @Test
    void whatEarnedSomethingWithNothingOpenClosesWhatWasOpenedBefore() {
        Fills eth = Fills.of("b", "ETHUSDT", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        Fills.stating(eth.sell("1", "3100"), "100", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.buy("1", "3000"), "0", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.sell("1", "3050"), "50", ResultBasis.BEFORE_COSTS));
        assertTrue(events.getFirst() instanceof LedgerEvent.UnmatchedClose);
        assertEquals(List.of("50"), gross(events));
        assertEquals(Direction.LONG, trades(events).getFirst().direction());
    }

    /// Hyperliquid's closed PnL of an opening is minus its fee.
    @Test
    void aResultThatIsButTheFeeOpens() {
        Fills eth = Fills.of("b", "ETHUSDT", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        Fills.stating(
                                eth.sell("1", "3100", "1.2"),
                                "-1.2",
                                ResultBasis.AFTER_CLOSING_COSTS));
        assertTrue(events.getFirst() instanceof LedgerEvent.EntryOpened);
    }

    /// More is sold than was open: the rest reverses the position.
    @Test
    void whatClosesAndReversesOpensTheRest() {
        Fills eth = Fills.of("b", "ETHUSDT", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        eth.buy("1", "3000"),
                        Fills.stating(eth.sell("3", "3100"), "100", ResultBasis.BEFORE_COSTS));
        assertEquals(List.of("100"), gross(events));
        assertTrue(events.getLast() instanceof LedgerEvent.EntryOpened);
    }

    /// One bought at 3000, three sold at 3010 for a profit of 50: the one made 10, the 40 are of two that were long before, 20 each, from 2990.
    @Test
    void whatEarnedMoreThanWasOpenMakesClosesWhatWasOpenedBefore() {
        Fills eth = Fills.of("b", "ETHUSDT", "1");
        Ledger ledger = fifo();
        List<LedgerEvent> events =
                run(
                        ledger,
                        Fills.stating(eth.buy("1", "3000"), "0", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.sell("3", "3010"), "50", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.buy("1", "3000"), "0", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.sell("1", "3050"), "50", ResultBasis.BEFORE_COSTS));
        assertEquals(List.of("10", "50"), gross(events));
        assertEquals(
                List.of(Quantity.of("2")),
                events.stream()
                        .filter(LedgerEvent.UnmatchedClose.class::isInstance)
                        .map(e -> ((LedgerEvent.UnmatchedClose) e).quantity())
                        .toList());
        assertEquals(List.of(), ledger.openLots());
    }

    /// Bought 1 at 100 and 1 at 102, 0.5 sold at 103. Left are 1.5: at 101 each by the average, by lots 0.5 at 100 and 1 at 102. Sold at 104 they make
    /// 4.50 or 4.00; stating either, the other 1.5 of the sale reverse.
    @Test
    void whatTheAveragePriceExplainsReversesToo() {
        for (String stated : List.of("4.5", "4")) {
            Fills x = Fills.of("b", "XUSDT", "1");
            List<LedgerEvent> events =
                    run(
                            fifo(),
                            x.buy("1", "100"),
                            x.buy("1", "102"),
                            x.sell("0.5", "103"),
                            Fills.stating(x.sell("3", "104"), stated, ResultBasis.BEFORE_COSTS));
            assertTrue(events.getLast() instanceof LedgerEvent.EntryOpened, stated);
        }
    }

    /// Bourses print results in cents: 0.333 × (104.11 − 100) = 1.36863.
    @Test
    void roundingOfTheStatedResultDoesNotHideAReversal() {
        Fills x = Fills.of("b", "XUSDT", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        x.buy("0.333", "100"),
                        Fills.stating(x.sell("1", "104.11"), "1.37", ResultBasis.BEFORE_COSTS));
        assertTrue(events.getLast() instanceof LedgerEvent.EntryOpened);
    }

    /// Bought at 100,000 and 102,000, sold at 103,000 and 99,000, 0.01 each. By lots 30 and −30, by the average of 101,000 20 and −20.
    @Test
    void theAveragePriceOfWhatIsOpenIsKeptBesideTheLots() {
        Fills btc = Fills.of("b", "BTCUSDT", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        btc.buy("0.01", "100000"),
                        btc.buy("0.01", "102000"),
                        btc.sell("0.01", "103000"),
                        btc.sell("0.01", "99000"));
        assertEquals(List.of("30", "-30"), gross(events));
        assertEquals(
                List.of("20", "-20"),
                events.stream()
                        .filter(LedgerEvent.TradeCompleted.class::isInstance)
                        .map(LedgerEvent.TradeCompleted.class::cast)
                        .map(e -> e.averagePoints().toPlainString())
                        .toList());
    }

    /// A sale above the purchase that made nothing did not close it. Long 3000 to 3020 and short 3010 to 2990 make 20 each.
    @Test
    void whatMadeNothingWhereAClosingWouldOpensTheOtherSide() {
        Fills eth = Fills.of("b", "ETHUSDT", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        Fills.stating(eth.buy("1", "3000"), "0", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.sell("1", "3010"), "0", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.sell("1", "3020"), "20", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.buy("1", "2990"), "20", ResultBasis.BEFORE_COSTS));
        assertEquals(List.of("20", "20"), gross(events));
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT),
                trades(events).stream().map(Trade::direction).toList());
    }

    @Test
    void aSaleAtThePriceOfThePurchaseClosesItThoughItMadeNothing() {
        Fills eth = Fills.of("b", "ETHUSDT", "1");
        List<LedgerEvent> events =
                run(
                        fifo(),
                        Fills.stating(eth.buy("1", "3000"), "0", ResultBasis.BEFORE_COSTS),
                        Fills.stating(eth.sell("1", "3000"), "0", ResultBasis.BEFORE_COSTS));
        assertEquals(List.of("0"), gross(events));
    }
}
