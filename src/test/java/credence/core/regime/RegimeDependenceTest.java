package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.BotId;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

class RegimeDependenceTest {

    private static final Draws DRAWS = Draws.of(1, "regime.dependence");

    private static Dependence.Entry entry(Regime regime, double r) {
        return new Dependence.Entry(sure(regime), r);
    }

    private static RegimeProbabilities sure(Regime regime) {
        return new RegimeProbabilities(
                regime == Regime.TRENDING ? 1 : 0,
                regime == Regime.VOLATILE ? 1 : 0,
                regime == Regime.RANGING ? 1 : 0,
                regime == Regime.NEUTRAL ? 1 : 0);
    }

    private static Dependence of(List<Dependence.Entry> entries) {
        return new RegimeDependence(DependenceParameters.DEFAULT).of(entries, DRAWS.at("bot"));
    }

    /// Trends and ranges in spells of so many outcomes.
    private static List<Dependence.Entry> spells(
            int n, int length, double trending, double ranging, long seed) {
        DrawSequence chance = Draws.of(seed, "test.dependence").inOrder();
        List<Dependence.Entry> entries = new ArrayList<>();
        boolean trend = true;
        for (int i = 0; i < n; i++) {
            trend = chance.happens(1.0 / length) != trend;
            entries.add(
                    entry(
                            trend ? Regime.TRENDING : Regime.RANGING,
                            (trend ? trending : ranging) + chance.normal()));
        }
        return entries;
    }

    /// Forty outcomes, R = +1 in the first twenty, which trend, and −1 in the others, which range. A shift by s places leaves a sum of
    /// 20 − 2s in the trends (s ≤ 20), so means are less apart but for s = 0 and its mirror image s = 20, which ties:
    /// p = (1 + 1) ÷ (1 + 39). Effect: 1 − (−1).
    @Test
    void withFewOutcomesEveryShiftIsTried() {
        List<Dependence.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(entry(i < 20 ? Regime.TRENDING : Regime.RANGING, i < 20 ? 1 : -1));
        }
        Dependence found = of(entries);
        assertEquals(2.0 / 40, found.p().orElseThrow(), 1e-12);
        assertEquals(Optional.of(Regime.TRENDING), found.better());
        assertEquals(Optional.of(Regime.RANGING), found.worse());
        assertEquals(2, found.effect().orElse(0), 1e-12);
        assertEquals(40, found.outcomes());
    }

    private static final int TRENDING = Regime.TRENDING.ordinal();
    private static final int RANGING = Regime.RANGING.ordinal();

    /// Six outcomes by hand would be too few for the test itself, so its statistic is checked on its own: R = 3, 1, −1, −3, 2, −2 less
    /// mean 0; T T R R T R: 3, 1, 2 with mean 2 and variance 2/3, and −1, −3, −2 likewise: 4 ÷ √(2 · 2/9) = 6. Shifted by one (T R R T R
    /// T): 3, −3, −2 with mean −2/3 and variance 62/9, and 1, −1, 2 with 2/3 and 14/9: 4/3 ÷ √(76/27) = 4/√(76/3).
    /// scipy's `ttest_ind(equal_var=False)` has √(2/3) times these, since it divides by n − 1.
    @Test
    void theStatisticIsWelchsDistanceBetweenTwoRegimes() {
        double[] r = {3, 1, -1, -3, 2, -2};
        String letters = "TTRRTR";
        List<Dependence.Entry> entries = new ArrayList<>();
        for (int i = 0; i < r.length; i++) {
            entries.add(entry(letters.charAt(i) == 'T' ? Regime.TRENDING : Regime.RANGING, r[i]));
        }
        RegimeCourse course = new RegimeCourse(entries, 20);
        int[] both = {TRENDING, RANGING};
        assertEquals(28.0 / 6, course.scale(), 1e-12);
        assertEquals(6, course.shifted(0, both).largest(0, course.scale()), 1e-12);
        assertEquals(2, course.shifted(0, both).mean(0), 1e-12);
        assertEquals(
                4 / Math.sqrt(76.0 / 3), course.shifted(1, both).largest(0, course.scale()), 1e-12);
    }

    /// With half of what the regimes explain (±2) taken off, the means are 1 apart from 0 each: 2 ÷ √(4/9) = 3; with all of it, 0.
    @Test
    void takingOffWhatRegimesExplainLeavesTheRest() {
        double[] r = {3, 1, -1, -3, 2, -2};
        String letters = "TTRRTR";
        List<Dependence.Entry> entries = new ArrayList<>();
        for (int i = 0; i < r.length; i++) {
            entries.add(entry(letters.charAt(i) == 'T' ? Regime.TRENDING : Regime.RANGING, r[i]));
        }
        RegimeCourse course = new RegimeCourse(entries, 20);
        ShiftedCourse observed = course.shifted(0, new int[] {TRENDING, RANGING});
        assertEquals(3, observed.largest(0.5, course.scale()), 1e-9);
        assertEquals(0, observed.largest(1, course.scale()), 1e-9);
        assertEquals(3, observed.largest(1.5, course.scale()), 1e-9);
    }

    /// Half-known regimes: T with 0.75 at +1 and with 0.25 at −1: mean ½ in T, −½ in R, variance ¾ in both, 20 expected outcomes each:
    /// 1 ÷ √(2 · ¾/20). Least squares makes ±1 of it, so that taking all of it off leaves nothing.
    @Test
    void probabilitiesCountByTheirSize() {
        List<Dependence.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double t = i % 2 == 0 ? 0.75 : 0.25;
            entries.add(
                    new Dependence.Entry(
                            new RegimeProbabilities(t, 0, 1 - t, 0), i % 2 == 0 ? 1 : -1));
        }
        RegimeCourse course = new RegimeCourse(entries, 20);
        ShiftedCourse observed = course.shifted(0, new int[] {TRENDING, RANGING});
        assertEquals(0.5, observed.mean(0), 1e-12);
        assertEquals(1 / Math.sqrt(0.075), observed.largest(0, 1), 1e-9);
        assertEquals(0, observed.largest(1, 1), 1e-9);
    }

    /// The interval is the test turned round, whatever the bot: without dependence, with some, with regimes half known.
    @Test
    void theIntervalLeavesOutZeroExactlyWhenTheTestRejects() {
        int rejected = 0;
        for (int seed = 0; seed < 120; seed++) {
            List<Dependence.Entry> entries =
                    spells(60 + seed, 3 + seed % 9, seed % 3 * 0.4, 0, 1_000 + seed);
            if (seed % 2 == 0) {
                entries = entries.stream().map(e -> blurred(e)).toList();
            }
            Dependence found = of(entries);
            Double low = found.effect().low();
            Double high = found.effect().high();
            if (low == null || high == null) {
                assertTrue(found.p().orElse(1) > RegimeDependence.LEVEL);
                continue;
            }
            double effect = found.effect().orElse(-1);
            assertTrue(effect >= 0 && low <= effect && effect <= high, () -> "" + found);
            assertEquals(found.p().orElseThrow() <= RegimeDependence.LEVEL, low > 0, "" + found);
            rejected += low > 0 ? 1 : 0;
        }
        assertTrue(rejected > 20 && rejected < 100, "both were tried: " + rejected);
    }

    private static Dependence.Entry blurred(Dependence.Entry e) {
        boolean trend = e.atEntry().mostProbable() == Regime.TRENDING;
        return new Dependence.Entry(
                new RegimeProbabilities(trend ? 0.7 : 0.1, 0.1, trend ? 0.1 : 0.7, 0.1), e.r());
    }

    /// Bots with nothing to do with the regime, both in runs: p must be uniform. Kolmogorov–Smirnov's distance stays below 1.36 ÷ √n in 95
    /// of 100 such experiments, 1.63 ÷ √n in 99; and intervals leave out 0 as often as they say.
    @Test
    void withoutDependenceEveryPIsEquallyLikely() {
        int n = 600;
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            DrawSequence chance = Draws.of(i, "test.null").inOrder();
            List<Dependence.Entry> entries = new ArrayList<>();
            Regime regime = Regime.NEUTRAL;
            double r = chance.normal();
            for (int k = 0; k < 200; k++) {
                regime = chance.happens(0.1) ? Regime.values()[chance.below(4)] : regime;
                r = 0.3 * r + Math.sqrt(1 - 0.09) * chance.normal();
                entries.add(entry(regime, regime == Regime.VOLATILE ? 2 * r : r));
            }
            p[i] =
                    new RegimeDependence(new DependenceParameters(199, 30, 10, 20))
                            .of(entries, DRAWS.at("null" + i))
                            .p()
                            .orElseThrow();
        }
        java.util.Arrays.sort(p);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / n - p[i], p[i] - (double) i / n));
        }
        assertTrue(distance < 1.63 / Math.sqrt(n) + 0.005, "distance " + distance);
        long at5 = java.util.Arrays.stream(p).filter(x -> x <= 0.05).count();
        assertTrue(at5 >= 0.03 * n && at5 <= 0.07 * n, "p ≤ 5 %: " + at5);
    }

    @Test
    void aClearDependenceIsFoundWithItsSize() {
        Dependence found = of(spells(2_000, 20, 0.5, -0.5, 3));
        assertTrue(found.p().orElseThrow() <= 0.002, () -> "" + found);
        assertEquals(Optional.of(Regime.TRENDING), found.better());
        assertEquals(1, found.effect().orElse(0), 0.2);
        assertTrue(found.effect().low() < 1 && 1 < found.effect().high());
        assertTrue(found.effect().low() > 0);
    }

    @Test
    void tooFewOutcomesOrNoDifferenceGiveAWordInsteadOfANumber() {
        assertEquals(Status.NO_DATA, of(List.of()).status());
        assertEquals(Status.TOO_FEW, of(spells(29, 5, 1, -1, 1)).status());
        List<Dependence.Entry> alike = new ArrayList<>();
        List<Dependence.Entry> alone = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            alike.add(entry(i % 2 == 0 ? Regime.TRENDING : Regime.RANGING, 0.1));
            alone.add(entry(Regime.NEUTRAL, i % 7));
        }
        assertEquals(Status.ZERO_VARIANCE, of(alike).status());
        assertEquals(Status.ZERO_VARIANCE, of(alone).status());
        assertEquals(OptionalDouble.empty(), of(alone).p());
    }

    @Test
    void aRegimeWithFewOutcomesIsNotCompared() {
        List<Dependence.Entry> entries = new ArrayList<>(spells(200, 10, 0, 0, 2));
        for (int i = 0; i < 9; i++) {
            entries.add(entry(Regime.VOLATILE, 15));
        }
        Dependence found = of(entries);
        assertNotEquals(Optional.of(Regime.VOLATILE), found.better());
        List<Dependence.Entry> one = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            one.add(entry(i < 95 ? Regime.NEUTRAL : Regime.VOLATILE, i % 3));
        }
        Dependence alone = of(one);
        assertEquals(Optional.empty(), alone.better());
        assertEquals(Status.TOO_FEW, alone.status());
        assertEquals(OptionalDouble.empty(), alone.p());
    }

    @Test
    void absurdResultsGiveFiniteFigures() {
        List<Dependence.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            entries.add(
                    entry(
                            i % 2 == 0 ? Regime.TRENDING : Regime.RANGING,
                            i % 3 == 0 ? 1e300 : -1e300));
        }
        assertEquals(Status.OK, of(entries).status());
    }

    @Test
    void equalDrawsGiveEqualAnswers() {
        List<Dependence.Entry> entries = spells(1_500, 10, 0.05, -0.05, 9);
        RegimeDependence test = new RegimeDependence(DependenceParameters.DEFAULT);
        assertEquals(test.of(entries, DRAWS.at("a")), test.of(entries, DRAWS.at("a")));
        assertNotEquals(test.of(entries, DRAWS.at("a")), test.of(entries, DRAWS.at("b")));
    }

    @Test
    void aDuplicateClassIsTestedOnce() {
        SortedMap<BotId, List<Dependence.Entry>> fleet = new TreeMap<>();
        List<Dependence.Entry> strong = spells(400, 10, 1, -1, 4);
        fleet.put(new BotId("a"), strong);
        fleet.put(new BotId("b"), strong);
        fleet.put(new BotId("c"), spells(400, 10, 0, 0, 5));
        fleet.put(new BotId("d"), spells(10, 10, 0, 0, 6));
        fleet.put(new BotId("one"), spells(400, 10, 0, 0, 7));
        Map<BotId, String> classes = Map.of(new BotId("a"), "one", new BotId("b"), "one");
        FleetDependence found =
                FleetDependence.of(fleet, classes, DependenceParameters.DEFAULT, DRAWS);
        assertEquals(3, found.tested());
        assertEquals(1, found.surviving());
        assertEquals(
                found.rows().values().stream()
                                .filter(r -> r.dependence().p().orElse(1) <= 0.10)
                                .count()
                        - 1,
                found.alone(),
                "of the two that are alike one counts");
        assertEquals(0.3, found.expectedAlone(), 1e-12);
        assertEquals(found.rows().get(new BotId("a")), found.rows().get(new BotId("b")));
        FleetDependence.Row a = java.util.Objects.requireNonNull(found.rows().get(new BotId("a")));
        assertTrue(a.survives());
        assertEquals(3 * a.dependence().p().orElseThrow(), a.adjusted().orElseThrow(), 1e-12);
        assertTrue(
                !java.util.Objects.requireNonNull(found.rows().get(new BotId("one"))).survives());
        FleetDependence.Row few =
                java.util.Objects.requireNonNull(found.rows().get(new BotId("d")));
        assertEquals(OptionalDouble.empty(), few.adjusted());
        assertTrue(!few.survives());
    }
}
