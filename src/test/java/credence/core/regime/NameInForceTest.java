package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class NameInForceTest {

    private static final Instant AT = Instant.parse("2025-01-01T10:00:00Z");

    private static FourReading four(Regime name, int against, double trending, double ranging) {
        return new FourReading(
                AT,
                name,
                new RegimeProbabilities(trending, 0, ranging, 1 - trending - ranging),
                new Standing(against, 3),
                "");
    }

    private static String words(NameInForce name) {
        return name.words(
                "",
                regime -> regime.toLowerCase(Locale.ROOT),
                share -> Math.round(100 * share) + " %");
    }

    @Test
    void theMostProbableNameInForceHasNoRival() {
        NameInForce name = NameInForce.of(four(Regime.RANGING, 0, 0.25, 0.625));
        assertEquals(new NameInForce("RANGING", 0.625, Optional.empty()), name);
        assertEquals("ranging, 63 %", words(name));
    }

    @Test
    void aNameThatHoldsSaysWhatIsMoreProbableAndHowOftenThatWasSeen() {
        NameInForce name = NameInForce.of(four(Regime.RANGING, 2, 0.54, 0.31));
        assertEquals("RANGING", name.regime());
        assertEquals(0.31, name.probability());
        assertEquals(Optional.of(new NameInForce.Rival("TRENDING", 0.54, 2, 3)), name.rival());
        assertEquals("ranging holds, 31 %; trending now 54 %, 2 of 3 candles seen", words(name));
    }

    @Test
    void severalMarketsTogetherHaveNoCountOfCandles() {
        NameInForce name =
                new NameInForce(
                        "RANGING",
                        0.31,
                        Optional.of(new NameInForce.Rival("TRENDING", 0.54, 0, 0)));
        assertEquals("ranging holds, 31 %; trending now 54 %", words(name));
    }

    @Test
    void theFiveAndTheSevenAreNamedTheSameWay() {
        FiveReading five =
                new FiveReading(
                        AT,
                        FiveRegime.CHOPPY,
                        new TreeMap<>(
                                Map.of(FiveRegime.CHOPPY, 0.375, FiveRegime.BULL_MOMENTUM, 0.625)),
                        new Standing(1, 3),
                        "");
        assertEquals(
                new NameInForce(
                        "CHOPPY",
                        0.375,
                        Optional.of(new NameInForce.Rival("BULL_MOMENTUM", 0.625, 1, 3))),
                NameInForce.of(five));
        assertEquals(
                new NameInForce("TREND_UP", 0.75, Optional.empty()),
                NameInForce.of(new SevenReading(AT, SevenRegime.TREND_UP, 0.75, "")));
    }
}
