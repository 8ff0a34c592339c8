package credence.core.belief;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/// A mixture of distributions on the line whose quantiles can be asked for.
abstract class Mixture {

    private static final double PRECISION = 1e-7;
    private static final int MOST_STEPS = 200;

    /// Where the density shoots up, a short step alone does not mean that the goal is near.
    private static final double NEAR = 1e-5;

    private static final int MOST_TANGENTS = 30;

    private static final double ALIKE = 0.03;
    private static final double MOST_ALIKE = 0.12;

    /// Places of [#at].
    static final int BELOW = 0;

    static final int DENSITY = 1;

    /// How far apart, in standard deviations, neighbours may be that merge by their first two moments. What that does to the probability
    /// below a value grows with the cube of the distance and with the weight of the two; so those that weigh little may be farther apart.
    ///
    /// @param weight of the two together, in (0, 1]
    static double alike(double weight) {
        return Math.min(MOST_ALIKE, ALIKE / FastMath.cbrt(weight));
    }

    /// Probability of a value ≤ x, not falling in x.
    abstract double cdf(double x);

    /// Probability of a value ≤ x, and density at x, which costs little more than the first alone.
    ///
    /// @param sums receives both, at [#BELOW] and [#DENSITY]
    abstract void at(double x, double[] sums);

    abstract double mean();

    abstract double standardDeviation();

    /// No value lies below; may be far out.
    abstract double lowest();

    /// No value lies above; may be far out.
    abstract double highest();

    /// The value below which lies the share `level`, to 1e−7 standard deviations: tangents (Newton) from the normal quantile, which most
    /// often need three looks at the distribution; where they go astray, a search.
    ///
    /// @param level in (0, 1)
    final double quantile(double level) {
        double sd = standardDeviation();
        if (!(sd > 0)) {
            return mean();
        }
        double[] sums = new double[2];
        // Cantelli: no quantile is farther from the mean; a little more, since merging moves the
        // moments.
        double low = Math.max(lowest(), mean() - 1.1 * sd * Math.sqrt((1 - level) / level));
        double high = Math.min(highest(), mean() + 1.1 * sd * Math.sqrt(level / (1 - level)));
        double x = mean() + Math.sqrt(2) * Erf.erfInv(2 * level - 1) * sd;
        for (int i = 0; i < MOST_TANGENTS; i++) {
            if (!(x > low && x < high)) {
                x = (low + high) / 2;
            }
            at(x, sums);
            double off = sums[BELOW] - level;
            if (Math.abs(off) < 1e-12) {
                return x;
            }
            if (off < 0) {
                low = x;
            } else {
                high = x;
            }
            double step = off / sums[DENSITY];
            if (Math.abs(step) <= PRECISION * sd && Math.abs(off) < NEAR) {
                return Math.clamp(x - step, lowest(), highest());
            }
            x -= step;
        }
        return searched(level, sd);
    }

    /// Bracketed outward from the mean, then false position with the Illinois rule.
    private double searched(double level, double sd) {
        double step = 2 * sd;
        double low = Math.max(lowest(), mean() - step);
        double atLow = cdf(low) - level;
        while (atLow > 0 && low > lowest()) {
            step *= 2;
            low = Math.max(lowest(), mean() - step);
            atLow = cdf(low) - level;
        }
        step = 2 * sd;
        double high = Math.min(highest(), mean() + step);
        double atHigh = cdf(high) - level;
        while (atHigh < 0 && high < highest()) {
            step *= 2;
            high = Math.min(highest(), mean() + step);
            atHigh = cdf(high) - level;
        }
        double tolerance = PRECISION * sd;
        int side = 0;
        for (int i = 0; i < MOST_STEPS && high - low > tolerance; i++) {
            // Every few steps a halving, so that a flat stretch cannot stall the search.
            double x =
                    i % 8 == 7
                            ? (low + high) / 2
                            : (low * atHigh - high * atLow) / (atHigh - atLow);
            if (!(x > low && x < high)) {
                x = (low + high) / 2;
            }
            double at = cdf(x) - level;
            if (Math.abs(at) < 1e-12) {
                return x;
            }
            if (at < 0) {
                low = x;
                atLow = at;
                atHigh = side < 0 ? atHigh / 2 : atHigh;
                side = -1;
            } else {
                high = x;
                atHigh = at;
                atLow = side > 0 ? atLow / 2 : atLow;
                side = 1;
            }
        }
        return (low + high) / 2;
    }
}
