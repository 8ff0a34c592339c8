package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.market.Candle;
import credence.core.market.FeatureMeter;
import credence.core.market.Features;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The five on 23 years of the S&P 500 fund.
class SpyFiveTest {

    private static final FiveParameters FIVE = FiveParameters.DEFAULT;

    private static List<Candle> candles;
    private static List<Features> features;
    private static List<Optional<FiveReading>> readings;
    private static FitCache fits;

    @BeforeAll
    static void readAllDays() throws IOException {
        candles = Days.spy();
        fits = new RecentFits(5_000);
        features = new ArrayList<>();
        readings = read(candles, features, fits);
    }

    private static List<Optional<FiveReading>> read(
            List<Candle> candles, List<Features> features, FitCache fits) {
        FeatureMeter meter = new FeatureMeter(Days.DAY);
        FiveReader reader = new FiveReader(FIVE, fits);
        List<Optional<FiveReading>> readings = new ArrayList<>();
        for (Candle candle : candles) {
            Features day = meter.add(candle);
            features.add(day);
            reader.see(day);
            readings.add(reader.reading());
        }
        return readings;
    }

    private static boolean crisis(int day) {
        return readings.get(day).map(FiveReading::regime).equals(Optional.of(FiveRegime.CRISIS));
    }

    private static Instant opened(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    /// Index of the first day at or after a date.
    private static int from(String date) {
        int i = 0;
        while (candles.get(i).opened().isBefore(opened(date))) {
            i++;
        }
        return i;
    }

    @Test
    void theCrisisOf2008IsFirstReadInAutumn() {
        int first = from("2003-01-01");
        while (!crisis(first)) {
            first++;
        }
        // Lehman Brothers failed on Monday 2008-09-15.
        assertEquals(opened("2008-09-17"), candles.get(first).opened());
    }

    @Test
    void theCrisisOf2020IsReadWithinTenTradingDaysOfATenPercentDrawdown() {
        int first = from("2020-01-01");
        while (!crisis(first)) {
            first++;
        }
        int deep = from("2020-01-01");
        while (features.get(deep).drawdown().orElse(0) < 0.10) {
            deep++;
        }
        assertEquals(opened("2020-02-27"), candles.get(deep).opened());
        assertEquals(opened("2020-03-05"), candles.get(first).opened());
        assertTrue(first - deep <= 10, (first - deep) + " days");
    }

    /// The figures of `docs/learning-quality.md`.
    @Test
    void daysPerNameAndChangesAreThoseOfTheDocument() {
        int[] days = new int[FiveRegime.values().length];
        int changes = 0;
        FiveRegime before = null;
        for (Optional<FiveReading> reading : readings) {
            if (reading.isPresent()) {
                FiveRegime name = reading.get().regime();
                days[name.ordinal()]++;
                changes += before == null || name == before ? 0 : 1;
                before = name;
            }
        }
        assertEquals(5_849, readings.size());
        assertEquals(3_004, days[FiveRegime.BULL_MOMENTUM.ordinal()]);
        assertEquals(336, days[FiveRegime.BEAR_DEFENSIVE.ordinal()]);
        assertEquals(2_036, days[FiveRegime.CHOPPY.ordinal()]);
        assertEquals(323, days[FiveRegime.CRISIS.ordinal()]);
        assertEquals(0, days[FiveRegime.THEME_DRIVEN.ordinal()]);
        assertEquals(289, changes);
    }

    /// Fifty cuts: what is read up to a day does not know whether there are later ones.
    @Test
    void deletingAllLaterDaysReproducesEveryEarlierReading() {
        DrawSequence cuts = Draws.of(11, "test.spy.cuts").inOrder();
        for (int i = 0; i < 50; i++) {
            int cut = 1 + cuts.below(candles.size() - 1);
            List<Features> seen = new ArrayList<>();
            // Early cuts make their fits anew, the others find them under the hash of the same
            // days.
            FitCache own = cut < 700 ? FitCache.none() : fits;
            List<Optional<FiveReading>> again = read(candles.subList(0, cut), seen, own);
            assertEquals(readings.subList(0, cut), again, "cut at " + candles.get(cut).opened());
            assertEquals(features.subList(0, cut), seen);
        }
    }

    @Test
    void absurdDaysToComeChangeNothingBefore() {
        DrawSequence cuts = Draws.of(12, "test.spy.absurd").inOrder();
        for (int i = 0; i < 50; i++) {
            int cut = 1 + cuts.below(candles.size() - 1);
            List<Candle> absurd = new ArrayList<>(candles.subList(0, cut));
            double price = candles.get(cut - 1).close();
            Instant opened = candles.get(cut - 1).opened();
            for (int day = 1; day <= 8; day++) {
                price *= day % 2 == 0 ? 1e6 : 1e-5;
                absurd.add(
                        new Candle(
                                opened.plus(Days.DAY.multipliedBy(day)),
                                Days.DAY,
                                price,
                                price * 3,
                                price / 3,
                                price,
                                1e15));
            }
            List<Optional<FiveReading>> again = read(absurd, new ArrayList<>(), fits);
            assertEquals(readings.subList(0, cut), again.subList(0, cut));
        }
    }

    @Test
    void pricesTimesAHundredChangeNoName() {
        List<Optional<FiveReading>> other =
                read(
                        Days.times(candles.subList(0, 1_500), 100),
                        new ArrayList<>(),
                        FitCache.none());
        assertEquals(
                readings.subList(0, 1_500).stream().map(r -> r.map(FiveReading::regime)).toList(),
                other.stream().map(r -> r.map(FiveReading::regime)).toList());
    }

    @Test
    void aReaderPutAwayInTheMiddleGoesOnWithTheSameBits() throws IOException {
        FeatureMeter meter = new FeatureMeter(Days.DAY);
        FiveReader reader = new FiveReader(FIVE, fits);
        for (int t = 0; t < candles.size(); t++) {
            if (t % 1_000 == 999) {
                byte[] bytes = FiveReaderTest.bytes(reader);
                reader =
                        FiveReader.read(
                                new java.io.DataInputStream(
                                        new java.io.ByteArrayInputStream(bytes)),
                                FIVE,
                                fits);
                assertArrayEquals(bytes, FiveReaderTest.bytes(reader));
            }
            reader.see(meter.add(candles.get(t)));
            assertEquals(readings.get(t), reader.reading());
        }
    }
}
