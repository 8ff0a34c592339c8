package credence.core.fact;

/// Order of facts known at one instant (`rules.md` 1): every entry of an instant sees the state before any outcome of it.
public enum Rank {
    /// Bars and marks: prices.
    BAR,
    /// A person's act: reset, override.
    ACT,
    /// A prediction or a trade opened.
    OPENING,
    FILL,
    /// A trade closed.
    CLOSING,
    /// Day, hour and time marks.
    BOUNDARY
}
