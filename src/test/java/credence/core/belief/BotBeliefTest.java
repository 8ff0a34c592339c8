package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.SourceClass;
import credence.core.value.Status;
import credence.testkit.KnownAnswer;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Prior of all examples: rate 0.55 and mean result 0, each worth ten outcomes; variance 1; hazard 1/250, which is not the default.
class BotBeliefTest {

    private static final BeliefParameters EXAMPLE =
            new BeliefParameters(200, 365, 1 / 250.0, 300, 0.55, 10, 5, 10, 20, 0.5);
    private static final Prior PRIOR = Prior.unseen(EXAMPLE);

    private static BotBelief belief() {
        return new BotBelief(EXAMPLE);
    }

    private static BeliefReading read(BotBelief belief, long seconds) {
        return belief.read(Outcomes.at(seconds), PRIOR, List.of());
    }

    private static byte[] bytes(BotBelief belief) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        belief.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    @Test
    void beforeTheFirstOutcomeItIsThePriorAndSaysSo() {
        BeliefReading reading = read(belief(), 0);
        assertEquals(Status.NO_DATA, reading.accuracy().status());
        assertEquals(0.55, reading.accuracy().orElse(-1), 1e-12);
        assertEquals(Status.NO_DATA, reading.edge().status());
        assertNull(reading.edge().value());
        assertEquals(Status.NO_DATA, reading.probabilityOfEdge().status());
        assertEquals(0.10, reading.confidence(), 1e-12);
        assertEquals(0, reading.effectiveSample());
    }

    /// P(run 0) = 1/250 keeps the prior, P(run 1) = 249/250 is Beta(6.5, 4.5).
    @Test
    void theFirstWinIsBelievedAsFarAsThereWasNoChangeRightAfterIt() {
        BotBelief belief = belief();
        Update update = belief.learn(Outcomes.of(0, 1), PRIOR);
        double after = 0.55 / 250 + 249.0 / 250 * 6.5 / 11;
        assertEquals(0.55, update.prior(), 1e-12);
        assertEquals(0.55, update.likelihood(), 1e-12);
        assertEquals(after, update.posterior(), 1e-12);
        assertEquals(0.10, update.confidenceBefore(), 1e-12);
        assertEquals(0.10 + 0.85 * (1 - Math.sqrt(10 / 10.996)), update.confidenceAfter(), 1e-12);
        assertEquals(after, read(belief, 0).accuracy().orElse(-1), 1e-12);
        assertEquals(0.996, read(belief, 0).effectiveSample(), 1e-12);
    }

    /// The run of length 1 gave the loss 4.5/11, the new one 0.45; the older grows to P₂ = 0.996·0.40909…·0.996/evidence.
    @Test
    void theSecondOutcomeMovesTheRunsByHowWellTheyForesawIt() {
        BotBelief belief = belief();
        belief.learn(Outcomes.of(0, 1), PRIOR);
        Update update = belief.learn(Outcomes.of(0, 0), PRIOR);
        double evidence = 0.004 * 0.45 + 0.996 * 4.5 / 11;
        double one = 0.004 * 0.45 * 0.996 / evidence;
        double two = 0.996 * 4.5 / 11 * 0.996 / evidence;
        double gamma = Math.pow(2, -1 / 200.0);
        assertEquals(evidence, update.likelihood(), 1e-12);
        assertEquals(
                0.004 * 0.55 + one * 5.5 / 11 + two * (5.5 + gamma) / (11 + gamma),
                update.posterior(),
                1e-12);
    }

    /// p^½ (1 − p)^½ = √(0.55·0.45); afterwards Beta(6, 5) with 249/250.
    @Test
    void aBreakEvenIsHalfAWinAndHalfALoss() {
        BotBelief belief = belief();
        Update update = belief.learn(Outcomes.of(0, 0.5), PRIOR);
        assertEquals(Math.sqrt(0.2475), update.likelihood(), 1e-12);
        assertEquals(0.55 / 250 + 0.996 * 6 / 11, update.posterior(), 1e-12);
        assertEquals(0, belief.seenWins());
        assertEquals(0, belief.seenLosses());
        assertEquals(1, belief.outcomes());
    }

    @Test
    void withoutChangesItIsTheDiscountedBetaOfTheLiterature() {
        KnownAnswer known = KnownAnswer.of("belief.discountedBeta");
        double halfLife = -Math.log(2) / Math.log(known.input("gamma"));
        double alpha = known.input("priorAlpha");
        double total = alpha + known.input("priorBeta");
        BotBelief belief =
                new BotBelief(
                        new BeliefParameters(
                                halfLife, 365, 1e-15, 300, alpha / total, total, 5, 10, 20, 0.5));
        Prior prior = new Prior(alpha / total, total, 0, 10, 1);
        for (double result : known.inputList("results")) {
            belief.learn(Outcomes.of(0, result), prior);
        }
        int longest = belief.runs().count() - 1;
        double wins = belief.combined(Evidence.WINS, longest);
        double losses = belief.combined(Evidence.LOSSES, longest);
        BeliefReading reading = belief.read(Outcomes.at(0), prior, List.of());
        known.agrees(
                "alpha_beta_mean_ess",
                1 + wins,
                1 + losses,
                reading.accuracy().orElse(-1),
                reading.effectiveSample());
    }

    /// After 365 days of silence a win weighs ½: Beta(5.5 + ½, 4.5).
    @Test
    void evidenceCountsHalfAfterAYear() {
        BotBelief belief = belief();
        belief.learn(Outcomes.of(0, 1), PRIOR);
        BeliefReading later = read(belief, 365 * 86_400L);
        assertEquals(0.55 / 250 + 0.996 * 6 / 10.5, later.accuracy().orElse(-1), 1e-12);
        assertEquals(0.498, later.effectiveSample(), 1e-12);
        // Reading does not wear the belief out.
        assertEquals(0.996, read(belief, 0).effectiveSample(), 1e-12);
    }

    @Test
    void readingLaterAndLearningLaterFadeAlike() {
        BotBelief belief = belief();
        belief.learn(Outcomes.of(0, 1, 1.5), PRIOR);
        BeliefReading before = read(belief, 500 * 86_400L);
        Update update = belief.learn(Outcomes.of(500 * 86_400L, 0, -1), PRIOR);
        assertEquals(before.accuracy().orElse(-1), update.prior(), 1e-12);
        assertEquals(before.confidence(), update.confidenceBefore(), 1e-12);
    }

    /// Run 0: the two pseudo-outcomes −1 and +2 only. Run 1: with the +2 itself.
    @Test
    void theMeanResultCountsOnePseudoOutcomeAtEachEnd() {
        BotBelief belief = belief();
        belief.learn(Outcomes.of(0, 1, 2), PRIOR);
        BeliefReading reading = read(belief, 0);
        assertEquals(0.004 / 12 + 0.996 * 3 / 13, reading.edge().orElse(-9), 1e-12);
        assertEquals(reading.edge().orElse(-9), belief.meanEdge(PRIOR), 1e-12);
        // Normal-inverse-gamma: shape 2 + n/2, rate 1 + ½(Σr² − strength·mean²).
        double rate0 = 1 + 0.5 * (5 - 12 * (1 / 12.0) * (1 / 12.0));
        double rate1 = 1 + 0.5 * (9 - 13 * (3 / 13.0) * (3 / 13.0));
        double above =
                0.004 * aboveZero(1 / 12.0, rate0 / (3 * 12), 6)
                        + 0.996 * aboveZero(3 / 13.0, rate1 / (3.5 * 13), 7);
        assertEquals(above, reading.probabilityOfEdge().orElse(-1), 1e-9);
        assertEquals(Status.TAIL_UNSEEN, reading.probabilityOfEdge().status());
    }

    private static double aboveZero(double location, double squaredScale, double freedom) {
        return new TDistribution(null, freedom)
                .cumulativeProbability(location / Math.sqrt(squaredScale));
    }

    @Test
    void pseudoOutcomesAreAtLeastOneREitherWayAndGrowWithTheExtremes() {
        BotBelief small = belief();
        small.learn(Outcomes.of(0, 1, 0.1), PRIOR);
        // −1 + 1 + 0.1 over 13.
        assertEquals(0.996 * 0.1 / 13, read(small, 0).edge().orElse(-9), 1e-12);
        BotBelief wide = belief();
        wide.learn(Outcomes.of(0, 0, -7), PRIOR);
        // Run 0: −7 + 1 over 12; run 1: −7 twice and +1 over 13.
        assertEquals(0.004 * -6 / 12 + 0.996 * -13 / 13, read(wide, 0).edge().orElse(-9), 1e-12);
    }

    /// An open loss of −3 R counts as one outcome of the mean result, not of the rate, and is not kept.
    @Test
    void anOpenLossCountsInTheEdgeOnly() {
        BotBelief belief = belief();
        belief.learn(Outcomes.of(0, 1, 2), PRIOR);
        BeliefReading without = read(belief, 0);
        BeliefReading with = belief.read(Outcomes.at(0), PRIOR, List.of(-3.0));
        assertEquals((0.004 * -2 / 13) + 0.996 * 0 / 14, with.edge().orElse(-9), 1e-12);
        assertEquals(without.accuracy(), with.accuracy());
        assertEquals(2, with.edge().n());
        assertEquals(without, read(belief, 0));
        BeliefReading unseen = belief().read(Outcomes.at(0), PRIOR, List.of(-3.0));
        assertEquals(-3 / 13.0, unseen.edge().orElse(-9), 1e-12);
        assertEquals(Status.TAIL_UNSEEN, unseen.probabilityOfEdge().status());
    }

    @Test
    void aTailIsUnseenUntilTenWinsAndTenLosses() {
        BotBelief belief = belief();
        for (int i = 0; i < 19; i++) {
            belief.learn(Outcomes.of(i, i % 2 == 0 ? 1 : 0, i % 2 == 0 ? 1 : -1), PRIOR);
        }
        assertEquals(Status.TAIL_UNSEEN, read(belief, 19).probabilityOfEdge().status());
        belief.learn(Outcomes.of(19, 0, -1), PRIOR);
        assertEquals(Status.OK, read(belief, 19).probabilityOfEdge().status());
    }

    /// Live 1, paper ½, backtest ¼, relative to the best class present.
    @Test
    void sourceClassesWeighRelativeToTheBestOnePresent() {
        BotBelief alone = belief();
        alone.learn(Outcomes.of(0, 1, 1, SourceClass.BACKTEST), PRIOR);
        assertEquals(1, alone.combined(Evidence.WINS, 1));

        BotBelief paper = belief();
        paper.learn(Outcomes.of(0, 1, 1, SourceClass.BACKTEST), PRIOR);
        paper.learn(Outcomes.of(0, 0, -1, SourceClass.PAPER), PRIOR);
        double gamma = Math.pow(2, -1 / 200.0);
        assertEquals(0.5 * gamma, paper.combined(Evidence.WINS, 2), 1e-12);
        assertEquals(1, paper.combined(Evidence.LOSSES, 2), 1e-12);

        paper.learn(Outcomes.of(0, 0, -1, SourceClass.LIVE), PRIOR);
        assertEquals(0.25 * gamma * gamma, paper.combined(Evidence.WINS, 3), 1e-12);
        assertEquals(0.5 * gamma + 1, paper.combined(Evidence.LOSSES, 3), 1e-12);
    }

    /// 100 outcomes of backtests weigh up to 100·¼ = 25 beside live ones; 1,000 undiscounted ones would weigh 250 and are kept at 50.
    @Test
    void backtestsBesideLiveTradesStandForAtMostFiftyOutcomes() {
        BeliefParameters slow =
                new BeliefParameters(1e9, 1e9, 1e-12, 2_000, 0.55, 10, 5, 10, 20, 0.5);
        for (int tests : new int[] {100, 1_000}) {
            BotBelief belief = new BotBelief(slow);
            for (int i = 0; i < tests; i++) {
                int won = i % 4 == 0 ? 0 : 1;
                belief.learn(Outcomes.of(i, won, won == 1 ? 1 : -1, SourceClass.BACKTEST), PRIOR);
            }
            assertEquals(tests, read(belief, tests).effectiveSample(), 1e-3);
            belief.learn(Outcomes.of(tests, 0, -1, SourceClass.LIVE), PRIOR);
            double counted = Math.min(50, tests * 0.25);
            int longest = belief.runs().count() - 1;
            assertEquals(0.75 * counted, belief.combined(Evidence.WINS, longest), 1e-3);
            assertEquals(0.25 * counted + 1, belief.combined(Evidence.LOSSES, longest), 1e-3);
            assertEquals(counted + 1, belief.combined(Evidence.R_WEIGHT, longest), 1e-3);
            assertEquals(0.5 * counted - 1, belief.combined(Evidence.R_SUM, longest), 1e-3);
        }
    }

    @Test
    void aNewVersionInheritsHalfOfTheEvidence() {
        BotBelief belief = belief();
        belief.learn(Outcomes.of(0, 1, 2), PRIOR);
        belief.learn(Outcomes.ofNewVersion(0, 0, -1), PRIOR);
        double gamma = Math.pow(2, -1 / 200.0);
        assertEquals(0.5 * gamma, belief.combined(Evidence.WINS, 2), 1e-12);
        assertEquals(1, belief.combined(Evidence.LOSSES, 2), 1e-12);
        assertEquals(0.5 * gamma * 2 - 1, belief.combined(Evidence.R_SUM, 2), 1e-12);
        assertEquals(2, belief.outcomes());
    }

    @Test
    void aNewVersionAndTheFirstLiveTradeDrawASeam() {
        BotBelief belief = belief();
        assertFalse(belief.learn(Outcomes.of(0, 1, 1, SourceClass.BACKTEST), PRIOR).seam());
        assertFalse(belief.learn(Outcomes.of(1, 1, 1, SourceClass.PAPER), PRIOR).seam());
        assertTrue(belief.learn(Outcomes.of(2, 1, 1), PRIOR).seam());
        assertEquals(0, belief.sinceSeam());
        assertFalse(belief.learn(Outcomes.of(3, 1, 1), PRIOR).seam());
        assertTrue(belief.learn(Outcomes.ofNewVersion(4, 1, 1), PRIOR).seam());
        assertFalse(belief.learn(Outcomes.of(5, 1, 1), PRIOR).seam());
        assertEquals(1, belief.sinceSeam());
    }

    @Test
    void theFirstOutcomeOfAllIsNoNewVersion() {
        BotBelief named = belief();
        assertFalse(named.learn(Outcomes.ofNewVersion(0, 1, 2), PRIOR).seam());
        BotBelief plain = belief();
        plain.learn(Outcomes.of(0, 1, 2), PRIOR);
        assertEquals(read(plain, 0), read(named, 0));
    }

    @Test
    void aResetLeavesNothingBehind() throws IOException {
        BotBelief belief = belief();
        for (int i = 0; i < 400; i++) {
            SourceClass source = SourceClass.values()[i % 3];
            belief.learn(Outcomes.of(i * 3_600L, i % 3 == 0 ? 1 : 0, i % 5 - 2, source), PRIOR);
        }
        belief.reset();
        assertArrayEquals(bytes(belief()), bytes(belief));
        belief.learn(Outcomes.of(9_000_000, 1, 2), PRIOR);
        BotBelief fresh = belief();
        fresh.learn(Outcomes.of(9_000_000, 1, 2), PRIOR);
        assertArrayEquals(bytes(fresh), bytes(belief));
    }

    @Test
    void aSeamIsDrawnOnceForEachChange() {
        BotBelief belief = belief();
        List<Integer> seams = new ArrayList<>();
        // 150 of each: nine of ten won, then one of ten, then nine of ten again.
        for (int i = 0; i < 450; i++) {
            boolean good = i / 150 != 1;
            double result = (i % 10 == 0) == good ? 0 : 1;
            if (belief.learn(Outcomes.of(i, result), PRIOR).seam()) {
                seams.add(i);
                assertEquals(0, belief.sinceSeam());
            }
        }
        assertEquals(2, seams.size(), seams::toString);
        assertTrue(seams.get(0) > 150 && seams.get(0) < 165, seams::toString);
        assertTrue(seams.get(1) > 300 && seams.get(1) < 315, seams::toString);
    }

    @Test
    void noSeamIsDrawnInTheFirstSixtyOutcomesNorInASteadyBot() {
        BotBelief early = belief();
        for (int i = 0; i < 60; i++) {
            assertTrue(!early.learn(Outcomes.of(i, i < 30 ? 1 : 0), PRIOR).seam());
        }
        BotBelief steady = belief();
        for (int i = 0; i < 2_000; i++) {
            assertTrue(!steady.learn(Outcomes.of(i, i % 2), PRIOR).seam());
        }
    }

    @Test
    void agreesWithKeepingEveryOutcomeAndWeighingItAnew() {
        DrawSequence draws = Draws.of(20_267, "beliefs").inOrder();
        for (int round = 0; round < 4; round++) {
            PlainBelief plain = new PlainBelief(EXAMPLE, PRIOR);
            BotBelief belief = belief();
            long time = 0;
            double rate = draws.uniform();
            for (int i = 0; i < 160; i++) {
                time += draws.below(40 * 3_600);
                rate = draws.happens(0.01) ? draws.uniform() : rate;
                double result = draws.happens(0.05) ? 0.5 : draws.happens(rate) ? 1 : 0;
                double r = Math.clamp(2 * result - 1 + draws.normal(), -20, 20);
                SourceClass source = SourceClass.values()[round % 2 == 0 ? 0 : draws.below(3)];
                Observation seen =
                        draws.happens(0.1)
                                ? new Observation(
                                        Outcomes.at(time),
                                        result,
                                        java.util.OptionalDouble.empty(),
                                        source,
                                        false)
                                : Outcomes.of(time, result, r, source);
                belief.learn(seen, PRIOR);
                plain.learn(seen);
                if (i % 32 == 31) {
                    long later = time + draws.below(90 * 86_400);
                    BeliefReading mine = read(belief, later);
                    plain.at(Outcomes.at(later));
                    assertEquals(plain.accuracy(), mine.accuracy().orElse(-1), 1e-10);
                    assertEquals(plain.effectiveSample(), mine.effectiveSample(), 1e-9);
                    assertEquals(plain.edge(), mine.edge().orElse(-99), 1e-10);
                    assertEquals(plain.aboveZero(), mine.probabilityOfEdge().orElse(-1), 1e-4);
                    assertNotNull(mine.edge().low());
                }
            }
        }
    }

    @Test
    void comesBackFromItsBytesAndGoesOnAlike() throws IOException {
        DrawSequence draws = Draws.of(20_268, "bytes").inOrder();
        BotBelief belief = belief();
        BotBelief restored = belief();
        for (int i = 0; i < 700; i++) {
            int won = draws.below(2);
            Observation seen =
                    Outcomes.of(
                            i * 5_000L,
                            won,
                            won == 1 ? draws.uniform() : -draws.uniform(),
                            SourceClass.values()[i < 100 ? 2 : draws.below(3)]);
            assertEquals(belief.learn(seen, PRIOR), restored.learn(seen, PRIOR));
            if (i % 37 == 0) {
                byte[] bytes = bytes(belief);
                restored =
                        BotBelief.read(
                                new DataInputStream(new ByteArrayInputStream(bytes)), EXAMPLE);
                assertArrayEquals(bytes, bytes(restored));
            }
        }
    }
}
