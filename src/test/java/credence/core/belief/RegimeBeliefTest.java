package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.SourceClass;
import credence.core.value.Status;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalDouble;

class RegimeBeliefTest {

    private static final Prior PRIOR = new Prior(0.5, 10, 0, 10, 1);

    /// Half-life in outcomes so long that nothing fades.
    private static final RegimeBeliefParameters UNFADING =
            new RegimeBeliefParameters(
                    new BeliefParameters(1e15, 365, 1.0 / 500, 300, 0.55, 10, 5, 10, 20, 0.5),
                    20,
                    0.3);

    /// Half-life of one outcome.
    private static final RegimeBeliefParameters FADING =
            new RegimeBeliefParameters(
                    new BeliefParameters(1, 365, 1.0 / 500, 300, 0.55, 10, 5, 10, 20, 0.5),
                    20,
                    0.3);

    private static Optional<RegimeProbabilities> p(
            double trending, double volatileMarket, double ranging, double neutral) {
        return Optional.of(new RegimeProbabilities(trending, volatileMarket, ranging, neutral));
    }

    private static Optional<RegimeProbabilities> sure(Regime regime) {
        return p(
                regime == Regime.TRENDING ? 1 : 0,
                regime == Regime.VOLATILE ? 1 : 0,
                regime == Regime.RANGING ? 1 : 0,
                regime == Regime.NEUTRAL ? 1 : 0);
    }

    /// A win at (0.6, 0.4), then a loss at (0.5, 0.5): the win has aged by one outcome, to one half.
    @Test
    void anOutcomeCountsInEveryRegimeByItsProbabilityAtEntry() {
        RegimeBelief belief = new RegimeBelief(FADING);
        belief.learn(Outcomes.of(0, 1, 2), p(0.6, 0.4, 0, 0));
        belief.learn(Outcomes.of(1, 0, -1), p(0.5, 0, 0.5, 0));
        assertEquals(0.3, belief.wins(Regime.TRENDING), 1e-12);
        assertEquals(0.2, belief.wins(Regime.VOLATILE), 1e-12);
        assertEquals(0, belief.wins(Regime.RANGING));
        assertEquals(0.5, belief.losses(Regime.TRENDING), 1e-12);
        assertEquals(0, belief.losses(Regime.VOLATILE));
        assertEquals(0.5, belief.losses(Regime.RANGING), 1e-12);
        assertEquals(1.1, belief.expected(Regime.TRENDING), 1e-12);
        assertEquals(0.4, belief.expected(Regime.VOLATILE), 1e-12);
        assertEquals(2, belief.outcomes());
    }

    @Test
    void anOutcomeWithoutARegimeAgesTheOthersAndCountsNowhere() {
        RegimeBelief belief = new RegimeBelief(FADING);
        belief.learn(Outcomes.of(0, 1, 2), sure(Regime.TRENDING));
        belief.learn(Outcomes.of(1, 1, 2), Optional.empty());
        assertEquals(0.5, belief.wins(Regime.TRENDING), 1e-12);
        assertEquals(1, belief.outcomes());
    }

    @Test
    void aBreakEvenIsHalfAWinAndHalfALoss() {
        RegimeBelief belief = new RegimeBelief(UNFADING);
        belief.learn(Outcomes.of(0, 0.5, 0), sure(Regime.RANGING));
        assertEquals(0.5, belief.wins(Regime.RANGING));
        assertEquals(0.5, belief.losses(Regime.RANGING));
    }

    /// In trends 6 of 8 won, in ranges 10 of 30.
    private static RegimeBelief eightAndThirty() {
        RegimeBelief belief = new RegimeBelief(UNFADING);
        for (int i = 0; i < 8; i++) {
            boolean won = i < 6;
            belief.learn(Outcomes.of(i, won ? 1 : 0, won ? 1 : -1), sure(Regime.TRENDING));
        }
        for (int i = 0; i < 30; i++) {
            boolean won = i < 10;
            belief.learn(Outcomes.of(i, won ? 1 : 0, won ? 1 : -1), sure(Regime.RANGING));
        }
        return belief;
    }

    /// TRENDING: elsewhere (5 + 10) ÷ (10 + 30) = 0.375; (20·0.375 + 6) ÷ 28 = 13.5 ÷ 28.
    /// RANGING: elsewhere (5 + 6) ÷ (10 + 8) = 11/18; (20·11/18 + 10) ÷ 50.
    /// VOLATILE: elsewhere (5 + 16) ÷ (10 + 38) = 0.4375, all of it borrowed.
    @Test
    void theOtherRegimesAreThePriorAtStrengthTwenty() {
        RegimeBeliefReading reading = eightAndThirty().read(PRIOR);
        Estimate trending = reading.of(Regime.TRENDING).accuracy();
        assertEquals(13.5 / 28, trending.orElse(0), 1e-12);
        BetaDistribution beta = new BetaDistribution(null, 13.5, 14.5);
        assertEquals(beta.inverseCumulativeProbability(0.05), trending.low(), 1e-6);
        assertEquals(beta.inverseCumulativeProbability(0.95), trending.high(), 1e-6);
        assertEquals(8, trending.n());
        assertEquals(Status.OK, trending.status());
        assertTrue(reading.of(Regime.TRENDING).borrowed());
        RegimeBeliefReading.Cell ranging = reading.of(Regime.RANGING);
        assertEquals((20 * 11 / 18.0 + 10) / 50, ranging.accuracy().orElse(0), 1e-12);
        assertTrue(!ranging.borrowed());
        assertEquals(30, ranging.evidence(), 1e-9);
        RegimeBeliefReading.Cell unseen = reading.of(Regime.VOLATILE);
        assertEquals(0.4375, unseen.accuracy().orElse(0), 1e-12);
        assertTrue(unseen.borrowed());
        assertEquals(Status.TOO_FEW, unseen.accuracy().status());
    }

    /// RANGING: prior mean (10·0 + 4) ÷ (10 + 8) = 2/9 at strength 20, own sum −10 over 30: (40/9 − 10) ÷ 50.
    /// Shape 2 + 15; rate 1 + ½(30 + 20·(2/9)² − 50·mean²); 2·17 degrees of freedom.
    @Test
    void theMeanResultIsStudentsAroundTheOtherRegimes() {
        Estimate edge = eightAndThirty().read(PRIOR).of(Regime.RANGING).edge();
        double mean = (20 * 2 / 9.0 - 10) / 50;
        assertEquals(mean, edge.orElse(0), 1e-12);
        double rate = 1 + 0.5 * (30 + 20 * 4 / 81.0 - 50 * mean * mean);
        double scale = Math.sqrt(rate / (17 * 50));
        double reach = new TDistribution(null, 34).inverseCumulativeProbability(0.95) * scale;
        assertEquals(mean - reach, edge.low(), 1e-5);
        assertEquals(mean + reach, edge.high(), 1e-5);
        assertEquals(30, edge.n());
    }

    @Test
    void withoutOutcomesThePopulationSpeaks() {
        RegimeBeliefReading reading = new RegimeBelief(UNFADING).read(PRIOR);
        for (Regime regime : Regime.values()) {
            RegimeBeliefReading.Cell cell = reading.of(regime);
            assertEquals(0.5, cell.accuracy().orElse(0), 1e-12);
            assertEquals(Status.NO_DATA, cell.accuracy().status());
            assertEquals(Estimate.none(Status.NO_DATA, 0), cell.edge());
            assertTrue(cell.borrowed());
        }
    }

    @Test
    void withCertainRegimesSoftCountsArePlainCounts() {
        DrawSequence chance = Draws.of(4, "test.regime.counts").inOrder();
        RegimeBelief belief = new RegimeBelief(UNFADING);
        int[] wins = new int[4];
        int[] losses = new int[4];
        for (int i = 0; i < 500; i++) {
            Regime regime = Regime.values()[chance.below(4)];
            boolean won = chance.happens(0.6);
            (won ? wins : losses)[regime.ordinal()]++;
            belief.learn(Outcomes.of(i, won ? 1 : 0, won ? 1 : -1), sure(regime));
        }
        for (Regime regime : Regime.values()) {
            assertEquals(wins[regime.ordinal()], belief.wins(regime), 1e-9);
            assertEquals(losses[regime.ordinal()], belief.losses(regime), 1e-9);
            assertEquals(
                    wins[regime.ordinal()] + losses[regime.ordinal()],
                    belief.expected(regime),
                    1e-9);
        }
    }

    /// γ^age · s over all outcomes, summed without regimes.
    @Test
    void overTheRegimesTheCountsAddUpToThoseOfAllOutcomes() {
        DrawSequence chance = Draws.of(7, "test.regime.sum").inOrder();
        RegimeBeliefParameters parameters = RegimeBeliefParameters.DEFAULT;
        double discount = Math.pow(2, -1.0 / 200);
        RegimeBelief belief = new RegimeBelief(parameters);
        double wins = 0;
        double losses = 0;
        for (int i = 0; i < 700; i++) {
            boolean won = chance.happens(0.45);
            boolean paper = i > 0 && chance.happens(0.3);
            boolean known = !chance.happens(0.1);
            Observation seen =
                    Outcomes.of(
                            i,
                            won ? 1 : 0,
                            won ? 1.5 : -1,
                            paper ? SourceClass.PAPER : SourceClass.LIVE);
            belief.learn(
                    seen,
                    i == 0
                            ? sure(Regime.NEUTRAL)
                            : known
                                    ? Optional.of(RegimeLearnerTest.soft(chance))
                                    : Optional.empty());
            double weight = i == 0 || known ? paper ? 0.5 : 1 : 0;
            wins = wins * discount + (won ? weight : 0);
            losses = losses * discount + (won ? 0 : weight);
        }
        double softWins = 0;
        double softLosses = 0;
        double expected = 0;
        for (Regime regime : Regime.values()) {
            softWins += belief.wins(regime);
            softLosses += belief.losses(regime);
            expected += belief.expected(regime);
        }
        assertEquals(wins, softWins, 1e-6);
        assertEquals(losses, softLosses, 1e-6);
        assertEquals(belief.outcomes(), expected, 1e-6);
    }

    /// 200 backtests at ¼ are 50 outcomes; beside live trades they stand for no more, whatever their number.
    @Test
    void backtestsBesideLiveTradesStandForFiftyOutcomes() {
        RegimeBelief belief = new RegimeBelief(UNFADING);
        for (int i = 0; i < 1_000; i++) {
            belief.learn(
                    Outcomes.of(i, 1, 1, SourceClass.BACKTEST),
                    sure(i % 2 == 0 ? Regime.TRENDING : Regime.RANGING));
        }
        assertEquals(500, belief.wins(Regime.TRENDING), 1e-9);
        belief.learn(Outcomes.of(1_000, 0, -1), sure(Regime.TRENDING));
        assertEquals(25, belief.wins(Regime.TRENDING), 1e-9);
        assertEquals(25, belief.wins(Regime.RANGING), 1e-9);
        assertEquals(1, belief.losses(Regime.TRENDING), 1e-9);
    }

    @Test
    void aNewVersionInheritsHalfAndAResetNothing() {
        RegimeBelief belief = new RegimeBelief(UNFADING);
        belief.learn(Outcomes.of(0, 1, 1), sure(Regime.TRENDING));
        belief.learn(Outcomes.ofNewVersion(1, 0, -1), sure(Regime.TRENDING));
        assertEquals(0.5, belief.wins(Regime.TRENDING), 1e-9);
        belief.reset();
        assertEquals(0, belief.wins(Regime.TRENDING));
        assertEquals(0, belief.outcomes());
        assertEquals(new RegimeBelief(UNFADING).read(PRIOR), belief.read(PRIOR));
    }

    @Test
    void learnersSeeRWithinTheClamp() {
        RegimeBelief belief = new RegimeBelief(UNFADING);
        belief.learn(Outcomes.of(0, 1, 1e9), sure(Regime.TRENDING));
        // (20·0 + 20) ÷ 21
        assertEquals(20 / 21.0, belief.read(PRIOR).of(Regime.TRENDING).edge().orElse(0), 1e-12);
    }

    /// Base 0.5·0.6 = 0.3; in the regime (0.25·13.5/28 + 0.75·0.4375)·0.6; ρ = 0.3.
    @Test
    void theWeightFollowsTheRegimeByItsShare() {
        RegimeBeliefReading reading = eightAndThirty().read(PRIOR);
        RegimeWeight weight = RegimeWeight.of(0.5, 0.6, p(0.25, 0.75, 0, 0), reading, 0.3);
        double inRegime = (0.25 * 13.5 / 28 + 0.75 * 0.4375) * 0.6;
        assertEquals(0.7 * 0.3 + 0.3 * inRegime, weight.value(), 1e-12);
        assertEquals(0.3, weight.base(), 1e-12);
        assertEquals(inRegime, weight.inRegime(), 1e-12);
        assertTrue(weight.adjusted());
    }

    @Test
    void withoutBarsTheWeightIsTheBaseAndSaysSo() {
        RegimeWeight weight =
                RegimeWeight.of(0.5, 0.6, Optional.empty(), eightAndThirty().read(PRIOR), 0.3);
        assertEquals(0.3, weight.value(), 1e-12);
        assertEquals(0, weight.share());
        assertTrue(!weight.adjusted());
    }

    @Test
    void anOutcomeWithoutRCountsForAccuracyAlone() {
        RegimeBelief belief = new RegimeBelief(UNFADING);
        belief.learn(
                new Observation(Outcomes.at(0), 1, OptionalDouble.empty(), SourceClass.LIVE, false),
                sure(Regime.TRENDING));
        RegimeBeliefReading reading = belief.read(PRIOR);
        assertEquals(11 / 21.0, reading.of(Regime.TRENDING).accuracy().orElse(0), 1e-12);
        assertEquals(Estimate.none(Status.TOO_FEW, 0), reading.of(Regime.TRENDING).edge());
    }
}
