package credence.core.fact;

/// Why a trade ended.
public enum ExitReason {
    TP,
    SL,
    TIME,
    SIGNAL,
    MANUAL,
    UNKNOWN
}
