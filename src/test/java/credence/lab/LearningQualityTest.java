package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.Configuration;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

/// The requirements of learning with few runs. The bounds are wider than the requirements by what so few runs may
/// differ; `docs/learning-quality.md` holds the full measurement.
class LearningQualityTest {

    private static final long SEED = 1;

    private final LearningQuality quality = new LearningQuality(Configuration.DEFAULT);

    private List<Finding> measure(String scenario, int runs) {
        return quality.measure(
                List.of(scenario), SEED, OptionalInt.of(runs), (name, done, of) -> {});
    }

    private static double value(List<Finding> findings, String measure) {
        List<Finding> some =
                findings.stream().filter(f -> f.measure().startsWith(measure)).toList();
        assertEquals(1, some.size(), measure);
        return some.getFirst().value();
    }

    private static void between(double least, double most, double value) {
        assertTrue(least <= value && value <= most, value + " is not in " + least + "…" + most);
    }

    @Test
    void theShownEdgeRanksAlmostAsWellAsTheOracleAndTheIntervalsHold() {
        List<Finding> fleet = measure("fleet", 5);
        // The ratio's standard deviation over seeds is about 0.02.
        between(0.92, 1.02, value(fleet, "rank correlation of the shown edge with"));
        between(0.01, 1, value(fleet, "the same less that of the raw win rate"));
        between(0.85, 0.97, value(fleet, "90 % intervals"));
        between(0.43, 0.65, value(fleet, "50 % intervals"));
        assertTrue(
                value(fleet, "rank correlation of accuracy × confidence")
                        < value(fleet, "rank correlation of the raw win rate"));
    }

    @Test
    void aTurnIsSeenAndFewOthersAre() {
        List<Finding> turning = measure("turning", 100);
        // Three standard errors around 0.845 and 0.12.
        between(0.73, 0.96, value(turning, "accuracy below 0.5"));
        between(0.02, 0.23, value(turning, "a seam drawn"));
        between(20, 45, value(turning, "trades until"));
    }

    @Test
    void aNeverCloserRanksBelowAnHonestEvenBot() {
        List<Finding> found = measure("never-closer", 30);
        between(0.87, 1, value(found, "ranks below"));
        between(0, 0, value(found, "would, by raw win rate"));
    }

    @Test
    void aHighWinRateLoserRanksBelowAnHonestEvenBot() {
        List<Finding> found = measure("high-win-rate-loser", 30);
        between(0.83, 1, value(found, "ranks below"));
        between(0, 0, value(found, "would, by raw win rate"));
    }

    @Test
    void withoutSkillNobodyLooksProven() {
        List<Finding> found = measure("null", 2);
        between(0.6, 0.97, value(found, "largest"));
        between(0, 0.1, value(found, "share of them"));
    }

    /// Three standard errors around 5 % and 50 % at 150 runs.
    @Test
    void resultsInRunsAreNotTakenForDependenceOnTheRegime() {
        List<Finding> found = measure("regime-null", 150);
        between(0, 0.105, value(found, "p ≤ 5 % without"));
        between(0.37, 0.63, value(found, "p ≤ 50 % without"));
        between(0.12, 0.40, value(found, "an F test"));
    }

    @Test
    void aBotThatDependsOnTheRegimeIsFoundWhereTheRegimeIsKnown() {
        List<Finding> found = measure("regime-bot", 3);
        between(1, 1, value(found, "found at 5 %, true regimes known"));
        between(0.3, 0.55, value(found, "entries whose regime read"));
    }

    @Test
    void theStatesOfAMarketAreReadAlmostAsWellAsByWhoKnowsThem() {
        List<Finding> found = measure("states-50", 1);
        between(-0.05, 0.02, value(found, "the one less the other"));
        between(0.99, 1, value(found, "days whose label"));
        between(1, 1, value(found, "days whose name"));
        assertWithinThreePoints("states-200");
    }

    @Test
    void theSameHoldsByReturnsAlone() {
        assertWithinThreePoints("states-50-returns");
        assertWithinThreePoints("states-200-returns");
        assertWithinThreePoints("states-50-stepped-returns");
        assertWithinThreePoints("states-200-stepped-returns");
    }

    /// Days made of steps, whose range depends on the return: states of rising and of falling days must not stand for those of the market.
    @Test
    void theSameHoldsWherePricesAreMadeOfSteps() {
        assertWithinThreePoints("states-50-stepped");
        assertWithinThreePoints("states-200-stepped");
    }

    private void assertWithinThreePoints(String scenario) {
        List<Finding> found = measure(scenario, 1);
        between(-0.03, 0.15, value(found, "the one less the other"));
        between(0.99, 1, value(found, "days whose label"));
        assertEquals(3, value(found, "states at the end"));
    }

    @Test
    void equalSeedsGiveEqualFigures() {
        assertEquals(measure("turning", 3), measure("turning", 3));
        assertTrue(
                !measure("turning", 3)
                        .equals(
                                quality.measure(
                                        List.of("turning"),
                                        SEED + 3,
                                        OptionalInt.of(3),
                                        (name, done, of) -> {})));
    }

    @Test
    void unknownScenariosAreNamed() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> measure("fleets", 1));
        assertTrue(refused.getMessage().contains("\"fleets\""));
        assertTrue(refused.getMessage().contains("never-closer"));
        assertThrows(IllegalArgumentException.class, () -> measure("fleet", 0));
    }
}
