package credence.core.regime;

/// What a regime's rule compares with (`regimes.thresholds`).
public enum Thresholds {
    /// Where a feature stands in the series' own past.
    RELATIVE,
    /// The feature itself, the same for every market and interval.
    ABSOLUTE
}
