package credence.core.regime;

/// Where the regimes of seven begin (`learning.md` 4). All of it is configuration.
///
/// @param thresholds what `highVolatility` is compared with: the rank of ATR ÷ close in its own past, or ATR ÷ close itself
/// @param warmUp candles before which all is UNKNOWN
/// @param illiquid volume below this multiple of its median
/// @param highVolatility from here on; in (0, 1)
/// @param trend ADX from here on, in (0, 100)
public record SevenParameters(
        Thresholds thresholds, int warmUp, double illiquid, double highVolatility, double trend) {

    public static final SevenParameters RELATIVE =
            new SevenParameters(Thresholds.RELATIVE, 200, 0.2, 0.95, 25);

    public static final SevenParameters ABSOLUTE =
            new SevenParameters(Thresholds.ABSOLUTE, 200, 0.2, 0.04, 25);

    public SevenParameters {
        if (!(illiquid > 0
                        && Double.isFinite(illiquid)
                        && highVolatility > 0
                        && highVolatility < 1
                        && trend > 0
                        && trend < 100)
                || warmUp < 0) {
            throw new IllegalArgumentException("the thresholds of the seven are out of range");
        }
    }

    public static SevenParameters of(Thresholds thresholds) {
        return thresholds == Thresholds.RELATIVE ? RELATIVE : ABSOLUTE;
    }
}
