package credence.core.value;

/// Why an estimate has its value or has none. Replaces NaN and infinity everywhere.
public enum Status {
    OK,
    NO_DATA,
    TOO_FEW,
    ZERO_VARIANCE,
    NO_LOSSES,
    NO_WINS,
    NO_DRAWDOWN,
    TAIL_UNSEEN,
    RUIN,
    NOT_READY
}
