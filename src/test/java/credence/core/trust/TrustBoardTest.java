package credence.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.Trades;
import credence.core.fact.BeliefReset;
import credence.core.fact.Prediction;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.BotId;
import credence.core.value.Estimate;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class TrustBoardTest {

    private static TrustBoard board(Trades trades, String at) {
        return TrustBoard.of(trades.stateAt(at));
    }

    private static BotTrust row(TrustBoard board, String bot) {
        return board.bots().stream()
                .filter(b -> b.bot().name().equals(bot))
                .findFirst()
                .orElseThrow();
    }

    private static double sum(
            TrustBoard board, java.util.function.Function<BotTrust, Estimate> column) {
        return board.bots().stream().mapToDouble(b -> column.apply(b).orElse(0)).sum();
    }

    /// `count` outcomes of a stop 10 away: results in R in turn, all known at one instant.
    private static void atOnce(Trades trades, String bot, int count, double... rs) {
        for (int i = 0; i < count; i++) {
            trades.entry(bot, String.format("2025-01-01T00:%02d:%02d", i / 60, i % 60), "100")
                    .stop("90")
                    .costs("0")
                    .closed("2025-01-02T00:00:00", "" + (100 + 10 * rs[i % rs.length]));
        }
    }

    @Test
    void anEmptyWorkspaceHasAnEmptyBoard() {
        TrustBoard board = board(new Trades(), "2025-01-01T00:00:00");
        assertNull(board.asOf());
        assertEquals(List.of(), board.bots());
        assertEquals("No bots yet.", board.headline());
        assertEquals(Status.NO_DATA, board.summary().averageAccuracy().status());
    }

    @Test
    void sharesSumToOne() {
        Trades trades =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 40, "103", "98", "102")
                        .hourly("b", "2025-01-01T00:00:00", 40, "99", "101.5")
                        .hourly("c", "2025-01-01T00:00:00", 15, "103", "99.5")
                        .hourly("d", "2025-01-01T00:00:00", 3, "101");
        trades.entry("e", "2025-01-01T10:00:00", "100").open();
        TrustBoard board = board(trades, "2025-01-05T00:00:00");
        assertEquals(5, board.bots().size());
        assertEquals(1, sum(board, BotTrust::beliefWeight), 1e-12);
        assertEquals(5, sum(board, BotTrust::beliefWeightMultiple), 1e-12);
        assertEquals(1, sum(board, BotTrust::effectiveWeight), 1e-12);
        assertEquals(0, row(board, "e").effectiveWeight().orElse(-1));
        assertEquals(Status.NO_DATA, row(board, "e").effectiveWeight().status());
    }

    /// By hand: 1, −1 and 3 have the mean 1 and the standard deviation 2; Student's t at 95 % with 2 degrees of freedom is
    /// 2.919986 (any table), so the interval is 1 ∓ 2.919986 · 2/√3.
    @Test
    void thePlainMeanOfRCountsEveryOutcomeOnce() {
        Trades trades = new Trades();
        atOnce(trades, "a", 3, 1, -1, 3);
        atOnce(trades, "b", 1, -1);
        TrustBoard board = board(trades, "2025-06-05T00:00:00");
        Estimate mean = row(board, "a").plainMeanR();
        assertEquals(1, mean.orElse(0), 1e-12);
        assertEquals(1 - 3.371709, mean.low(), 1e-5);
        assertEquals(1 + 3.371709, mean.high(), 1e-5);
        assertEquals(3, mean.n());
        assertEquals(-1, row(board, "b").plainMeanR().orElse(0), 1e-12);
        assertEquals(Status.TOO_FEW, row(board, "b").plainMeanR().status());
        assertNull(row(board, "b").plainMeanR().low());
    }

    /// A bot that lost first and wins now: its belief forgets, the plain mean does not.
    @Test
    void theBelievedMeanOfABotThatGotBetterStandsAboveThePlainOne() {
        Trades trades = new Trades();
        for (int i = 0; i < 120; i++) {
            String day = String.format("2025-%02d-%02d", 1 + i / 28, 1 + i % 28);
            trades.entry("a", day + "T00:00:00", "100")
                    .stop("90")
                    .costs("0")
                    .closed(day + "T01:00:00", i < 60 ? "90" : "110");
        }
        BotTrust bot = row(board(trades, "2025-06-05T00:00:00"), "a");
        assertEquals(0, bot.plainMeanR().orElse(1), 1e-12);
        assertTrue(bot.expectancyR().orElse(0) > 0.2, () -> "" + bot.expectancyR());
    }

    @Test
    void whereNoBotIsLikelyToEarnAllIsCash() {
        Trades trades =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 40, "101", "98")
                        .hourly("b", "2025-01-01T00:00:00", 40, "99", "100.5");
        TrustBoard board = board(trades, "2025-01-05T00:00:00");
        assertEquals(0, sum(board, BotTrust::effectiveWeight));
        assertEquals(1, sum(board, BotTrust::beliefWeight), 1e-12);
    }

    @Test
    void duplicatesShareOneShareOfTheBook() {
        Trades alone =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 40, "103", "98", "102")
                        .hourly("other", "2025-01-01T00:00:00", 40, "102", "99.5");
        Trades twins =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 40, "103", "98", "102")
                        .hourly("b", "2025-01-01T00:00:00", 40, "103", "98", "102")
                        .hourly("c", "2025-01-01T00:00:00", 40, "103", "98", "102")
                        .hourly("other", "2025-01-01T00:00:00", 40, "102", "99.5");
        TrustBoard one = board(alone, "2025-01-05T00:00:00");
        TrustBoard three = board(twins, "2025-01-05T00:00:00");
        double share = row(one, "a").effectiveWeight().orElse(0);
        assertTrue(share > 0.1);
        for (String bot : List.of("a", "b", "c")) {
            assertEquals(share / 3, row(three, bot).effectiveWeight().orElse(0), 1e-12);
            assertEquals("a", row(three, bot).duplicateClass());
            assertEquals(2, row(three, bot).duplicates().size());
        }
        assertEquals(
                row(one, "other").effectiveWeight().orElse(0),
                row(three, "other").effectiveWeight().orElse(0),
                1e-12);
        assertTrue(
                row(three, "b")
                        .why()
                        .contains("Makes the very same trades as a and c: they count as one."),
                row(three, "b").why()::toString);
        assertEquals(4, three.bots().size());
    }

    @Test
    void rowsAreRankedByTheProbabilityOfAnEdgeThenByName() {
        Trades trades =
                new Trades()
                        .hourly("worst", "2025-01-01T00:00:00", 40, "101", "97")
                        .hourly("z", "2025-01-01T00:00:00", 40, "103", "99")
                        .hourly("a", "2025-01-01T00:00:00", 40, "103", "99");
        trades.entry("unknown", "2025-01-01T10:00:00", "100").open();
        assertEquals(
                List.of("a", "z", "worst", "unknown"),
                board(trades, "2025-01-05T00:00:00").bots().stream()
                        .map(b -> b.bot().name())
                        .toList());
    }

    /// The longest closed hold is five minutes, so an open trade nobody marks is believed for fifteen.
    @Test
    void anOpenTradeThatNobodyMarksMakesTheEdgeUnknownAfterThreeTimesTheLongestHold() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 40, "103", "98", "102");
        trades.entry("a", "2025-01-03T10:00:00", "100").open();
        BotTrust patient = row(board(trades, "2025-01-03T10:15:00"), "a");
        assertEquals(Status.OK, patient.probabilityOfEdge().status());
        assertTrue(patient.effectiveWeight().orElse(0) > 0.99);
        BotTrust late = row(board(trades, "2025-01-03T10:15:01"), "a");
        assertEquals(Status.NOT_READY, late.probabilityOfEdge().status());
        assertNull(late.probabilityOfEdge().value());
        assertEquals(Status.NOT_READY, late.expectancyR().status());
        assertEquals(0, late.effectiveWeight().orElse(-1));
        assertEquals(Status.OK, late.accuracy().status());
        assertTrue(late.why().getFirst().startsWith("Holds a trade open"), late.why()::toString);
    }

    @Test
    void aMarkedOpenTradeIsNoneOfThoseHoweverLongItLasts() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 40, "103", "98", "102");
        trades.entry("a", "2025-01-03T10:00:00", "100").marked("2025-01-03T11:00:00", "101");
        BotTrust row = row(board(trades, "2025-02-03T10:00:00"), "a");
        assertEquals(Status.OK, row.probabilityOfEdge().status());
        assertEquals(List.of(), row.openLosses());
        assertEquals(1, row.openTrades());
    }

    @Test
    void anOpenLossIsShownCountedAndGoneWhenItsTradeCloses() {
        Trades open = new Trades().hourly("a", "2025-01-01T00:00:00", 40, "103", "98", "102");
        open.entry("a", "2025-01-03T10:00:00", "100").marked("2025-01-05T00:00:00", "47.3");
        BotTrust before = row(board(open, "2025-01-04T23:59:59"), "a");
        BotTrust marked = row(board(open, "2025-01-05T00:00:00"), "a");
        assertEquals(-0.527, marked.openLosses().getFirst().returnFraction().orElse(0), 1e-12);
        assertTrue(
                marked.expectancyR().orElse(0)
                        < row(
                                        board(
                                                new Trades()
                                                        .hourly(
                                                                "a",
                                                                "2025-01-01T00:00:00",
                                                                40,
                                                                "103",
                                                                "98",
                                                                "102"),
                                                "2025-01-05T00:00:00"),
                                        "a")
                                .expectancyR()
                                .orElse(0));
        assertEquals("Open −52.7 % since 2025-01-03.", marked.why().getFirst());
        assertEquals(40, marked.outcomes());
        assertEquals(before.accuracy().n(), marked.accuracy().n());
        assertEquals(before.wins(), marked.wins());

        Trades closed = new Trades().hourly("a", "2025-01-01T00:00:00", 40, "103", "98", "102");
        closed.entry("a", "2025-01-03T10:00:00", "100").closed("2025-01-06T00:00:00", "104");
        BotTrust after = row(board(closed, "2025-01-06T00:00:00"), "a");
        assertEquals(List.of(), after.openLosses());
        assertEquals(41, after.outcomes());
    }

    @Test
    void fewerThanTenLossesLeaveATailUnseenAndTheBoardSaysSo() {
        Trades trades = new Trades();
        atOnce(trades, "a", 40, 1, 1, 1, 1, 1, 1, 1, -1);
        BotTrust row = row(board(trades, "2025-01-02T00:00:00"), "a");
        assertEquals(Status.TAIL_UNSEEN, row.probabilityOfEdge().status());
        assertTrue(
                row.why().contains("Only 5 losses seen: how bad a loss can get is not known."),
                row.why()::toString);
    }

    /// Wins of 2, 1, 3 R and losses of 1, ½, 1½ R in turn, γ = 2^(−1/200): means 2.0023185 and 1.0011592; squared errors with
    /// Σγ^age − 1 in the denominator; standard error of l/(w + l) = √(w²·se_l² + l²·se_w²)/(w + l)² = 0.0913653.
    @Test
    void theBreakEvenRateHasAnIntervalByTheDeltaMethod() {
        Trades trades = new Trades();
        atOnce(trades, "a", 6, 2, -1, 1, -0.5, 3, -1.5);
        BotTrust row = row(board(trades, "2025-01-02T00:00:00"), "a");
        assertEquals(1 / 3.0, row.breakEvenRate().orElse(0), 1e-12);
        assertEquals(0.1830507441007233, row.breakEvenRate().low(), 1e-9);
        assertEquals(0.48361592256594343, row.breakEvenRate().high(), 1e-9);
        assertEquals(6, row.breakEvenRate().n());
        assertEquals(0.5, row.lossToWin().orElse(0), 1e-12);
        assertEquals(0.16186417422662752, row.lossToWin().low(), 1e-9);
        assertEquals(0.8381358257733726, row.lossToWin().high(), 1e-9);
    }

    @Test
    void withoutWinsOrLossesThereIsNoBreakEvenRate() {
        Trades trades = new Trades();
        atOnce(trades, "winner", 6, 1);
        atOnce(trades, "loser", 6, -1);
        TrustBoard board = board(trades, "2025-01-02T00:00:00");
        assertEquals(Status.NO_LOSSES, row(board, "winner").breakEvenRate().status());
        assertNull(row(board, "winner").breakEvenRate().value());
        assertEquals(Status.NO_LOSSES, row(board, "winner").lossToWin().status());
        assertEquals(Status.NO_WINS, row(board, "loser").breakEvenRate().status());
        assertEquals(Status.NO_WINS, row(board, "loser").lossToWin().status());
    }

    /// Out at 100.02 after costs of 5 bp a side: 0.02 − 0.10001 is a loss though the trade counts as a win.
    @Test
    void winsThatDoNotCoverTheAssumedCostsAreRuin() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 40, "100.02", "99");
        BotTrust row = row(board(trades, "2025-01-05T00:00:00"), "a");
        assertTrue(row.noCostsInFile());
        assertEquals(20, row.wins());
        assertEquals(Status.RUIN, row.breakEvenRate().status());
        assertEquals(1.0, row.breakEvenRate().value());
        assertEquals(Status.NO_WINS, row.lossToWin().status());
        assertTrue(
                row.why().getFirst().contains("after costs of 5 bp a side"), row.why()::toString);
    }

    /// Net 1 on a turnover of 201, net −1 on 199, in turn: mean of ±(1/201, 1/199), in basis points of one side.
    @Test
    void theBreakEvenCostIsTheMeanNetPerTurnover() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 2, "101", "99");
        Estimate cost = row(board(trades, "2025-01-05T00:00:00"), "a").breakEvenCostBps();
        double mean = (1 / 201.0 - 1 / 199.0) / 2 * 1e4;
        double half = (1 / 201.0 + 1 / 199.0) / 2 * 1e4;
        assertEquals(mean, cost.orElse(0), 1e-9);
        // Two values: their standard error is half their distance.
        assertEquals(mean - 1.6448536269514722 * half, cost.low(), 1e-6);
        assertEquals(mean + 1.6448536269514722 * half, cost.high(), 1e-6);
    }

    @Test
    void headlinesSayThatNothingIsProvenAndWhatChanceAloneWouldShow() {
        Trades waiting = new Trades();
        waiting.entry("a", "2025-01-01T10:00:00", "100").open();
        assertEquals(
                "No trade of these bots has closed yet.",
                board(waiting, "2025-01-02T00:00:00").headline());
        Trades one = new Trades().hourly("a", "2025-01-01T00:00:00", 40, "101", "98");
        assertEquals(
                "This bot is not proven. No bot reaches P(edge > 0) of 90 %.",
                board(one, "2025-01-05T00:00:00").headline());
        Trades two =
                new Trades()
                        .hourly("a", "2025-01-01T00:00:00", 40, "101", "98")
                        .hourly("b", "2025-01-01T00:00:00", 40, "101", "97");
        assertEquals(
                "None of these 2 bots is proven. No bot reaches P(edge > 0) of 90 %.",
                board(two, "2025-01-05T00:00:00").headline());
    }

    /// Ten bad bots and a good one under three names: eleven different bots, one of which stands out; chance alone would show one.
    @Test
    void theHeadlineCountsDuplicatesOnce() {
        Trades trades = new Trades();
        for (int i = 0; i < 10; i++) {
            trades.hourly("bad " + i, "2025-01-01T00:00:00", 40, "101", "9" + i + ".5");
        }
        for (String name : List.of("a", "b", "c")) {
            trades.hourly(name, "2025-01-01T00:00:00", 60, "103", "99", "104");
        }
        assertEquals(
                "None of these 13 bots is proven. 1 of 11 different bots shows P(edge > 0) of 90 %"
                        + " or more; without any edge about 1 would.",
                board(trades, "2025-01-05T00:00:00").headline());
    }

    @Test
    void aResetIsSaidAndLeavesTheCountsAlone() {
        Trades trades = new Trades().hourly("a", "2025-01-01T00:00:00", 40, "103", "98");
        trades.and(
                new BeliefReset(
                        1,
                        Trades.at("2025-01-04T00:00:00"),
                        Optional.of(new BotId("a")),
                        "new rules"));
        BotTrust row = row(board(trades, "2025-01-05T00:00:00"), "a");
        assertEquals(40, row.trades());
        assertEquals(Status.NO_DATA, row.accuracy().status());
        assertEquals(0, row.effectiveWeight().orElse(-1));
        assertEquals(
                "Its belief was reset and it has closed no trade since.", row.why().getFirst());
        assertFalse(row.probabilityOfEdge().value() != null);
    }

    @Test
    void aBotThatOnlyPredictedIsListedWithoutData() {
        Trades trades = new Trades();
        Prediction said = credence.testkit.Rows.barePrediction(1);
        trades.and(said);
        TrustBoard board = TrustBoard.of(trades.stateAt("2025-01-05T00:00:00"));
        assertEquals(Status.NO_DATA, row(board, said.bot().name()).accuracy().status());
        assertEquals(0, row(board, said.bot().name()).effectiveWeight().orElse(-1));
    }

    /// Whatever the journal holds, the board comes out: every estimate in it refuses what is not finite.
    @Test
    void noJournalIsTooExtremeForTheBoard() {
        String[] exits = {
            "100", "0.0000000001", "1e15", "100.000000000000000001", "-37.63", "1e-300", "99.99"
        };
        DrawSequence draws = Draws.of(71, "extremes").inOrder();
        for (int round = 0; round < 40; round++) {
            Trades trades = new Trades();
            String[] some = new String[1 + draws.below(4)];
            for (int i = 0; i < some.length; i++) {
                some[i] = exits[draws.below(exits.length)];
            }
            trades.hourly("a", "2025-01-01T00:00:00", 1 + draws.below(60), some);
            for (int i = 0; i < 25; i++) {
                String second = "2025-01-01T00:00:" + (10 + i);
                Trades.Entry entry =
                        trades.entry("b", second, exits[draws.below(exits.length)])
                                .of(draws.happens(0.5) ? "1e-18" : "1e12");
                if (draws.happens(0.7)) {
                    entry.stop(exits[draws.below(exits.length)]);
                }
                if (draws.happens(0.5)) {
                    entry.costs(draws.happens(0.5) ? "0" : "1e9");
                }
                if (draws.happens(0.3)) {
                    entry.net(draws.happens(0.5) ? "1e-200" : "-1e200");
                }
                if (draws.happens(0.2)) {
                    entry.marked("2025-01-01T01:00:00", exits[draws.below(exits.length)]);
                } else {
                    entry.closed(
                            "2025-01-01T00:0" + (1 + draws.below(9)) + ":00",
                            exits[draws.below(exits.length)]);
                }
            }
            for (String at :
                    List.of("2025-01-01T00:05:00", "2025-01-02T00:00:00", "2999-01-01T00:00:00")) {
                TrustBoard board = board(trades, at);
                assertEquals(1, sum(board, BotTrust::beliefWeight), 1e-9);
                double advised = sum(board, BotTrust::effectiveWeight);
                assertTrue(advised == 0 || Math.abs(advised - 1) < 1e-9);
            }
        }
    }
}
