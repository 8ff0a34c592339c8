package credence.core.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.fact.Bar;
import credence.core.fact.Fact;
import credence.core.fact.RowKey;
import credence.core.fact.TimeMark;
import credence.core.fact.TradeRecord;
import credence.core.value.BotId;
import credence.core.value.Price;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.testkit.GeneratedJournal;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class BrainTest {

    private static final BotId A = new BotId("a");

    private static BotState bot(BrainState state, String name) {
        return Objects.requireNonNull(state.bot(new BotId(name)));
    }

    private static List<Outcome> outcomes(Trades trades) {
        List<Outcome> outcomes = new ArrayList<>();
        new Replay(trades.facts())
                .fold(
                        Configuration.DEFAULT,
                        new BrainObserver() {
                            @Override
                            public void learned(
                                    Outcome outcome,
                                    LearningEvent event,
                                    BotState after,
                                    Prior prior) {
                                outcomes.add(outcome);
                            }
                        });
        return outcomes;
    }

    private static Bar bar(String opens, double close) {
        return new Bar(
                RowKey.ofNativeId("bar", "", "", opens),
                new Symbol("ETHUSDT"),
                Duration.ofHours(1),
                Trades.at(opens),
                close,
                close,
                close,
                close,
                1);
    }

    @Test
    void anOutcomeIsKnownAtItsClosingAndNotBefore() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100").closed("2025-01-01T12:00:00", "110");
        assertEquals(0, trades.stateAt("2025-01-01T11:59:59").outcomes());
        assertEquals(1, trades.stateAt("2025-01-01T11:59:59").openEntries().size());
        assertEquals(1, trades.stateAt("2025-01-01T12:00:00").outcomes());
        assertEquals(0, trades.stateAt("2025-01-01T12:00:00").openEntries().size());
        assertEquals(0, trades.stateAt("2025-01-01T09:59:59").bots().size());
    }

    @Test
    void tradesThatShareAnEntryAreOneOutcomeOnceAllAreClosed() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100").of("2").closed("2025-01-01T11:00:00", "90");
        trades.entry("a", "2025-01-01T10:00:00", "100.0")
                .of("1")
                .closed("2025-01-02T09:00:00", "130");
        BrainState early = trades.stateAt("2025-01-01T23:00:00");
        assertEquals(1, bot(early, "a").trades());
        assertEquals(0, bot(early, "a").outcomes());
        BrainState late = trades.stateAt("2025-01-02T09:00:00");
        assertEquals(2, bot(late, "a").trades());
        assertEquals(1, bot(late, "a").wins());
        assertEquals(1, bot(late, "a").outcomes());
        Outcome outcome = outcomes(trades).getFirst();
        assertEquals(0, new BigDecimal("10").compareTo(outcome.net()));
        assertEquals(1, outcome.result());
        assertEquals(10 / 300.0, outcome.returnFraction(), 1e-15);
        // 2·(100 + 90) + 1·(100 + 130)
        assertEquals(610, outcome.turnover(), 1e-12);
        assertEquals(2, outcome.trades().size());
        assertEquals(Trades.at("2025-01-02T09:00:00"), outcome.closed());
    }

    @Test
    void accountsInTwoCurrenciesMakeTwoOutcomesSinceTheirMoneyCannotBeAdded() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .in("dollars")
                .closed("2025-01-01T11:00:00", "110");
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .in("yen")
                .paidIn("JPY")
                .net("-1500")
                .closed("2025-01-01T11:00:00", "110");
        List<Outcome> outcomes = outcomes(trades);
        assertEquals(2, outcomes.size());
        assertEquals(
                List.of("JPY -1500", "USD 10"),
                outcomes.stream()
                        .map(o -> o.currency().code() + " " + o.net().toPlainString())
                        .sorted()
                        .toList());
        BrainState open = trades.stateAt("2025-01-01T10:30:00");
        assertEquals(2, open.openEntries().size());
        assertEquals(
                open.hash(),
                BrainState.decode(open.encode(), Configuration.DEFAULT).hash(),
                "both come back from a snapshot");
    }

    @Test
    void anotherSideOrPriceOrBotIsAnotherOutcome() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100").closed("2025-01-01T11:00:00", "90");
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .goingShort()
                .closed("2025-01-01T11:00:00", "90");
        trades.entry("a", "2025-01-01T10:00:00", "101").closed("2025-01-01T11:00:00", "90");
        trades.entry("b", "2025-01-01T10:00:00", "100").closed("2025-01-01T11:00:00", "90");
        assertEquals(4, trades.stateAt("2025-01-02T00:00:00").outcomes());
    }

    @Test
    void everyEntryOfAnInstantSeesTheStateBeforeAnyOutcomeOfIt() {
        // Nine outcomes are known; the tenth closes at the very instant at which the next is
        // opened. From the tenth outcome on there is a relative R: not for that entry.
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 8, "101", "99");
        trades.entry("a", "2025-01-01T08:00:00", "100").closed("2025-01-01T09:00:00", "101");
        trades.entry("a", "2025-01-01T09:00:00", "100").closed("2025-01-01T09:30:00", "101");
        trades.entry("a", "2025-01-01T09:00:01", "100").closed("2025-01-01T09:31:00", "101");
        List<Outcome> outcomes = outcomes(trades);
        assertEquals(RiskRung.NONE, outcomes.get(9).rung());
        assertEquals(RiskRung.RELATIVE, outcomes.get(10).rung());
    }

    /// Nine returns of 1 % make a mean of 1 %: a net of +3 on 100 is 3 R, less 5 bp of the turnover 203: 0.1015.
    @Test
    void withoutAStopRIsTheReturnInMeanAbsoluteReturnsAfterAssumedCosts() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 9, "101", "99");
        trades.entry("a", "2025-01-02T00:00:00", "100").closed("2025-01-02T01:00:00", "103");
        Outcome last = outcomes(trades).getLast();
        assertEquals(RiskRung.RELATIVE, last.rung());
        assertEquals(0.1015, last.assumedCosts(), 1e-12);
        assertEquals((3 - 0.1015) / 100 / 0.01, last.r().orElseThrow(), 1e-9);
    }

    @Test
    void theRelativeRiskIsAtLeastFiveBasisPoints() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 9, "100.01", "99.99");
        trades.entry("a", "2025-01-02T00:00:00", "100").closed("2025-01-02T01:00:00", "100.05");
        // 0.05/100 ÷ 0.0005 = 1 R before costs of 5 bp · 200.05/100 ÷ 5 bp = 2.0005.
        assertEquals(1 - 2.0005, outcomes(trades).getLast().r().orElseThrow(), 1e-9);
    }

    /// Risk 2·|100 − 95| = 10; gross −8, stated costs 1, so −0.9 R; no cost is assumed beside stated ones.
    @Test
    void withAStopRIsTheNetInInitialRisk() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .of("2")
                .stop("95")
                .costs("1")
                .excursions("9", "4")
                .closed("2025-01-01T11:00:00", "96");
        Outcome outcome = outcomes(trades).getFirst();
        assertEquals(RiskRung.STOP, outcome.rung());
        assertEquals(-0.9, outcome.r().orElseThrow(), 1e-12);
        assertEquals(0, outcome.assumedCosts());
        assertEquals(0.1, outcome.entryQuality().orElseThrow(), 1e-12);
        assertEquals(0, outcome.exitQuality().orElseThrow());
    }

    @Test
    void aStopAtTheEntryIsNoRiskAndIsCounted() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .stop("100")
                .closed("2025-01-01T11:00:00", "96");
        BrainState state = trades.stateAt("2025-01-02T00:00:00");
        assertEquals(1, bot(state, "a").risklessOutcomes());
        assertEquals(1, bot(state, "a").outcomes());
        assertEquals(0, bot(state, "a").belief().rOutcomes());
    }

    @Test
    void anEntryIsMarkedAtMidnightByTheLastClose() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100").of("2").open();
        trades.and(bar("2025-01-01T20:00:00", 80)).and(bar("2025-01-02T10:00:00", 120));
        OpenEntry before = trades.stateAt("2025-01-01T23:59:59").openEntries(A).getFirst();
        assertNull(before.markedAt());
        OpenEntry after = trades.stateAt("2025-01-02T00:00:00").openEntries(A).getFirst();
        assertEquals(Trades.at("2025-01-01T21:00:00"), after.markedAt());
        assertEquals(-0.2, after.markedReturn().orElseThrow(), 1e-12);
        OpenEntry next = trades.stateAt("2025-01-03T00:00:00").openEntries(A).getFirst();
        assertEquals(0.2, next.markedReturn().orElseThrow(), 1e-12);
    }

    @Test
    void aCloseFromBeforeTheEntryMarksNothing() {
        Trades trades = new Trades();
        trades.and(bar("2025-01-01T08:00:00", 80));
        trades.entry("a", "2025-01-01T10:00:00", "100").open();
        assertNull(trades.stateAt("2025-01-05T00:00:00").openEntries(A).getFirst().markedAt());
    }

    /// Two units at 100 marked at 90: −20 of 200. One closes at 90: −10 realised, −10 still open, not −10 and −20.
    @Test
    void aPartThatClosesTakesItsShareOfTheMarkAlong() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100").closed("2025-01-02T10:00:00", "90");
        trades.entry("a", "2025-01-01T10:00:00", "100").open();
        trades.and(bar("2025-01-01T20:00:00", 90));
        OpenEntry whole = trades.stateAt("2025-01-02T09:00:00").openEntries(A).getFirst();
        assertEquals(-0.1, whole.markedReturn().orElseThrow(), 1e-12);
        OpenEntry rest = trades.stateAt("2025-01-02T11:00:00").openEntries(A).getFirst();
        assertEquals(-0.1, rest.markedReturn().orElseThrow(), 1e-12);
    }

    @Test
    void aPartWithTheSourcesOwnMarkTakesItAlongToo() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .net("-11")
                .marked("2025-01-03T10:00:00", "90");
        trades.entry("a", "2025-01-01T10:00:00", "100").closed("2025-01-02T10:00:00", "95");
        OpenEntry entry = trades.stateAt("2025-01-03T10:00:00").openEntries(A).getFirst();
        assertEquals((-5 - 11) / 200.0, entry.markedReturn().orElseThrow(), 1e-12);
    }

    @Test
    void anOpenLossCountsUntilItsTradeCloses() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 20, "101", "99");
        trades.entry("a", "2025-01-02T00:00:00", "100").closed("2025-01-10T00:00:00", "104");
        trades.and(bar("2025-01-02T20:00:00", 90)).and(bar("2025-01-05T20:00:00", 105));
        BrainState none = trades.stateAt("2025-01-02T23:00:00");
        assertEquals(List.of(), none.openLosses(bot(none, "a")));
        BrainState losing = trades.stateAt("2025-01-03T12:00:00");
        // −10 less 5 bp · 2 · 100 of assumed costs, over 100, in mean absolute returns of 1 %.
        assertEquals(List.of(-10.1), rounded(losing.openLosses(bot(losing, "a"))));
        assertEquals(20, bot(losing, "a").belief().outcomes());
        BrainState winning = trades.stateAt("2025-01-06T12:00:00");
        assertEquals(List.of(), winning.openLosses(bot(winning, "a")));
        BrainState closed = trades.stateAt("2025-01-10T00:00:00");
        assertEquals(List.of(), closed.openLosses(bot(closed, "a")));
        assertEquals(21, bot(closed, "a").belief().outcomes());
    }

    private static List<Double> rounded(List<Double> numbers) {
        return numbers.stream().map(x -> Math.rint(x * 1e9) / 1e9).toList();
    }

    @Test
    void thePriorIsConstantThroughTheDayAndComesFromTheOthers() {
        Trades trades =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 12, "101")
                        .hourly("b", "2025-01-01T00:30:00", 12, "99")
                        .hourly("c", "2025-01-01T00:40:00", 3, "99");
        BrainState sameDay = trades.stateAt("2025-01-01T23:59:59");
        assertEquals(Prior.unseen(Configuration.DEFAULT.belief()), sameDay.prior(A));
        BrainState nextDay = trades.stateAt("2025-01-02T00:00:00");
        // b alone: 0 of 12, kept at 0.05, one class beside five of 0.55.
        assertEquals((0.05 + 2.75) / 6, nextDay.prior(A).rate(), 1e-12);
        assertEquals((0.95 + 2.75) / 6, nextDay.prior(new BotId("b")).rate(), 1e-12);
        // c has too few outcomes to be a class: it gets the prior of both.
        assertEquals((2 * 0.5 + 2.75) / 7, nextDay.prior(new BotId("c")).rate(), 1e-12);
    }

    @Test
    void outcomesAtMidnightStillBelongToTheDayThatEnds() {
        Trades trades =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 9, "101")
                        .hourly("b", "2025-01-01T00:00:00", 9, "99");
        trades.entry("a", "2025-01-01T23:00:00", "100").closed("2025-01-02T00:00:00", "101");
        BrainState midnight = trades.stateAt("2025-01-02T00:00:00");
        // a has ten outcomes at that boundary and is the population b is judged by.
        assertEquals((0.95 + 2.75) / 6, midnight.prior(new BotId("b")).rate(), 1e-12);
    }

    @Test
    void duplicatesAreOneClassFromTheTenthOutcomeOn() {
        Trades nine =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 9, "101", "98")
                        .hourly("b", "2025-01-01T00:00:00", 9, "101", "98");
        BrainState early = nine.stateAt("2025-01-02T00:00:00");
        assertNull(early.duplicateClass(A));
        Trades ten =
                new Trades()
                        .hourly("b", "2025-01-01T00:00:00", 10, "101", "98")
                        .hourly("a", "2025-01-01T00:00:00", 10, "101", "98")
                        .hourly("other", "2025-01-01T00:00:00", 10, "101", "97");
        BrainState late = ten.stateAt("2025-01-02T00:00:00");
        assertEquals("a", late.duplicateClass(A));
        assertEquals("a", late.duplicateClass(new BotId("b")));
        assertNull(late.duplicateClass(new BotId("other")));
        assertEquals(late.prior(A), late.prior(new BotId("b")));
        // Two days later one of them trades alone: no duplicates any more.
        ten.entry("b", "2025-01-03T10:00:00", "100").closed("2025-01-03T11:00:00", "99");
        assertNull(ten.stateAt("2025-01-04T00:00:00").duplicateClass(A));
    }

    @Test
    void aDuplicateThatTradesOtherMoneyIsStillADuplicate() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 10, "101", "98");
        for (int hour = 0; hour < 10; hour++) {
            String in = "2025-01-01T0" + hour;
            trades.entry("rich", in + ":00:00", "100")
                    .of("70")
                    .in("elsewhere")
                    .closed(in + ":05:00", hour % 2 == 0 ? "101" : "98");
        }
        BrainState state = trades.stateAt("2025-01-02T00:00:00");
        assertEquals("a", state.duplicateClass(new BotId("rich")));
        assertNotEquals(bot(state, "a").net(), bot(state, "rich").net());
    }

    @Test
    void classesOfSourceAreKeptApart() {
        Trades trades = new Trades();
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .as(SourceClass.BACKTEST)
                .closed("2025-01-01T11:00:00", "101");
        trades.entry("a", "2025-01-02T10:00:00", "100").closed("2025-01-02T11:00:00", "101");
        BotState bot = bot(trades.stateAt("2025-01-03T00:00:00"), "a");
        assertEquals(1, bot.bySource().get(SourceClass.BACKTEST));
        assertEquals(1, bot.bySource().get(SourceClass.LIVE));
    }

    @Test
    void marksOfOneTimeDoNotDependOnWhoCameFirst() {
        TradeRecord low =
                new Trades()
                        .entry("a", "2025-01-01T10:00:00", "100")
                        .marked("2025-01-02T00:00:00", "90");
        TradeRecord high =
                GeneratedJournal.withMark(
                        low,
                        new TradeRecord.Mark(
                                Trades.at("2025-01-02T00:00:00"),
                                Price.of("95"),
                                Optional.empty()));
        Fact markLow = low.facts().getLast();
        Fact markHigh = high.facts().getLast();
        assertNotEquals(0, markLow.order().compareTo(markHigh.order()));
        String first =
                new Replay(List.of(low.opened(), markLow, markHigh))
                        .fold(Configuration.DEFAULT, BrainObserver.NONE)
                        .state()
                        .hash();
        String second =
                new Replay(List.of(markHigh, markLow, low.opened()))
                        .fold(Configuration.DEFAULT, BrainObserver.NONE)
                        .state()
                        .hash();
        assertEquals(first, second);
    }

    @Test
    void factsThatGoBackInTimeAreRefused() {
        Brain brain = new Brain(new BrainState(Configuration.DEFAULT), BrainObserver.NONE);
        brain.apply(new TimeMark(Trades.at("2025-01-02T00:00:00")));
        assertThrows(
                IllegalArgumentException.class,
                () -> brain.apply(new TimeMark(Trades.at("2025-01-01T00:00:00"))));
    }

    @Test
    void theHistoryKeepsTenThousandEventsAndForgettingOneChangesNoBelief() {
        Trades few = new Trades().hourly("a", "2025-01-01T00:00:00", 60, "101", "99", "102");
        Trades many = new Trades().hourly("a", "2025-01-01T00:00:00", 60, "101", "99", "102");
        for (int i = 0; i < 10_200; i++) {
            String second = Trades.at("2025-02-01T00:00:00").plusSeconds(i).toString();
            String at = second.substring(0, 19);
            many.entry("b", at, "100").closed(at, i % 3 == 0 ? "99" : "101");
        }
        BrainState small = few.stateAt("2025-03-01T00:00:00");
        BrainState large = many.stateAt("2025-03-01T00:00:00");
        assertEquals(60, small.history().size());
        assertEquals(BrainState.HISTORY, large.history().size());
        assertTrue(large.history().stream().noneMatch(e -> e.bot().equals(A)));
        assertEquals(10_260, large.outcomes());
        Prior prior = Prior.unseen(Configuration.DEFAULT.belief());
        assertEquals(
                bot(small, "a").belief().read(Trades.at("2025-03-01T00:00:00"), prior, List.of()),
                bot(large, "a").belief().read(Trades.at("2025-03-01T00:00:00"), prior, List.of()));
        assertFalse(large.history().isEmpty());
        assertEquals(10_200, large.history().getLast().index());
    }
}
