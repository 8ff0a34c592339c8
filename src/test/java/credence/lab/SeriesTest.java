package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;

/// Expected values are worked by hand with the tables of Student's t and of the binomial, or are another library's.
class SeriesTest {

    private static Series of(double... values) {
        return new Series(values);
    }

    @Test
    void theIntervalOfAMeanIsStudents() {
        // Mean 3, variance 2.5, standard error √0.5; t₀.₉₅ with 4 degrees of freedom is 2.13185.
        Interval interval = of(1, 2, 3, 4, 5).interval().orElseThrow();
        assertEquals(3 - 2.13185 * 0.7071068, interval.low(), 1e-4);
        assertEquals(3 + 2.13185 * 0.7071068, interval.high(), 1e-4);
    }

    @Test
    void oneRunHasNoInterval() {
        assertTrue(of(1).interval().isEmpty());
        assertTrue(of(1).intervalOfMedian().isEmpty());
    }

    @Test
    void aRatioOfProportionalSeriesIsExact() {
        Interval interval = of(2, 4, 8).intervalOfRatio(of(1, 2, 4)).orElseThrow();
        assertEquals(2, of(2, 4, 8).ratio(of(1, 2, 4)), 1e-12);
        assertEquals(2, interval.low(), 1e-12);
        assertEquals(2, interval.high(), 1e-12);
    }

    @Test
    void theIntervalOfARatioIsThatOfTheResiduals() {
        // Ratio 6/4; residuals (1 − 1.5, 2 − 1.5, 3 − 3)/(4/3) = −⅜, ⅜, 0: standard error
        // √(9/64)/√3; t₀.₉₅(2) = 2.91999.
        Interval interval = of(1, 2, 3).intervalOfRatio(of(1, 1, 2)).orElseThrow();
        double reach = 2.91999 * 0.375 / StrictMath.sqrt(3);
        assertEquals(1.5 - reach, interval.low(), 1e-4);
        assertEquals(1.5 + reach, interval.high(), 1e-4);
    }

    @Test
    void theIntervalOfAMedianLiesBetweenOrderStatistics() {
        // Binomial(10, ½): P(≤ 1) = 11/1024 ≤ 0.05 < P(≤ 2) = 56/1024. So the second smallest and
        // the second largest.
        Interval interval = of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).intervalOfMedian().orElseThrow();
        assertEquals(new Interval(2, 9), interval);
        assertEquals(5.5, of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).median());
    }

    @Test
    void theIntervalOfAShareIsWilsons() {
        for (int count : new int[] {0, 1, 17, 20}) {
            ConfidenceInterval expected = new WilsonScoreInterval().createInterval(20, count, 0.90);
            Interval interval = new Share(count, 20).interval();
            assertEquals(expected.getLowerBound(), interval.low(), 1e-9);
            assertEquals(expected.getUpperBound(), interval.high(), 1e-9);
        }
    }

    @Test
    void aRequirementIncludesItsEndsAndSaysThem() {
        assertEquals("≥ 0.95", Requirement.atLeast(0.95).words());
        assertTrue(Requirement.atLeast(0.95).holds(0.95));
        assertTrue(!Requirement.atLeast(0.95).holds(0.9499));
        assertEquals("0.87…0.93", new Requirement(0.87, 0.93).words());
        assertTrue(!new Requirement(0.87, 0.93).holds(0.94));
        assertThrows(IllegalArgumentException.class, () -> new Requirement(1, 0));
    }
}
