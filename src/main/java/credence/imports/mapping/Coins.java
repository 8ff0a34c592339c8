package credence.imports.mapping;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/// Currencies and coins that may stand beside a number, and the pairs that are priced in them. Letters that are neither are no money:
/// `75.5p` is not 75.5 of a coin called P.
final class Coins {

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STABLE =
            Set.of(
                    "USDT", "USDC", "BUSD", "FDUSD", "TUSD", "USDP", "USDD", "USDE", "PYUSD",
                    "GUSD", "DAI", "UST", "EURC", "EURT", "EURI");

    private static final Set<String> COMMON =
            Set.of(
                    "BTC", "XBT", "ETH", "BNB", "SOL", "XRP", "ADA", "DOGE", "DOT", "TRX", "LTC",
                    "BCH", "XLM", "XMR", "ETC", "LINK", "AVAX", "MATIC", "POL", "ATOM", "UNI",
                    "SHIB", "PEPE", "TON", "NEAR", "APT", "ARB", "SUI", "FIL", "ICP", "HBAR",
                    "ALGO", "VET", "EOS", "XTZ", "AAVE", "MKR", "GRT", "SAND", "MANA", "AXS", "FTM",
                    "OKB", "OKT", "KCS", "HT", "LEO", "CRO", "GT", "MX", "BGB", "FTT", "HYPE",
                    "WBTC", "WETH", "STETH", "DASH", "ZEC", "NEO", "KSM", "INJ", "OP");

    /// What other prices than those in stable coins and currencies are counted in.
    private static final Set<String> QUOTES = Set.of("BTC", "XBT", "ETH", "BNB");

    private Coins() {}

    /// @param code upper case
    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /// @param code upper case
    static boolean isCoin(String code) {
        return STABLE.contains(code) || COMMON.contains(code);
    }

    /// Whether prices of a pair that is written `base-quote` are counted in the second: `BTC-USDT`, `ETH/BTC`, `EUR-USD`; but not
    /// `BRK-B` or `COINBASE:BTC`.
    ///
    /// @param base upper case
    /// @param quote upper case
    /// @param stroke what stands between them
    static boolean isPair(String base, String quote, char stroke) {
        boolean known = isCoin(base) || isCurrency(base);
        return STABLE.contains(quote)
                || (QUOTES.contains(quote) && (known || stroke == '/'))
                || (isCurrency(quote) && known);
    }

    /// Whether a sign that several currencies share may stand for one: `$` for any dollar and the coins that follow it.
    static boolean mayMean(String sign, String code) {
        return switch (sign) {
            case "$" ->
                    Set.of(
                                            "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN",
                                            "ARS", "CLP", "COP", "BRL")
                                    .contains(code)
                            || (STABLE.contains(code) && !code.startsWith("EUR"));
            case "¥" -> Set.of("JPY", "CNY", "CNH").contains(code);
            case "kr" -> Set.of("SEK", "NOK", "DKK", "ISK").contains(code);
            default -> false;
        };
    }
}
