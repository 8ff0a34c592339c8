package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.market.Features;
import credence.core.market.MadeFeatures;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FourReaderTest {

    private static final double NONE = Double.NaN;

    private static FourReading read(FourParameters parameters, Features candle) {
        FourReader reader = new FourReader(parameters);
        reader.see(candle);
        return reader.reading().orElseThrow();
    }

    private static FourReading relative(double trend, double volatility, double reversion) {
        return read(
                FourParameters.RELATIVE,
                new MadeFeatures().ranks(trend, volatility, reversion).made());
    }

    private static FourReading absolute(double trend, double volatility, double reversion) {
        return read(
                FourParameters.ABSOLUTE,
                new MadeFeatures().plain(trend, volatility, reversion).made());
    }

    @Test
    void theFirstRuleThatHoldsNamesTheCandle() {
        assertEquals(Regime.TRENDING, relative(0.71, 0.9, 0.9).regime());
        assertEquals(Regime.VOLATILE, relative(0.70, 0.81, 0.9).regime());
        assertEquals(Regime.RANGING, relative(0.70, 0.80, 0.51).regime());
        assertEquals(Regime.NEUTRAL, relative(0.70, 0.80, 0.50).regime());
    }

    @Test
    void absoluteThresholdsLookAtTheFiguresThemselves() {
        assertEquals(Regime.TRENDING, absolute(0.71, 0.05, 0.9).regime());
        assertEquals(Regime.VOLATILE, absolute(0.70, 0.031, 0.9).regime());
        assertEquals(Regime.RANGING, absolute(0.70, 0.03, 0.51).regime());
        assertEquals(Regime.NEUTRAL, absolute(0.70, 0.03, 0.50).regime());
    }

    /// e ÷ (e + 3/e): one width inside, and the three others lie one width outside.
    @Test
    void oneWidthInsideTheProbabilityIsSevenTenths() {
        RegimeProbabilities p = relative(0.8, 0.7, 0.4).probabilities();
        assertEquals(0.711235, p.trending(), 1e-6);
        assertEquals(0.096255, p.volatileMarket(), 1e-6);
        assertEquals(0.096255, p.ranging(), 1e-6);
        assertEquals(0.096255, p.neutral(), 1e-6);
    }

    /// t = −3, v = 2, r = 1: distances −3, min(3, 2) = 2, min(3, −2, 1) = −2, min(3, −2, −1) = −2.
    @Test
    void probabilitiesFollowTheDistancesInRuleOrder() {
        RegimeProbabilities p = relative(0.4, 1.0, 0.6).probabilities();
        double sum = Math.exp(-3) + Math.exp(2) + 2 * Math.exp(-2);
        assertEquals(Math.exp(-3) / sum, p.trending(), 1e-12);
        assertEquals(Math.exp(2) / sum, p.volatileMarket(), 1e-12);
        assertEquals(Math.exp(-2) / sum, p.ranging(), 1e-12);
        assertEquals(Math.exp(-2) / sum, p.neutral(), 1e-12);
    }

    @Test
    void theMostProbableRegimeIsTheOneTheRulesName() {
        int cases = 0;
        for (int t = 0; t <= 20; t++) {
            for (int v = 0; v <= 20; v++) {
                for (int r = 0; r <= 20; r++) {
                    // Shifted off the borders, where two are equally probable.
                    FourReading reading =
                            relative(t / 20.0 + 0.003, v / 20.0 + 0.003, r / 20.0 + 0.003);
                    assertEquals(reading.regime(), reading.probabilities().mostProbable());
                    cases++;
                }
            }
        }
        assertEquals(9261, cases);
    }

    @Test
    void onABorderTheTwoBesideItAreEquallyProbable() {
        RegimeProbabilities p = relative(0.7, 0.6, 0.9).probabilities();
        assertEquals(p.trending(), p.ranging());
        assertTrue(p.volatileMarket() < p.ranging());
    }

    @Test
    void aProbabilityRisesAsTheCandleGoesDeeper() {
        double before = 0;
        for (int i = 0; i <= 100; i++) {
            double now = relative(i / 100.0, 0.9, 0.9).probabilities().trending();
            assertTrue(now > before, i + ": " + now + " after " + before);
            before = now;
        }
    }

    /// Seven widths below the trend threshold: distances −7 and 7, the others out of sight.
    @Test
    void absurdFiguresGiveProbabilitiesToo() {
        RegimeProbabilities p = absolute(0, Double.MAX_VALUE, -Double.MAX_VALUE).probabilities();
        assertEquals(1 / (1 + Math.exp(-14)), p.volatileMarket(), 1e-12);
        assertEquals(Regime.NEUTRAL, absolute(0, 0, -1e308).regime());
    }

    @Test
    void anotherNameIsInForceAfterThreeCandlesInARow() {
        FourReader reader = new FourReader(FourParameters.RELATIVE);
        String read = "TVVTVVVNRNRRRT";
        String inForce = "TTTTTTVVVVVVRR";
        StringBuilder seen = new StringBuilder();
        for (char c : read.toCharArray()) {
            reader.see(candle(c));
            seen.append(reader.regime().orElseThrow().name().charAt(0));
        }
        assertEquals(inForce, seen.toString());
    }

    @Test
    void probabilitiesAreThoseBeforeHysteresis() {
        FourReader reader = new FourReader(FourParameters.RELATIVE);
        reader.see(candle('T'));
        reader.see(candle('V'));
        FourReading reading = reader.reading().orElseThrow();
        assertEquals(Regime.TRENDING, reading.regime());
        assertEquals(Regime.VOLATILE, reading.probabilities().mostProbable());
        assertTrue(
                reading.reason().startsWith("Still trending: 1 of 3 candles in a row"),
                reading.reason());
    }

    @Test
    void aMissingFigureIsNoReadingAndBeginsANewRow() {
        FourReader reader = new FourReader(FourParameters.RELATIVE);
        assertEquals(Optional.empty(), reader.reading());
        reader.see(new MadeFeatures().ranks(NONE, 0.5, 0.5).made());
        assertEquals(Optional.empty(), reader.reading());
        reader.see(candle('T'));
        reader.see(candle('V'));
        reader.see(candle('V'));
        reader.see(new MadeFeatures().plain(0.5, 0.02, NONE).made());
        assertEquals(Optional.empty(), reader.reading());
        assertEquals(Optional.empty(), reader.regime());
        reader.see(candle('V'));
        assertEquals(Optional.of(Regime.TRENDING), reader.regime());
    }

    @Test
    void theReasonSaysWhichRuleAndItsFigures() {
        assertEquals(
                "Trending: efficiency ratio 0.30 is higher than 83 % of its past (above 70 %).",
                relative(0.83, 0.5, 0.5).reason());
        assertEquals(
                "Volatile: daily volatility 4.20 % is above 3.00 %; no trend, efficiency ratio 0.20"
                        + " is not above 0.70.",
                absolute(0.2, 0.042, -0.3).reason());
        assertEquals(
                "Neutral, no rule holds: efficiency ratio 0.20 is not above 0.70, daily volatility"
                        + " 1.00 % is not above 3.00 %, mean reversion −0.30 is not above 0.50.",
                absolute(0.2, 0.01, -0.3).reason());
    }

    @Test
    void aReaderWrittenAndReadBackGoesOnAlike() throws IOException {
        DrawSequence chance = Draws.of(5, "test.four").inOrder();
        List<Features> stream = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double trend = chance.happens(0.05) ? NONE : chance.uniform();
            stream.add(new MadeFeatures().ranks(trend, chance.uniform(), chance.uniform()).made());
        }
        FourReader whole = new FourReader(FourParameters.RELATIVE);
        FourReader broken = new FourReader(FourParameters.RELATIVE);
        for (Features candle : stream) {
            whole.see(candle);
            broken = FourReader.read(in(bytes(broken)), FourParameters.RELATIVE);
            broken.see(candle);
            assertEquals(whole.reading(), broken.reading());
            assertArrayEquals(bytes(whole), bytes(broken));
        }
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(FourReader reader) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reader.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Features candle(char name) {
        MadeFeatures made = new MadeFeatures();
        return switch (name) {
            case 'T' -> made.ranks(0.9, 0.1, 0.1).made();
            case 'V' -> made.ranks(0.1, 0.9, 0.1).made();
            case 'R' -> made.ranks(0.1, 0.1, 0.9).made();
            default -> made.ranks(0.1, 0.1, 0.1).made();
        };
    }
}
