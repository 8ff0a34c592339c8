package credence.core.value;

import java.math.BigDecimal;
import java.math.MathContext;

/// Price of one unit in the trade's currency, exact. May be zero or negative (spreads, expired options, oil in April 2020).
public record Price(BigDecimal value) {

    private static final int QUOTIENT = 20;
    private static final int SHOWN = 12;

    public static Price of(String text) {
        return new Price(new BigDecimal(text));
    }

    /// A price for reading: one of 20 digits or more is a quotient that does not end, and is rounded to 12.
    public static BigDecimal readable(BigDecimal price) {
        return price.stripTrailingZeros().precision() < QUOTIENT
                ? price
                : price.round(new MathContext(SHOWN));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
