package credence.core.performance;

import credence.core.value.Estimate;
import credence.core.value.Status;

import org.apache.commons.math3.distribution.TDistribution;

/// Plain figures of a handful of outcomes, taken as independent, with central 90 % intervals.
public final class Sample {

    private static final double UPPER = 0.95;

    /// 95 % quantile of the standard normal distribution.
    private static final double Z = 1.6448536269514722;

    private Sample() {}

    /// The mean with Student's interval. None: NO_DATA. One, or all alike: the mean without an interval, TOO_FEW or ZERO_VARIANCE.
    ///
    /// @param values finite, no larger than 1e100
    public static Estimate mean(double... values) {
        int n = values.length;
        if (n == 0) {
            return Estimate.none(Status.NO_DATA, 0);
        }
        double mean = 0;
        for (double x : values) {
            mean += x / n;
        }
        double squares = 0;
        for (double x : values) {
            squares += (x - mean) * (x - mean);
        }
        if (n == 1 || !(squares > 0)) {
            return new Estimate(
                    mean, null, null, n, n == 1 ? Status.TOO_FEW : Status.ZERO_VARIANCE);
        }
        double reach =
                new TDistribution(null, n - 1.0).inverseCumulativeProbability(UPPER)
                        * Math.sqrt(squares / (n - 1) / n);
        return Estimate.of(mean, mean - reach, mean + reach, n);
    }

    /// A share with Wilson's score interval (1927), without continuity correction. None: NO_DATA.
    ///
    /// @param wins 0…n, halves allowed
    public static Estimate share(double wins, int n) {
        if (n == 0) {
            return Estimate.none(Status.NO_DATA, 0);
        }
        double p = wins / n;
        double scale = 1 + Z * Z / n;
        double centre = (p + Z * Z / (2 * n)) / scale;
        double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n)) / scale;
        return Estimate.of(p, Math.max(0, centre - reach), Math.min(1, centre + reach), n);
    }
}
