package credence.imports;

import credence.core.value.CurrencyCode;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// A number with a coin or currency glued to it: `0.00065BTC`, `49.62 EUR`, `€10.00`, `89,162.28 SEK`, `USD 5`.
///
/// @param unit upper case; empty when none is written
public record Amount(BigDecimal value, Optional<CurrencyCode> unit) {

    /// @throws NumberFormatException when there is no number in it
    public static Amount of(String text, NumberStyle style) {
        String s = text.strip();
        int from = 0;
        int to = s.length();
        while (to > from && unitCharacter(s.charAt(to - 1))) {
            to--;
        }
        // A coin may begin with a digit (1INCH); what follows the number still is letters.
        String unit = s.substring(to).strip();
        if (unit.isEmpty()) {
            int sign = from < to && (s.charAt(from) == '-' || s.charAt(from) == '+') ? 1 : 0;
            int end = from + sign;
            while (end < to && (unitCharacter(s.charAt(end)) || symbolOf(s.charAt(end)) != null)) {
                end++;
            }
            unit = s.substring(from + sign, end).strip();
            if (!unit.isEmpty()) {
                s = s.substring(from, from + sign) + s.substring(end, to).strip();
                to = s.length();
            }
        }
        BigDecimal value = style.read(s.substring(from, to).strip());
        if (value == null) {
            throw new NumberFormatException("no number");
        }
        return new Amount(value, code(unit));
    }

    private static boolean unitCharacter(char c) {
        return Character.isLetter(c);
    }

    private static Optional<CurrencyCode> code(String unit) {
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        String known = unit.length() == 1 ? symbolOf(unit.charAt(0)) : null;
        return Optional.of(new CurrencyCode(known == null ? unit.toUpperCase(Locale.ROOT) : known));
    }

    /// The currency that a sign stands for; the dollar of several countries is read as the US one.
    private static @org.jspecify.annotations.Nullable String symbolOf(char c) {
        return switch (c) {
            case '$' -> "USD";
            case '€' -> "EUR";
            case '£' -> "GBP";
            case '¥' -> "JPY";
            case '₹' -> "INR";
            case '₿' -> "BTC";
            default -> null;
        };
    }
}
