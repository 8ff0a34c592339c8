package credence.core.regime;

/// What is left of the results in each regime once a multiple λ of what the regimes explain is taken off them.
///
/// For each regime it holds its expected outcomes and the means there of r, f, r², r·f and f², r the result and f its explained part: so
/// mean and variance of r − λf follow for every λ without looking at the outcomes again.
final class ShiftedCourse {

    /// Variance below this share of the whole is rounding, and taken as this.
    private static final double ROUNDING = 1e-12;

    private final double[][] moments;

    /// @param moments of each regime that takes part, in the order above
    ShiftedCourse(double[][] moments) {
        this.moments = moments;
    }

    /// Mean of r less that of all results, in a regime that takes part.
    double mean(int place) {
        return moments[place][1];
    }

    /// Welch's |t| between two regimes, each taken as independent outcomes: (mean − mean) ÷ √(variance ÷ n + variance ÷ n).
    ///
    /// @param scale variance of all results, > 0
    double t(int one, int other, double lambda, double scale) {
        double[] a = moments[one];
        double[] b = moments[other];
        double least = ROUNDING * scale * Math.max(1, lambda * lambda);
        double error =
                Math.sqrt(variance(a, lambda, least) / a[0] + variance(b, lambda, least) / b[0]);
        return Math.abs(left(a, lambda) - left(b, lambda)) / error;
    }

    /// The largest |t| of all pairs.
    double largest(double lambda, double scale) {
        double largest = 0;
        for (int a = 0; a < moments.length; a++) {
            for (int b = 0; b < a; b++) {
                largest = Math.max(largest, t(a, b, lambda, scale));
            }
        }
        return largest;
    }

    private static double left(double[] m, double lambda) {
        return m[1] - lambda * m[2];
    }

    private static double variance(double[] m, double lambda, double least) {
        double mean = left(m, lambda);
        return Math.max(least, m[3] - 2 * lambda * m[4] + lambda * lambda * m[5] - mean * mean);
    }
}
