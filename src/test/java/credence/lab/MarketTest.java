package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The market against its own description, on ten years of hours: seed 5, regimes of two days. Bounds are five standard errors.
class MarketTest {

    private static final SimulationParameters TEN_YEARS =
            SimulationParameters.of(1, 3650, 5).withMeanRegime(Duration.ofDays(2));

    private static Market market;

    @BeforeAll
    static void simulate() {
        market = Market.simulate(Instrument.BTCUSDT, TEN_YEARS);
    }

    @Test
    void regimesLastAsLongAsStatedOnAverage() {
        List<Market.Spell> spells = market.spells();
        List<Market.Spell> whole = spells.subList(0, spells.size() - 1);
        double mean = whole.stream().mapToInt(Market.Spell::candles).average().orElseThrow();
        // Geometric with mean 48: sd √(48 · 47).
        assertEquals(48, mean, 5 * StrictMath.sqrt(48.0 * 47 / whole.size()));
    }

    @Test
    void everyRegimeIsFollowedByTheOthersEquallyOften() {
        Map<Regime, Map<Regime, Integer>> counts = new EnumMap<>(Regime.class);
        List<Market.Spell> spells = market.spells();
        for (int i = 1; i < spells.size(); i++) {
            counts.computeIfAbsent(spells.get(i - 1).regime(), _ -> new EnumMap<>(Regime.class))
                    .merge(spells.get(i).regime(), 1, Integer::sum);
        }
        for (Regime from : Regime.values()) {
            int total = counts.get(from).values().stream().mapToInt(Integer::intValue).sum();
            for (Regime to : Regime.values()) {
                if (from != to) {
                    int seen = counts.get(from).getOrDefault(to, 0);
                    assertEquals(
                            total / 3.0,
                            seen,
                            5 * StrictMath.sqrt(total * 2.0 / 9),
                            from + " to " + to);
                }
            }
        }
    }

    @Test
    void aVolatileMarketMovesTwoPointTwoTimesAsMuchAsANeutralOne() {
        double neutral = deviation(Regime.NEUTRAL);
        assertEquals(2.2, deviation(Regime.VOLATILE) / neutral, 0.1);
        // 45 % a year over √(365 · 24) hours.
        assertEquals(0.45 / StrictMath.sqrt(365 * 24), neutral, 0.0001);
    }

    @Test
    void trendsGoOnAndRangesComeBack() {
        // Over ten candles of one regime: a drift of 0.1 σ adds (10 · 0.1)² to a variance of 10 ·
        // 1.21; a pull of 6 % a bar takes away.
        assertTrue(
                varianceRatio(Regime.TRENDING) > 1.04,
                () -> "trending " + varianceRatio(Regime.TRENDING));
        assertTrue(
                varianceRatio(Regime.RANGING) < 0.9,
                () -> "ranging " + varianceRatio(Regime.RANGING));
        assertEquals(1, varianceRatio(Regime.NEUTRAL), 0.08);
    }

    @Test
    void candlesHoldTogether() {
        for (int i = 0; i < market.size(); i++) {
            Candle candle = market.candle(i);
            assertTrue(candle.low() <= Math.min(candle.open(), candle.close()));
            assertTrue(candle.high() >= Math.max(candle.open(), candle.close()));
            assertTrue(candle.low() > 0 && candle.volume() >= 0);
            if (i > 0) {
                assertEquals(
                        market.candle(i - 1).close(),
                        candle.open(),
                        "crypto trades without a pause");
            }
        }
        assertEquals(3650 * 24, market.size());
    }

    @Test
    void futuresKeepTheirHours() {
        Market future = Market.simulate(Instrument.ES, SimulationParameters.of(1, 28, 5));
        // Four weeks of 5 · 23 hours: Sunday 2, Monday to Thursday 23, Friday 21.
        assertEquals(4 * (2 + 4 * 23 + 21), future.size());
        assertTrue(
                future.candles().stream()
                        .noneMatch(
                                c ->
                                        c.time().atZone(ZoneOffset.UTC).getDayOfWeek()
                                                == DayOfWeek.SATURDAY));
        assertTrue(
                future.candles().stream()
                        .noneMatch(c -> c.time().atZone(ZoneOffset.UTC).getHour() == 21));
    }

    @Test
    void theSameSeedMakesTheSameMarketAndAnotherSeedAnother() {
        SimulationParameters week = SimulationParameters.of(1, 7, 5);
        assertEquals(
                Market.simulate(Instrument.BTCUSDT, week).candles(),
                Market.simulate(Instrument.BTCUSDT, week).candles());
        assertNotEquals(
                Market.simulate(Instrument.BTCUSDT, week).candles(),
                Market.simulate(Instrument.BTCUSDT, SimulationParameters.of(1, 7, 6)).candles());
    }

    @Test
    void quarterHoursMakeFourTimesTheCandlesAndTheSameYearlyMovement() {
        SimulationParameters quarters =
                SimulationParameters.of(1, 730, 5).withInterval(Duration.ofMinutes(15));
        Market fine = Market.simulate(Instrument.BTCUSDT, quarters);
        assertEquals(730 * 96, fine.size());
        double perBar = deviation(fine, Regime.NEUTRAL);
        assertEquals(0.45 / StrictMath.sqrt(365 * 96), perBar, 0.0001);
    }

    @Test
    void averageTrueRangeLooksOnlyBack() {
        Market small = Market.simulate(Instrument.BTCUSDT, SimulationParameters.of(1, 2, 5));
        int at = Market.warmUp();
        double sum = 0;
        for (int i = at - 14; i < at; i++) {
            long before = small.candle(i - 1).close();
            sum +=
                    Math.max(small.candle(i).high(), before)
                            - Math.min(small.candle(i).low(), before);
        }
        assertEquals(sum / 14, small.averageTrueRange(at), 1e-9);
    }

    private static double deviation(Regime regime) {
        return deviation(market, regime);
    }

    private static double deviation(Market of, Regime regime) {
        double squares = 0;
        int n = 0;
        for (Candle candle : of.candles()) {
            if (candle.regime() == regime) {
                double r = StrictMath.log((double) candle.close() / candle.open());
                squares += r * r;
                n++;
            }
        }
        return StrictMath.sqrt(squares / n);
    }

    /// Variance of ten candles' return over ten times that of one, within spells of the regime.
    private static double varianceRatio(Regime regime) {
        double ten = 0;
        int n = 0;
        for (int i = 0; i + 10 <= market.size(); i++) {
            boolean all = true;
            for (int j = i; j < i + 10; j++) {
                all &= market.candle(j).regime() == regime;
            }
            if (all) {
                double r =
                        StrictMath.log(
                                (double) market.candle(i + 9).close() / market.candle(i).open());
                ten += r * r;
                n++;
            }
        }
        double one = deviation(regime);
        return ten / n / (10 * one * one);
    }
}
