package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Estimate;
import credence.core.value.SourceClass;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/// Whatever comes in, what comes out is finite, in its range and in order.
class BotBeliefExtremesTest {

    private static final BeliefParameters DEFAULT = BeliefParameters.DEFAULT;
    private static final long YEAR = 365L * 86_400;

    private static BotBelief after(
            BeliefParameters p, int outcomes, IntFunction<Observation> outcome) {
        BotBelief belief = new BotBelief(p);
        Prior prior = Prior.unseen(p);
        for (int i = 0; i < outcomes; i++) {
            Observation seen = outcome.apply(i);
            Update u = belief.learn(seen, prior);
            rate(u.prior());
            rate(u.posterior());
            assertTrue(u.likelihood() > 0 && u.likelihood() < 1, () -> "" + u);
            confidence(u.confidenceBefore());
            confidence(u.confidenceAfter());
            if (i < 3 || i % 97 == 0 || i == outcomes - 1) {
                check(belief, prior, seen.time());
            }
        }
        return belief;
    }

    private static void rate(double x) {
        assertTrue(x > 0 && x < 1, () -> "a rate of " + x);
    }

    private static void confidence(double x) {
        assertTrue(x >= 0.1 - 1e-12 && x < 0.95, () -> "a confidence of " + x);
    }

    private static void check(BotBelief belief, Prior prior, Instant at) {
        for (List<Double> open :
                List.of(List.<Double>of(), List.of(-20.0), List.of(-1e-300, -20.0, -0.5))) {
            BeliefReading r = belief.read(at, prior, open);
            ordered(r.accuracy(), r.accuracyHalf(), 0, 1);
            if (r.edge().value() != null) {
                ordered(r.edge(), r.edgeHalf(), -100, 100);
                double p = r.probabilityOfEdge().orElse(-1);
                assertTrue(p >= 0 && p <= 1);
            }
            confidence(r.confidence());
            assertTrue(r.effectiveSample() >= 0 && Double.isFinite(r.effectiveSample()));
            assertTrue(r.shortRun() >= 0 && r.shortRun() <= 1 + 1e-12);
        }
        assertTrue(Double.isFinite(belief.meanEdge(prior)));
        assertTrue(Double.isFinite(belief.wins().mean() + belief.wins().squaredError()));
        assertTrue(Double.isFinite(belief.losses().mean() + belief.losses().squaredError()));
    }

    /// The mean may lie outside of a skew distribution's quartiles; the intervals must lie one inside the other, to the
    /// precision of quantiles.
    private static void ordered(Estimate wide, Estimate half, double least, double most) {
        double[] rising = {least, wide.low(), half.low(), half.high(), wide.high(), most};
        for (int i = 1; i < rising.length; i++) {
            assertTrue(rising[i - 1] <= rising[i] + 1e-6, () -> wide + " " + half);
        }
        assertEquals(wide.value(), half.value());
        assertTrue(least <= wide.value() && wide.value() <= most, () -> "" + wide);
    }

    @Test
    void allWins() {
        BotBelief belief = after(DEFAULT, 3_000, i -> Outcomes.of(i * 60L, 1, 0.2));
        BeliefReading r = belief.read(Outcomes.at(3_000 * 60), Prior.unseen(DEFAULT), List.of());
        assertTrue(r.accuracy().orElse(0) > 0.97);
        assertTrue(r.probabilityOfEdge().orElse(0) > 0.95);
    }

    @Test
    void allLosses() {
        BotBelief belief = after(DEFAULT, 3_000, i -> Outcomes.of(i * 60L, 0, -1));
        BeliefReading r = belief.read(Outcomes.at(3_000 * 60), Prior.unseen(DEFAULT), List.of());
        assertTrue(r.accuracy().orElse(1) < 0.03);
        assertTrue(r.probabilityOfEdge().orElse(1) < 0.01);
    }

    @Test
    void allBreakEvens() {
        after(DEFAULT, 1_000, i -> Outcomes.of(i * 60L, 0.5, 0));
    }

    @Test
    void resultsAtTheClamp() {
        after(DEFAULT, 1_000, i -> Outcomes.of(i, i % 2, i % 2 == 0 ? -20 : 20));
        after(DEFAULT, 1_000, i -> Outcomes.of(i, 1, 20));
        after(DEFAULT, 1_000, i -> Outcomes.of(i, 0, -20));
    }

    @Test
    void tinyAndZeroResults() {
        after(DEFAULT, 500, i -> Outcomes.of(i, i % 2, i % 2 == 0 ? -1e-300 : Double.MIN_VALUE));
        after(DEFAULT, 500, i -> Outcomes.of(i, i % 2, 0));
    }

    /// Learners see R within ±20 whoever asks them.
    @Test
    void resultsBeyondTheClampCountAsTheClamp() {
        Prior prior = Prior.unseen(DEFAULT);
        BotBelief clamped = after(DEFAULT, 50, i -> Outcomes.of(i, 1, 20));
        BotBelief wild = after(DEFAULT, 50, i -> Outcomes.of(i, 1, 1e300));
        assertEquals(
                clamped.read(Outcomes.at(50), prior, List.of(-20.0)),
                wild.read(Outcomes.at(50), prior, List.of(-1e300)));
    }

    @Test
    void tenThousandOutcomesInOneSecond() {
        BotBelief belief = after(DEFAULT, 10_000, i -> Outcomes.of(0, i % 3 == 0 ? 0 : 1, i % 3));
        assertEquals(10_000, belief.outcomes());
        assertEquals(
                2 / 3.0,
                belief.read(Outcomes.at(0), Prior.unseen(DEFAULT), List.of()).accuracy().orElse(0),
                0.02);
    }

    @Test
    void gapsOfYearsDecadesAndMillennia() {
        BotBelief belief =
                after(DEFAULT, 200, i -> Outcomes.of((long) i * i * i * 7 * YEAR / 100, i % 2, 1));
        Prior prior = Prior.unseen(DEFAULT);
        BeliefReading later = belief.read(Instant.MAX, prior, List.of());
        assertEquals(0.10, later.confidence(), 1e-9);
        assertEquals(prior.rate(), later.accuracy().orElse(-1), 1e-9);
        check(belief, prior, Instant.MAX);
    }

    @Test
    void timesThatStandStillOrGoBack() {
        after(DEFAULT, 300, i -> Outcomes.of(i % 2 == 0 ? 0 : -YEAR, i % 2, 1));
    }

    @Test
    void everySourceClassAndVersionAfterVersion() {
        after(
                DEFAULT,
                900,
                i ->
                        new Observation(
                                Outcomes.at(i),
                                i % 2,
                                i % 4 == 0 ? OptionalDouble.empty() : OptionalDouble.of(i % 2),
                                SourceClass.values()[i % 3],
                                i % 5 == 0));
    }

    @Test
    void extremeParameters() {
        DrawSequence draws = Draws.of(20_269, "parameters").inOrder();
        double[] lives = {1, 3, 200, 100_000};
        double[] hazards = {1e-6, 0.004, 0.5};
        double[] means = {0.01, 0.5, 0.99};
        double[] strengths = {0.1, 10, 1000};
        for (double life : lives) {
            for (double hazard : hazards) {
                for (double mean : means) {
                    for (double strength : strengths) {
                        BeliefParameters p =
                                new BeliefParameters(
                                        life, life, hazard, 60, mean, strength, 5, 10, 20, 0);
                        int mood = draws.below(3);
                        after(
                                p,
                                150,
                                i -> {
                                    int won = mood == 2 ? i / 40 % 2 : mood;
                                    return Outcomes.of(i * 86_400L, won, won == 1 ? 20 : -20);
                                });
                    }
                }
            }
        }
    }

    @Test
    void parametersThatAreNoNumbersAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            for (int place = 0; place < 7; place++) {
                int at = place;
                assertThrows(
                        IllegalArgumentException.class,
                        () -> parameters(at, bad),
                        () -> bad + " at " + at);
            }
        }
    }

    private static BeliefParameters parameters(int place, double value) {
        double[] p = {200, 365, 0.004, 0.55, 10, 5, 10};
        p[place] = value;
        return new BeliefParameters(p[0], p[1], p[2], 300, p[3], p[4], p[5], p[6], 20, 0.5);
    }
}
