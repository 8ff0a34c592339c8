package credence.imports.formats.ibkr;

import credence.core.value.CurrencyCode;
import credence.imports.Multiplier;
import credence.imports.Notional;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// In which currency a row of a Transaction History trades, at which price and which worth of a point.
///
/// The gross amount is in the account's base currency, the price in the instrument's own, which only newer reports name.
///
/// @param note what was worked out rather than read, empty when nothing was
/// @param rate base currency per unit of the price's currency; empty when it is not known
record HistoryPrice(
        BigDecimal price,
        CurrencyCode currency,
        Multiplier multiplier,
        Optional<BigDecimal> rate,
        String note) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param currency of the price, empty when the report does not name it
    /// @param option whether symbol or description are those of an option
    /// @param notional whether the amount is marked as a notional value, which no money is paid for (futures)
    static HistoryPrice of(
            BigDecimal quantity,
            BigDecimal price,
            String currency,
            CurrencyCode base,
            @Nullable BigDecimal gross,
            boolean option,
            boolean notional) {
        Multiplier usual = option ? Multiplier.ofTable(HUNDRED) : Multiplier.ONE;
        if (notional) {
            CurrencyCode code = currency.isEmpty() ? base : new CurrencyCode(currency);
            Multiplier m =
                    code.equals(base) && gross != null
                            ? multiplier(quantity, price, gross).orElse(Multiplier.UNKNOWN)
                            : Multiplier.UNKNOWN;
            return new HistoryPrice(price, code, m, Optional.empty(), "");
        }
        if (currency.isEmpty() || currency.equalsIgnoreCase(base.code())) {
            if (gross == null || gross.signum() == 0) {
                return new HistoryPrice(price, base, usual, Optional.of(BigDecimal.ONE), "");
            }
            if (Notional.fits(quantity, price, usual.value(), gross) || !currency.isEmpty()) {
                return new HistoryPrice(
                        price,
                        base,
                        multiplier(quantity, price, gross).orElse(usual),
                        Optional.of(BigDecimal.ONE),
                        "");
            }
            return new HistoryPrice(
                    Notional.price(gross.abs(), quantity.abs()),
                    base,
                    Multiplier.ONE,
                    Optional.of(BigDecimal.ONE),
                    "Some trades are priced in a currency that the report does not name: their"
                            + " price was taken from the gross amount in the base currency. The"
                            + " stated price is kept as “price”.");
        }
        BigDecimal worth = quantity.multiply(price).multiply(usual.value());
        Optional<BigDecimal> rate =
                gross == null || gross.signum() == 0 || worth.signum() == 0
                        ? Optional.empty()
                        : Optional.of(gross.abs().divide(worth.abs(), MathContext.DECIMAL64));
        return new HistoryPrice(price, new CurrencyCode(currency), usual, rate, "");
    }

    private static Optional<Multiplier> multiplier(
            BigDecimal quantity, BigDecimal price, BigDecimal gross) {
        return Notional.multiplier(quantity, price, gross)
                .map(m -> m.compareTo(BigDecimal.ONE) == 0 ? Multiplier.ONE : Multiplier.ofFile(m));
    }

    /// A cost in the base currency, in the price's currency by the row's own rate.
    Optional<BigDecimal> inOwnCurrency(BigDecimal cost) {
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                rate.get().compareTo(BigDecimal.ONE) == 0
                        ? cost
                        : cost.divide(rate.get(), 6, RoundingMode.HALF_EVEN));
    }
}
