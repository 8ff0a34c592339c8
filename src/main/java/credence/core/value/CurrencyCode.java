package credence.core.value;

import java.util.Locale;

/// Code of a currency or coin (`USD`, `USDT`, `BTC`): upper case, not blank. Amounts of different codes are never added.
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {

    public static final CurrencyCode USD = new CurrencyCode("USD");

    public CurrencyCode {
        if (code.isBlank()) {
            throw new IllegalArgumentException("currency code is blank");
        }
        code = code.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
