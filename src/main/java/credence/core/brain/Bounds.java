package credence.core.brain;

import java.math.BigDecimal;

/// Keeps statistics finite: a journal may state any number, and sums of squares must not overflow.
final class Bounds {

    /// No trade is this large; its square still is a number.
    private static final double MOST = 1e100;

    private Bounds() {}

    /// The nearest number within ±1e100; 0 for what is no number.
    static double of(double x) {
        return Double.isNaN(x) ? 0 : Math.clamp(x, -MOST, MOST);
    }

    static double of(BigDecimal x) {
        return of(x.doubleValue());
    }
}
