package credence.imports.formats.crypto;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Kraken's own names of coins and pairs: `X` in front of its first coins, `Z` in front of its first currencies (`XETH`, `ZEUR`), `XBT` for
/// BTC and `XDG` for DOGE, and an ending for where a coin lies (`ETH.F`, `EUR.HOLD`).
final class KrakenAssets {

    private static final Map<String, String> RENAMED = Map.of("XBT", "BTC", "XDG", "DOGE");

    private static final Set<String> WITH_X =
            Set.of(
                    "XBT", "XDG", "ETH", "ETC", "LTC", "XRP", "XLM", "XMR", "REP", "ZEC", "MLN",
                    "ICN", "NMC", "XVN", "VEN", "DAO");

    private static final Set<String> WITH_Z =
            Set.of("USD", "EUR", "GBP", "CAD", "JPY", "AUD", "KRW", "CHF");

    static final QuoteCoins QUOTES =
            new QuoteCoins(
                    List.of(
                            "JPY", "CHF", "CAD", "AED", "KRW", "USD", "GBP", "AUD", "EUR", "USDT",
                            "USDC", "USDG", "PYUSD", "DAI", "RLUSD", "USDQ", "EURQ", "EURR", "BTC",
                            "ETH", "DOT"));

    private KrakenAssets() {}

    /// The usual name of a coin.
    static String name(String asset) {
        String s = asset.strip().toUpperCase(Locale.ROOT);
        int dot = s.indexOf('.');
        if (dot > 0) {
            s = s.substring(0, dot);
        }
        if (s.length() == 4
                && ((s.charAt(0) == 'X' && WITH_X.contains(s.substring(1)))
                        || (s.charAt(0) == 'Z' && WITH_Z.contains(s.substring(1))))) {
            s = s.substring(1);
        }
        return RENAMED.getOrDefault(s, s);
    }

    /// The pair of a market: `XXBTZEUR`, `XBT/EUR`, `ATOMXBT`, `USDTZUSD`, `XTZEUR`.
    static @Nullable Pair pair(String market) {
        String s = market.strip().toUpperCase(Locale.ROOT);
        int dot = s.indexOf('.');
        if (dot > 0) {
            s = s.substring(0, dot); // dark pool: XBTUSD.d
        }
        int slash = s.indexOf('/');
        if (slash > 0 && slash < s.length() - 1) {
            return new Pair(name(s.substring(0, slash)), name(s.substring(slash + 1)));
        }
        if (s.length() == 8 && !name(s.substring(4)).equals(s.substring(4))) {
            return new Pair(name(s.substring(0, 4)), name(s.substring(4)));
        }
        if (s.endsWith("XBT") && s.length() > 3) {
            return new Pair(name(s.substring(0, s.length() - 3)), "BTC");
        }
        Pair pair = Pair.split(s, QUOTES);
        return pair == null ? null : new Pair(name(pair.base()), pair.quote());
    }
}
