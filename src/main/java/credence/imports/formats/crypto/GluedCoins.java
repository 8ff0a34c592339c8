package credence.imports.formats.crypto;

import credence.core.value.CurrencyCode;
import credence.imports.Amount;
import credence.imports.NumberStyle;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Numbers with their coin glued on, where a coin may begin with digits: what `12.51INCH` is, only the pair can tell.
final class GluedCoins {

    private GluedCoins() {}

    /// Parts a pair without separator where one side is the end of the quantity and the other the end of the amount.
    ///
    /// @return null when no parting fits
    static @Nullable Pair pair(String market, String quantity, String amount) {
        Pair fits = null;
        for (int i = 1; i < market.length(); i++) {
            Pair pair = new Pair(market.substring(0, i), market.substring(i));
            if (number(quantity, pair.base(), NumberStyle.POINT) != null
                    && number(amount, pair.quote(), NumberStyle.POINT) != null
                    && (fits == null || QuoteCoins.BINANCE.quotes(pair.quote()))) {
                fits = pair;
            }
        }
        return fits;
    }

    /// The number in front of the coin.
    ///
    /// @return null when the text does not end with the coin, or no number is in front of it
    static @Nullable BigDecimal number(String text, String coin, NumberStyle style) {
        String s = text.strip().toUpperCase(Locale.ROOT);
        if (!s.endsWith(coin) || s.length() == coin.length()) {
            return null;
        }
        try {
            return style.read(s.substring(0, s.length() - coin.length()).strip());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /// A fee in one of the pair's coins, or in a third.
    ///
    /// @return empty when no coin is named and the fee is not zero; null when it is no amount
    static @Nullable Map<String, BigDecimal> fee(String text, Pair pair, NumberStyle style) {
        for (String coin : new String[] {pair.quote(), pair.base()}) {
            BigDecimal value = number(text, coin, style);
            if (value != null) {
                return Map.of(coin, value);
            }
        }
        try {
            Amount amount = Amount.of(text, style);
            String coin = amount.unit().map(Object::toString).orElse("");
            return coin.isEmpty()
                    ? amount.value().signum() == 0 ? Map.of(pair.quote(), amount.value()) : Map.of()
                    : Map.of(coin, amount.value());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /// An amount with a blank between number and coin, where the coin may begin with digits: `12.5 1INCH`.
    ///
    /// @throws NumberFormatException when there is no number in it
    static Amount spaced(String text, NumberStyle style) {
        String s = text.strip();
        int blank = s.lastIndexOf(' ');
        if (blank > 0 && s.chars().skip(blank).anyMatch(Character::isLetter)) {
            BigDecimal value = style.read(s.substring(0, blank));
            if (value != null) {
                return new Amount(value, Optional.of(new CurrencyCode(s.substring(blank + 1))));
            }
        }
        return Amount.of(s, style);
    }
}
