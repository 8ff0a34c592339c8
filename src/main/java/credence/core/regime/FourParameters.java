package credence.core.regime;

/// Where the regimes of four begin (`learning.md` 4). All of it is configuration.
///
/// A width is how far a figure must lie from its threshold to count as clear; see [FourReader].
///
/// @param thresholds what the three figures are: ranks in the own past, 0…1, or the efficiency ratio (0…1), the daily volatility and
///     1 − variance ratio
/// @param trend above it a market trends; volatility and reversion likewise
/// @param trendWidth in the unit of `trend`, > 0; volatilityWidth and reversionWidth likewise
/// @param hysteresis candles in a row that must name another regime before it is in force, ≥ 1
public record FourParameters(
        Thresholds thresholds,
        double trend,
        double volatility,
        double reversion,
        double trendWidth,
        double volatilityWidth,
        double reversionWidth,
        int hysteresis) {

    public static final FourParameters RELATIVE =
            new FourParameters(Thresholds.RELATIVE, 0.7, 0.8, 0.5, 0.1, 0.1, 0.1, 3);

    public static final FourParameters ABSOLUTE =
            new FourParameters(Thresholds.ABSOLUTE, 0.7, 0.03, 0.5, 0.1, 0.005, 0.1, 3);

    public FourParameters {
        if (!(Double.isFinite(trend) && Double.isFinite(volatility) && Double.isFinite(reversion))
                || !(positive(trendWidth) && positive(volatilityWidth) && positive(reversionWidth))
                || hysteresis < 1) {
            throw new IllegalArgumentException(
                    "thresholds must be finite, widths positive, and hysteresis at least 1 candle");
        }
    }

    public static FourParameters of(Thresholds thresholds) {
        return thresholds == Thresholds.RELATIVE ? RELATIVE : ABSOLUTE;
    }

    private static boolean positive(double x) {
        return x > 0 && Double.isFinite(x);
    }
}
