package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.market.Features;
import credence.core.market.MadeFeatures;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

class SevenReaderTest {

    private static final double NONE = Double.NaN;

    private static SevenReading relative(MadeFeatures candle) {
        return read(SevenParameters.RELATIVE, candle);
    }

    private static SevenReading absolute(MadeFeatures candle) {
        return read(SevenParameters.ABSOLUTE, candle);
    }

    private static SevenReading read(SevenParameters parameters, MadeFeatures candle) {
        SevenReader reader = new SevenReader(parameters);
        reader.see(candle.made());
        return reader.reading().orElseThrow();
    }

    private static MadeFeatures candle() {
        return new MadeFeatures();
    }

    @Test
    void before200CandlesOrWithoutAFigureAllIsUnknown() {
        assertEquals(Optional.empty(), new SevenReader(SevenParameters.RELATIVE).reading());
        SevenReading young = relative(candle().candles(199).volume(0.01));
        assertEquals(SevenRegime.UNKNOWN, young.regime());
        assertEquals(0, young.confidence());
        assertEquals("Not known yet: 199 of 200 candles seen.", young.reason());
        SevenReading blind = relative(candle().directional(NONE, 20, 18));
        assertEquals(SevenRegime.UNKNOWN, blind.regime());
        assertEquals(0, blind.confidence());
        assertTrue(relative(candle().candles(200)).regime() != SevenRegime.UNKNOWN);
    }

    @Test
    void aMarketWithoutVolumeIsIlliquidWhateverElse() {
        SevenReading dry = relative(candle().volume(0.05).range(0.2, 0.99));
        assertEquals(SevenRegime.ILLIQUID, dry.regime());
        assertEquals(0.75, dry.confidence(), 1e-12);
        assertEquals("Illiquid: volume is 5 % of its median (below 20 %).", dry.reason());
        assertEquals(
                SevenRegime.HIGH_VOLATILITY,
                relative(candle().volume(0.2).range(0.2, 0.99)).regime());
        assertEquals(
                SevenRegime.HIGH_VOLATILITY,
                relative(candle().volume(NONE).range(0.2, 0.99)).regime(),
                "a market that states no volume is not illiquid");
    }

    @Test
    void highVolatilityIsTheTopOfItsOwnPastOrFourPercent() {
        SevenReading top = relative(candle().range(0.01, 0.97).directional(40, 30, 10));
        assertEquals(SevenRegime.HIGH_VOLATILITY, top.regime());
        assertEquals(0.4, top.confidence(), 1e-9);
        assertEquals(SevenRegime.HIGH_VOLATILITY, relative(candle().range(0.01, 0.95)).regime());
        assertTrue(relative(candle().range(0.5, 0.949)).regime() != SevenRegime.HIGH_VOLATILITY);
        SevenReading wide = absolute(candle().range(0.05, 0.5));
        assertEquals(SevenRegime.HIGH_VOLATILITY, wide.regime());
        assertEquals(0.25, wide.confidence(), 1e-9);
        assertTrue(absolute(candle().range(0.039, 0.99)).regime() != SevenRegime.HIGH_VOLATILITY);
    }

    /// ADX 35: (35 − 25) ÷ 25 = 0.4. DI: 20 ÷ 40 = 0.5. Means: 0.3 apart with an ATR of 1.
    @Test
    void aTrendNeedsDirectionAndMeansToAgree() {
        SevenReading up = relative(candle().directional(35, 30, 10).means(100.3, 100));
        assertEquals(SevenRegime.TREND_UP, up.regime());
        assertEquals(0.3, up.confidence(), 1e-9);
        SevenReading down = relative(candle().directional(35, 10, 30).means(95, 100));
        assertEquals(SevenRegime.TREND_DOWN, down.regime());
        assertEquals(0.4, down.confidence(), 1e-9);
        assertEquals(
                "Trend down: ADX 35 (from 25), +DI 10 against −DI 30, and the mean of 20 closes"
                        + " lies below that of 50.",
                down.reason());
        assertEquals(
                SevenRegime.RANGE_LOW_VOL,
                relative(candle().directional(35, 10, 30).means(105, 100)).regime());
        assertEquals(
                SevenRegime.TREND_UP,
                relative(candle().directional(25, 30, 10).means(105, 100)).regime());
        assertEquals(
                SevenRegime.RANGE_LOW_VOL,
                relative(candle().directional(24.9, 30, 10).means(105, 100)).regime());
    }

    /// Rank 0.9: 0.4 ÷ 0.5 = 0.8. ADX 15: 10 ÷ 25 = 0.4.
    @Test
    void theRestIsARangeAboveOrBelowTheMedian() {
        SevenReading wild = relative(candle().range(0.01, 0.9).directional(15, 20, 18));
        assertEquals(SevenRegime.RANGE_HIGH_VOL, wild.regime());
        assertEquals(0.4, wild.confidence(), 1e-9);
        SevenReading calm = relative(candle().range(0.01, 0.4).directional(5, 20, 18));
        assertEquals(SevenRegime.RANGE_LOW_VOL, calm.regime());
        assertEquals(0.2, calm.confidence(), 1e-9);
        assertEquals(
                "Range, low volatility: ADX 5 is below 25; the average range, 1.00 % of the price,"
                        + " is in the lower half of its past.",
                calm.reason());
        assertEquals(SevenRegime.RANGE_HIGH_VOL, relative(candle().range(0.01, 0.5)).regime());
    }

    @Test
    void confidenceLiesBetween0And1AndStatesAreRestorable() throws IOException {
        DrawSequence chance = Draws.of(6, "test.seven").inOrder();
        java.util.EnumSet<SevenRegime> met = java.util.EnumSet.noneOf(SevenRegime.class);
        for (int i = 0; i < 2_000; i++) {
            Features candle =
                    candle().volume(3 * chance.uniform())
                            .range(chance.happens(0.1) ? 0 : chance.uniform(), chance.uniform())
                            .directional(
                                    chance.happens(0.02) ? NONE : 100 * chance.uniform(),
                                    chance.happens(0.1) ? 0 : 50 * chance.uniform(),
                                    chance.happens(0.1) ? 0 : 50 * chance.uniform())
                            .means(1e6 * chance.uniform(), 1e6 * chance.uniform())
                            .made();
            for (SevenParameters p :
                    new SevenParameters[] {SevenParameters.RELATIVE, SevenParameters.ABSOLUTE}) {
                SevenReader reader = new SevenReader(p);
                reader.see(candle);
                SevenReading reading = reader.reading().orElseThrow();
                assertTrue(reading.confidence() >= 0 && reading.confidence() <= 1);
                met.add(reading.regime());
                SevenReader restored = SevenReader.read(in(bytes(reader)), p);
                assertEquals(Optional.of(reading), restored.reading());
                assertArrayEquals(bytes(reader), bytes(restored));
            }
        }
        assertEquals(java.util.EnumSet.allOf(SevenRegime.class), met);
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(SevenReader reader) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reader.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
