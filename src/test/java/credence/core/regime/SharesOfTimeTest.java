package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.market.Candle;
import credence.core.market.CandleAggregator;
import credence.core.market.FeatureMeter;
import credence.core.market.Features;
import credence.core.market.Series;
import credence.core.value.Regime;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The regimes of real hours: ETHUSDT perpetual, October 2024 to May 2026. `docs/learning-quality.md` states the shares.
class SharesOfTimeTest {

    private static List<Features> hours(double scale) {
        CandleAggregator hours = new CandleAggregator(Series.HOUR);
        FeatureMeter meter = new FeatureMeter(Series.HOUR);
        List<Features> features = new ArrayList<>();
        for (Candle quarter : Series.ethQuarters()) {
            Candle scaled =
                    new Candle(
                            quarter.opened(),
                            quarter.interval(),
                            quarter.open() * scale,
                            quarter.high() * scale,
                            quarter.low() * scale,
                            quarter.close() * scale,
                            quarter.volume());
            for (Candle hour : hours.add(scaled)) {
                features.add(meter.add(hour));
            }
        }
        return features;
    }

    private static Spells<Regime> four(List<Features> hours, Thresholds thresholds) {
        FourReader reader = new FourReader(FourParameters.of(thresholds));
        List<Spells.Reading<Regime>> readings = new ArrayList<>();
        for (Features hour : hours) {
            reader.see(hour);
            readings.add(new Spells.Reading<>(hour.closed(), reader.regime()));
        }
        return Spells.of(readings);
    }

    private static Spells<SevenRegime> seven(List<Features> hours, Thresholds thresholds) {
        SevenReader reader = new SevenReader(SevenParameters.of(thresholds));
        List<Spells.Reading<SevenRegime>> readings = new ArrayList<>();
        for (Features hour : hours) {
            reader.see(hour);
            readings.add(new Spells.Reading<>(hour.closed(), Optional.of(reader.regime())));
        }
        return Spells.of(readings);
    }

    private static double share(Spells<Regime> spells, Regime regime) {
        return java.util.Objects.requireNonNull(
                        CrossRegime.of(Regime.class, spells).rows().get(regime))
                .share();
    }

    /// Expected shares: a few lines of Python on the same file (bisect for ranks, numpy for the rest), in percent.
    @Test
    void withRelativeThresholdsEachOfTheFourHoldsMoreThanATwentiethOfTheTime() {
        Spells<Regime> four = four(hours(1), Thresholds.RELATIVE);
        assertEquals(13_222, CrossRegime.of(Regime.class, four).candles());
        assertEquals(29.69, 100 * share(four, Regime.TRENDING), 0.006);
        assertEquals(11.51, 100 * share(four, Regime.VOLATILE), 0.006);
        assertEquals(30.28, 100 * share(four, Regime.RANGING), 0.006);
        assertEquals(28.52, 100 * share(four, Regime.NEUTRAL), 0.006);
        for (Regime regime : Regime.values()) {
            assertTrue(share(four, regime) >= 0.05, regime.name());
        }
    }

    @Test
    void absoluteThresholdsHardlyEverSeeATrendOnHours() {
        Spells<Regime> four = four(hours(1), Thresholds.ABSOLUTE);
        assertEquals(13_422, CrossRegime.of(Regime.class, four).candles());
        assertEquals(0.99, 100 * share(four, Regime.TRENDING), 0.006);
        assertEquals(48.79, 100 * share(four, Regime.VOLATILE), 0.006);
        assertEquals(2.18, 100 * share(four, Regime.RANGING), 0.006);
        assertEquals(48.04, 100 * share(four, Regime.NEUTRAL), 0.006);
    }

    @Test
    void pricesTimesAHundredChangeNoLabel() {
        List<Features> hours = hours(1);
        List<Features> cents = hours(100);
        for (Thresholds thresholds : Thresholds.values()) {
            assertEquals(four(hours, thresholds), four(cents, thresholds));
            assertEquals(seven(hours, thresholds), seven(cents, thresholds));
        }
    }

    @Test
    void everyRegimeOfSevenIsMetOnHours() {
        Map<SevenRegime, Double> shares = new EnumMap<>(SevenRegime.class);
        CrossRegime.of(SevenRegime.class, seven(hours(1), Thresholds.RELATIVE))
                .rows()
                .forEach((regime, row) -> shares.put(regime, row.share()));
        assertTrue(shares.values().stream().allMatch(share -> share > 0), () -> "" + shares);
        // 199 candles before the 200th, and 15 more until ATR has 200 earlier values (first at
        // index 14).
        assertEquals(214.0 / 13_482, shares.get(SevenRegime.UNKNOWN), 1e-12);
    }
}
