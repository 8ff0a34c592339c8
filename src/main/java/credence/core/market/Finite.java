package credence.core.market;

import java.util.OptionalDouble;

/// What leaves an indicator: a finite number or nothing.
final class Finite {

    private Finite() {}

    /// Empty for NaN and infinity, which absurd prices lead to (1e300 ÷ 1e-300).
    static OptionalDouble of(double number) {
        // + 0.0: one zero only.
        return Double.isFinite(number) ? OptionalDouble.of(number + 0.0) : OptionalDouble.empty();
    }
}
