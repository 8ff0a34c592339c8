package credence.core.regime;

/// State of the market in the words of system 3.
public enum SevenRegime {
    UNKNOWN,
    ILLIQUID,
    HIGH_VOLATILITY,
    TREND_UP,
    TREND_DOWN,
    RANGE_HIGH_VOL,
    RANGE_LOW_VOL
}
