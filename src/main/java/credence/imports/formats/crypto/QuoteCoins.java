package credence.imports.formats.crypto;

import java.util.List;
import java.util.stream.Stream;

/// Coins and currencies that an exchange quotes prices in, ordered: of two the earlier is the quote.
///
/// @param ranked upper case
record QuoteCoins(List<String> ranked) {

    private static final List<String> STABLE =
            List.of(
                    "USDT", "BUSD", "FDUSD", "USDC", "TUSD", "USDP", "USD1", "USDE", "USDG",
                    "PYUSD", "GUSD", "DAI", "UST");

    private static final List<String> COINS =
            List.of("BTC", "ETH", "BNB", "OKB", "KCS", "SOL", "TRX", "XRP", "DOGE", "DOT");

    /// Most exchanges: currencies before stable coins (USDT-EUR, EUR-USD, EUR-GBP), these before BTC.
    static final QuoteCoins USUAL =
            joined(
                    List.of(
                            "JPY", "KRW", "INR", "CZK", "PLN", "HUF", "RON", "SEK", "NOK", "DKK",
                            "TRY", "BRL", "MXN", "ARS", "ZAR", "AED", "RUB", "UAH", "IDR", "SGD",
                            "HKD", "NZD", "CHF", "CAD", "USD", "GBP", "AUD", "EUR", "EURC"),
                    STABLE,
                    COINS);

    /// Binance quotes the big currencies in USDT (EURUSDT), but USDT in small ones (USDTTRY).
    static final QuoteCoins BINANCE =
            joined(
                    List.of(
                            "TRY", "BRL", "RUB", "UAH", "NGN", "IDRT", "BIDR", "BVND", "BKRW",
                            "ZAR", "PLN", "RON", "ARS", "MXN", "CZK", "JPY", "COP", "IDR", "VAI"),
                    STABLE,
                    Stream.concat(
                                    Stream.of("PAX", "GBP", "AUD", "EUR", "EURI", "AEUR"),
                                    COINS.stream())
                            .toList());

    private static QuoteCoins joined(
            List<String> currencies, List<String> dollars, List<String> rest) {
        return new QuoteCoins(Stream.of(currencies, dollars, rest).flatMap(List::stream).toList());
    }

    /// Place in the order, first 0; beyond all when prices are not quoted in the coin.
    int rank(String coin) {
        int place = ranked.indexOf(coin);
        return place < 0 ? ranked.size() : place;
    }

    boolean quotes(String coin) {
        return ranked.contains(coin);
    }
}
