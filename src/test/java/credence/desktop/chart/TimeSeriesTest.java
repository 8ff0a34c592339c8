package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class TimeSeriesTest {

    @Test
    void pointsAreFoundByTimeEvenWhenTimesRepeat() {
        TimeSeries series = series(10, 20, 20, 30);
        assertEquals(1, series.atOrAfter(20));
        assertEquals(2, series.atOrBefore(20));
        assertEquals(0, series.atOrAfter(5));
        assertEquals(-1, series.atOrBefore(5));
        assertEquals(4, series.atOrAfter(31));
        assertEquals(3, series.atOrBefore(Long.MAX_VALUE));
    }

    @Test
    void extremesOfAnyStretchAreThoseOfLookingAtEveryPoint() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 50_000;
        long[] times = new long[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            times[i] = i * 1000L;
            values[i] = random.nextDouble(-5, 5);
        }
        TimeSeries series = new TimeSeries(times, values);
        for (int round = 0; round < 2_000; round++) {
            int from = random.nextInt(n);
            int to = from + 1 + random.nextInt(n - from);
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
            assertEquals(least, series.least(from, to));
            assertEquals(greatest, series.greatest(from, to));
        }
    }

    @Test
    void timesThatGoBackAndValuesThatAreNotFiniteAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> series(20, 10));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TimeSeries(new long[] {1}, new double[] {Double.NaN}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TimeSeries(new long[] {1, 2}, new double[] {1}));
    }

    @Test
    void aSeriesDoesNotChangeWithTheArraysItWasMadeOf() {
        long[] times = {1, 2};
        double[] values = {3, 4};
        TimeSeries series = new TimeSeries(times, values);
        times[0] = 9;
        values[0] = 9;
        assertEquals(1, series.time(0));
        assertEquals(3, series.value(0));
    }

    private static TimeSeries series(long... times) {
        return new TimeSeries(times, new double[times.length]);
    }
}
