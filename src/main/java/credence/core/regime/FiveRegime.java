package credence.core.regime;

/// State of the market in the words of system 2.
public enum FiveRegime {
    BULL_MOMENTUM,
    BEAR_DEFENSIVE,
    CHOPPY,
    CRISIS,
    THEME_DRIVEN
}
