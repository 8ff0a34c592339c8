package credence.core.value;

import java.math.BigDecimal;

/// Price of one unit in the trade's currency, exact. May be zero or negative (spreads, expired options, oil in April 2020).
public record Price(BigDecimal value) {

    public static Price of(String text) {
        return new Price(new BigDecimal(text));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
