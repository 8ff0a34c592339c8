package credence.core.value;

/// Direction of a position or a call.
public enum Direction {
    LONG,
    SHORT;

    /// +1 for long, −1 for short.
    public int sign() {
        return this == LONG ? 1 : -1;
    }

    public static Direction openedBy(Side side) {
        return side == Side.BUY ? LONG : SHORT;
    }
}
