package credence.imports.formats.stocks;

import credence.core.value.CurrencyCode;
import credence.imports.Multiplier;

import java.math.BigDecimal;

/// Prices in pence (London, `GBX`): money is pounds, a point of price a hundredth of one.
final class Pence {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private Pence() {}

    static boolean is(String currency) {
        return currency.equals("GBX") || currency.equals("GBp");
    }

    static CurrencyCode money(String currency) {
        return new CurrencyCode(is(currency) ? "GBP" : currency);
    }

    static Multiplier multiplier(String currency) {
        return is(currency) ? Multiplier.ofFile(HUNDREDTH) : Multiplier.ONE;
    }
}
