package credence.imports.formats.crypto;

import credence.imports.Multiplier;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/// A perpetual or dated contract on a coin.
///
/// Linear ones (`BTCUSDT`, `ETHPERP`) count in coins, settle in the quote coin, and a point of price is worth one of it a coin. Inverse ones
/// (`BTCUSD`) count in dollars or contracts and settle in the base coin; their result is no multiple of points, so it is known only
/// where the file states it.
///
/// @param settlement currency of costs and results
record Contract(Pair pair, String settlement, boolean inverse) {

    private static final Set<String> SETTLES_ITSELF = Set.of("USD");

    /// @param market as the exchange names it, with or without `_PERP`, `-SWAP` or a date behind
    /// @return null when its quote coin is not known
    static @Nullable Contract of(String market, QuoteCoins coins) {
        String name = market.strip().toUpperCase(Locale.ROOT).replace('/', '-').replace('_', '-');
        if (name.endsWith("PERP") && !name.endsWith("-PERP")) {
            return new Contract(
                    new Pair(name.substring(0, name.length() - 4), "USDC"), "USDC", false);
        }
        name = name.endsWith("-PERP") ? name.substring(0, name.length() - 5) : name;
        name = name.endsWith("-SWAP") ? name.substring(0, name.length() - 5) : name;
        name = name.replaceFirst("-(\\d{6}|\\d{8}|\\d{1,2}[A-Z]{3}\\d{2})$", "");
        if (name.isEmpty()) {
            return null;
        }
        Pair pair = Pair.split(name, coins);
        if (pair == null) {
            return null;
        }
        boolean inverse = SETTLES_ITSELF.contains(pair.quote());
        return new Contract(pair, inverse ? pair.base() : pair.quote(), inverse);
    }

    Multiplier multiplier() {
        return inverse ? Multiplier.UNKNOWN : Multiplier.ONE;
    }
}
