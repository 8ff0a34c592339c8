package credence.lab;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

import java.util.Arrays;
import java.util.Optional;

/// One figure per run, and what its mean tells.
///
/// @param values one a run, at least one
record Series(double[] values) {

    /// Two-sided 90 %.
    private static final double UPPER = 0.95;

    double mean() {
        return StatUtils.mean(values);
    }

    double median() {
        return StatUtils.percentile(values, 50);
    }

    /// Student's 90 % interval of the mean; absent for a single run.
    Optional<Interval> interval() {
        return around(mean(), standardError());
    }

    private double standardError() {
        return StrictMath.sqrt(StatUtils.variance(values) / values.length);
    }

    private Optional<Interval> around(double centre, double error) {
        if (values.length < 2) {
            return Optional.empty();
        }
        double reach =
                new TDistribution(null, values.length - 1.0).inverseCumulativeProbability(UPPER)
                        * error;
        return Optional.of(new Interval(centre - reach, centre + reach));
    }

    /// 90 % interval of the median between two order statistics; absent below six runs, where there is none.
    ///
    /// Source: the number of values below the median is binomial(runs, ½).
    Optional<Interval> intervalOfMedian() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        BinomialDistribution below = new BinomialDistribution(null, sorted.length, 0.5);
        int outside = below.inverseCumulativeProbability(1 - UPPER) - 1;
        return outside < 0
                ? Optional.empty()
                : Optional.of(new Interval(sorted[outside], sorted[sorted.length - 1 - outside]));
    }

    Series minus(Series other) {
        double[] differences = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - other.values[i];
        }
        return new Series(differences);
    }

    double ratio(Series other) {
        return mean() / other.mean();
    }

    /// 90 % interval of the ratio of two means over the same runs, by the delta method for paired values.
    Optional<Interval> intervalOfRatio(Series other) {
        double ratio = ratio(other);
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            residuals[i] = (values[i] - ratio * other.values[i]) / other.mean();
        }
        return around(ratio, new Series(residuals).standardError());
    }
}
