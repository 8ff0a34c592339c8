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
    /// 20 − 2s in the trends (s ≤ 20), so between-squares are at most as large but for s = 0 and its mirror image s = 20, which ties:
    /// p = (1 + 1) ÷ (1 + 39). Effect: 1 − (−1).
    @Test
    void withFewOutcomesEveryShiftIsTried() {
        List<Dependence.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(entry(i < 20 ? Regime.TRENDING : Regime.RANGING, i < 20 ? 1 : -1));
        }
        Dependence found = of(entries);
        assertEquals(2.0 / 40, found.p().orElseThrow(), 1e-12);
        assertEquals(Optional.of(Regime.TRENDING), found.best());
        assertEquals(Optional.of(Regime.RANGING), found.worst());
        assertEquals(2, found.effect().orElse(0), 1e-12);
        assertEquals(40, found.outcomes());
    }

    /// Six outcomes by hand would be too few for the test itself, so its sum of squares is checked on its own:
    /// R = 3, 1, −1, −3, 2, −2 less mean 0; T T R R T R: sums 3 + 1 + 2 = 6 over 3 and −6 over 3: 12 + 12. Shifted by one
    /// (T R R T R T): 3 − 3 − 2 = −2 and 2: 4/3 + 4/3.
    @Test
    void theStatisticIsTheWeightedSumOfSquaresBetweenRegimes() {
        double[] r = {3, 1, -1, -3, 2, -2};
        String letters = "TTRRTR";
        List<Dependence.Entry> entries = new ArrayList<>();
        for (int i = 0; i < r.length; i++) {
            entries.add(entry(letters.charAt(i) == 'T' ? Regime.TRENDING : Regime.RANGING, r[i]));
        }
        RegimeCourse course = new RegimeCourse(entries, 20);
        assertEquals(24, course.between(0), 1e-12);
        assertEquals(8.0 / 3, course.between(1), 1e-12);
    }

    /// Half-known regimes: T with 0.75 at +1 and with 0.25 at −1: sums ±0.5·(n/2), over n/2 each: squares n/4.
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
        assertEquals(10, course.between(0), 1e-12);
        assertEquals(0.5, course.mean(Regime.TRENDING.ordinal()), 1e-12);
    }

    @Test
    void aClearDependenceIsFoundWithItsSize() {
        Dependence found = of(spells(2_000, 20, 0.5, -0.5, 3));
        assertTrue(found.p().orElseThrow() <= 0.002, () -> "" + found);
        assertEquals(Optional.of(Regime.TRENDING), found.best());
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
    void aRegimeWithFewOutcomesIsNeitherBestNorWorst() {
        List<Dependence.Entry> entries = new ArrayList<>(spells(200, 10, 0, 0, 2));
        for (int i = 0; i < 9; i++) {
            entries.add(entry(Regime.VOLATILE, 15));
        }
        Dependence found = of(entries);
        assertNotEquals(Optional.of(Regime.VOLATILE), found.best());
        List<Dependence.Entry> one = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            one.add(entry(i < 95 ? Regime.NEUTRAL : Regime.VOLATILE, i % 3));
        }
        Dependence alone = of(one);
        assertEquals(Optional.empty(), alone.best());
        assertEquals(Status.TOO_FEW, alone.effect().status());
        assertTrue(alone.p().isPresent());
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
