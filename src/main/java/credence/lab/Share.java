package credence.lab;

/// How many of so many runs.
record Share(int count, int runs) {

    /// Two-sided 90 % quantile of the normal distribution.
    private static final double Z = 1.6448536269514722;

    Share {
        if (count < 0 || count > runs || runs < 1) {
            throw new IllegalArgumentException(count + " of " + runs + " runs");
        }
    }

    double value() {
        return (double) count / runs;
    }

    /// Wilson's score interval, 90 %. Source: Wilson (1927), without continuity correction.
    Interval interval() {
        double n = runs;
        double centre = value() + Z * Z / (2 * n);
        double reach = Z * StrictMath.sqrt(value() * (1 - value()) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Interval(
                Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale));
    }
}
