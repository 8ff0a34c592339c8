package credence.imports.formats.ibkr;

import credence.imports.FillDraft;
import credence.imports.Multiplier;
import credence.imports.Notional;
import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What Interactive Brokers' reports share about money: the worth of a point, commissions in another currency, and rows that are
/// conversions of currencies.
final class IbkrMoney {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .filter(c -> !c.startsWith("X"))
                    .collect(Collectors.toUnmodifiableSet());

    private final Tally tally;
    private long foreign;

    IbkrMoney(Tally tally) {
        this.tally = tally;
    }

    /// By the report's own figure, else by what it says the trade was worth, else by the kind of instrument.
    ///
    /// @param stated empty when the report has no column of it
    /// @param worth proceeds or notional value
    static Multiplier multiplier(
            String category,
            Optional<BigDecimal> stated,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal worth) {
        Optional<BigDecimal> found =
                worth == null ? Optional.empty() : Notional.multiplier(quantity, price, worth);
        if (stated.isPresent()
                && stated.get().signum() > 0
                && (found.isEmpty()
                        || Notional.fits(quantity, price, stated.get(), worth(worth)))) {
            return stated.get().compareTo(BigDecimal.ONE) == 0
                    ? Multiplier.ONE
                    : Multiplier.ofFile(stated.get());
        }
        if (found.isPresent()) {
            return found.get().compareTo(BigDecimal.ONE) == 0
                    ? Multiplier.ONE
                    : Multiplier.ofFile(found.get());
        }
        String kind = category.toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "STK", "STOCKS", "STOCK", "ETF", "CASH", "FOREX", "FUND", "CRYPTO", "WAR" ->
                    Multiplier.ONE;
            case "OPT", "EQUITY AND INDEX OPTIONS" -> Multiplier.ofTable(HUNDRED);
            default -> Multiplier.UNKNOWN;
        };
    }

    private static BigDecimal worth(@Nullable BigDecimal worth) {
        return worth == null ? BigDecimal.ZERO : worth;
    }

    /// Whether a row is of two currencies: by the pair (`EUR.USD`) where the name of the kind is not English.
    static boolean forex(String category, String symbol) {
        return switch (category.toUpperCase(Locale.ROOT)) {
            case "CASH", "FOREX", "FX" -> true;
            default -> {
                String pair = symbol.strip();
                yield pair.matches("[A-Z]{3}\\.[A-Z]{3}")
                        && currency(pair.substring(0, 3))
                        && currency(pair.substring(4));
            }
        };
    }

    /// Whether these three letters are a currency of a country, not just any code.
    static boolean currency(String code) {
        return CURRENCIES.contains(code) || code.equals("CNH");
    }

    /// @param stated as the report has it: negative is paid; null when it states none
    /// @param currency the commission's own
    void commission(
            FillDraft draft, @Nullable BigDecimal stated, String currency, String priceCurrency) {
        if (stated == null) {
            return;
        }
        if (currency.isEmpty()
                || currency.equalsIgnoreCase(priceCurrency)
                || stated.signum() == 0) {
            draft.commission(stated.negate());
            return;
        }
        foreign++;
        draft.extra("fee", stated.negate().toPlainString()).extra("fee_currency", currency);
    }

    void noteForeign() {
        if (foreign > 0) {
            tally.note(
                    foreign
                            + (foreign == 1 ? " commission is" : " commissions are")
                            + " in another currency than the price and could not be added to the"
                            + " costs; they are kept with the rows as “fee”.");
        }
    }
}
