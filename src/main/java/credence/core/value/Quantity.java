package credence.core.value;

import java.math.BigDecimal;

/// A positive number of units, contracts or coins, exact. The direction is kept apart, in [Side] or [Direction].
public record Quantity(BigDecimal value) {

    public Quantity {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(
                    "quantity must be positive: " + value.toPlainString());
        }
    }

    public static Quantity of(String text) {
        return new Quantity(new BigDecimal(text));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
