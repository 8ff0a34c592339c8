package credence.core.fact;

/// Whether a fill opens or closes, where the source says so.
public enum PositionEffect {
    OPEN,
    CLOSE,
    /// The source does not say: a fill against the open position closes it, the rest opens.
    UNKNOWN
}
