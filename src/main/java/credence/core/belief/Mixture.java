package credence.core.belief;

/// A mixture of distributions on the line whose quantiles can be asked for.
abstract class Mixture {

    private static final double PRECISION = 1e-7;
    private static final int MOST_STEPS = 200;

    /// Probability of a value ≤ x, not falling in x.
    abstract double cdf(double x);

    abstract double mean();

    abstract double standardDeviation();

    /// No value lies below; may be far out.
    abstract double lowest();

    /// No value lies above; may be far out.
    abstract double highest();

    /// The value below which lies the share `level`: bracketed outward from the mean, then false position with the Illinois rule, to
    /// 1e−7 standard deviations.
    ///
    /// @param level in (0, 1)
    final double quantile(double level) {
        double sd = standardDeviation();
        if (!(sd > 0)) {
            return mean();
        }
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
