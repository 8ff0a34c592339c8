package credence.imports.formats.crypto;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What is traded and what its price is counted in: `BTC` and `USDT` of `BTCUSDT`.
///
/// @param base upper case
/// @param quote upper case; the currency of price, costs and result
public record Pair(String base, String quote) {

    public Pair {
        base = base.strip().toUpperCase(Locale.ROOT);
        quote = quote.strip().toUpperCase(Locale.ROOT);
    }

    /// One spelling for all exchanges: `1INCHUSDT`.
    public String symbol() {
        return base + quote;
    }

    /// Parts the name of a market: at its separator (`BTC-USDT`, `BTC/EUR`, `ETH_USDT`), else before the longest quote coin at
    /// its end. Where that would leave something else than a known coin but a shorter one does not (`BNBUSD` is not `BN` in
    /// `BUSD`), the shorter one counts.
    ///
    /// @return null when no quote coin is known at the end
    static @Nullable Pair split(String market, QuoteCoins coins) {
        String name = market.strip().toUpperCase(Locale.ROOT);
        for (int i = 1; i < name.length() - 1; i++) {
            char c = name.charAt(i);
            if (c == '-' || c == '/' || c == '_') {
                return new Pair(name.substring(0, i), name.substring(i + 1));
            }
        }
        Pair longest = null;
        Pair certain = null;
        for (String quote : coins.ranked()) {
            if (!name.endsWith(quote) || name.length() == quote.length()) {
                continue;
            }
            Pair pair = new Pair(name.substring(0, name.length() - quote.length()), quote);
            if (longest == null || quote.length() > longest.quote.length()) {
                longest = pair;
            }
            if (coins.quotes(pair.base)) {
                certain = pair;
            }
        }
        return certain == null ? longest : certain;
    }

    /// The pair of a market whose quote coin the row names; null when the name does not end so.
    static @Nullable Pair quotedIn(String market, String quote) {
        String name = market.strip().toUpperCase(Locale.ROOT);
        String end = quote.strip().toUpperCase(Locale.ROOT);
        return end.isEmpty() || !name.endsWith(end) || name.length() == end.length()
                ? null
                : new Pair(name.substring(0, name.length() - end.length()), end);
    }

    /// The pair of two coins of which a ledger does not say which one the price is counted in: the one that ranks first as a
    /// quote; of two that are never quotes the second by the alphabet, so that both directions are one pair.
    static Pair ofCoins(String one, String other, QuoteCoins coins) {
        String a = one.strip().toUpperCase(Locale.ROOT);
        String b = other.strip().toUpperCase(Locale.ROOT);
        int byRank = Integer.compare(coins.rank(a), coins.rank(b));
        boolean aQuotes = byRank < 0 || (byRank == 0 && a.compareTo(b) > 0);
        return aQuotes ? new Pair(b, a) : new Pair(a, b);
    }
}
