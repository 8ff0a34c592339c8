package credence.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.belief.RegimeBeliefReading;
import credence.core.value.BotId;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

class RegimeWeightsTest {

    private static final BotId TREND = new BotId("trend");
    private static final BotId RANGE = new BotId("range");

    private static RegimeWeights.Standing standing(double trending, double ranging) {
        Map<Regime, RegimeBeliefReading.Cell> cells = new EnumMap<>(Regime.class);
        for (Regime regime : Regime.values()) {
            double accuracy =
                    regime == Regime.TRENDING ? trending : regime == Regime.RANGING ? ranging : 0.5;
            cells.put(
                    regime,
                    new RegimeBeliefReading.Cell(
                            Estimate.exact(accuracy, 30),
                            Estimate.none(Status.TOO_FEW, 0),
                            30,
                            30,
                            false));
        }
        return new RegimeWeights.Standing(0.5, 0.8, new RegimeBeliefReading(cells));
    }

    private static double multiple(RegimeWeights weights, BotId bot, Regime regime) {
        return Objects.requireNonNull(
                Objects.requireNonNull(weights.multiples().get(bot)).get(regime));
    }

    /// In trends 0.4·0.7 + 0.3·0.7·0.8 = 0.448 against 0.28 + 0.3·0.4·0.8 = 0.376, of together 0.824 for two bots.
    @Test
    void aBotWeighsMoreWhereItIsBetter() {
        SortedMap<BotId, RegimeWeights.Standing> bots = new TreeMap<>();
        bots.put(TREND, standing(0.7, 0.4));
        bots.put(RANGE, standing(0.4, 0.6));
        RegimeWeights weights = RegimeWeights.of(bots, 0.3);
        assertEquals(2 * 0.448 / 0.824, multiple(weights, TREND, Regime.TRENDING), 1e-12);
        assertEquals(2 * 0.376 / 0.824, multiple(weights, RANGE, Regime.TRENDING), 1e-12);
        assertEquals(1, multiple(weights, TREND, Regime.NEUTRAL), 1e-12);
        assertEquals(2 * 0.424 / 0.8, multiple(weights, RANGE, Regime.RANGING), 1e-12);
    }

    @Test
    void nobodyAndNothingGiveNoNumbersThatAreNone() {
        assertEquals(Map.of(), RegimeWeights.of(new TreeMap<>(), 0.3).multiples());
        SortedMap<BotId, RegimeWeights.Standing> idle = new TreeMap<>();
        idle.put(TREND, new RegimeWeights.Standing(0.5, 0, standing(0.5, 0.5).regimes()));
        assertEquals(0.0, multiple(RegimeWeights.of(idle, 0.3), TREND, Regime.TRENDING));
    }
}
