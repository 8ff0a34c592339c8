package credence.desktop.chart;

/// How one trade ended, as dots and ticks show it: by colour, by shape and by place.
public enum Outcome {
    WON,
    LOST,
    EVEN;

    /// @param result 1 won, 0 lost, ½ break-even, as beliefs state it
    public static Outcome of(double result) {
        if (result > 0.5) {
            return WON;
        }
        return result < 0.5 ? LOST : EVEN;
    }

    /// 1, −1 or 0: where it stands on an axis of results.
    public int sign() {
        return switch (this) {
            case WON -> 1;
            case LOST -> -1;
            case EVEN -> 0;
        };
    }

    public String word() {
        return switch (this) {
            case WON -> "won";
            case LOST -> "lost";
            case EVEN -> "break-even";
        };
    }
}
