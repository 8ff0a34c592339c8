package credence.desktop.panel.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.RegimeBeliefReading;
import credence.core.regime.NameInForce;
import credence.core.trust.RegimeFit;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Symbol;
import credence.desktop.theme.Figures;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class BotRegimesTest {

    private static final Figures FIGURES = new Figures(Locale.US, ZoneOffset.UTC);

    private static RegimeFit fit() {
        Map<Regime, RegimeBeliefReading.Cell> cells = new EnumMap<>(Regime.class);
        for (Regime regime : Regime.values()) {
            boolean much = regime == Regime.TRENDING;
            cells.put(
                    regime,
                    new RegimeBeliefReading.Cell(
                            Estimate.of(0.6, 0.5, 0.7, much ? 40 : 3),
                            Estimate.of(0.1, -0.1, 0.3, much ? 40 : 3),
                            much ? 40.26 : 3.5,
                            much ? 31 : 3,
                            !much));
        }
        return new RegimeFit(
                Optional.of(new RegimeProbabilities(0.5, 0, 0.25, 0.25)),
                Optional.of(
                        new NameInForce(
                                "RANGING",
                                0.25,
                                Optional.of(new NameInForce.Rival("TRENDING", 0.5, 2, 3)))),
                List.of(new Symbol("ETHUSDT")),
                List.of(),
                new RegimeBeliefReading(cells),
                RegimeFit.UNKNOWN.weight());
    }

    @Test
    void everyRegimeHasItsAccuracyItsIntervalAndItsEffectiveN() {
        BotRegimes shown = BotRegimes.of(fit(), FIGURES);
        assertEquals(4, shown.lines().size());
        assertEquals(
                new BotRegimes.Line("Trending", "60.0\u202f%", "50.0 to 70.0", "40.3", false),
                shown.lines().get(0));
        assertTrue(shown.lines().get(1).borrowed());
        assertTrue(shown.why().contains("Borrowed: its own outcomes"), shown.why());
        assertEquals(
                "Now ranging holds, probability 25.0\u202f%; trending now 50.0\u202f%, 2 of 3"
                        + " candles seen.",
                shown.now());
    }

    @Test
    void withoutBarsItSaysWhatToImport() {
        BotRegimes shown = BotRegimes.of(RegimeFit.UNKNOWN, FIGURES);
        assertEquals(List.of(), shown.lines());
        assertTrue(shown.now().contains("import bars"), shown.now());
    }
}
