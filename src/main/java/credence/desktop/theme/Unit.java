package credence.desktop.theme;

import credence.core.value.CurrencyCode;

import java.util.Optional;

/// What a figure counts, hence how it is written.
///
/// @param currency only for money
public record Unit(Kind kind, Optional<CurrencyCode> currency) {

    /// The ways of writing a figure.
    public enum Kind {
        /// A share of one, written in per cent.
        SHARE,
        /// A multiple of the risk taken, always with its sign.
        R,
        /// Whole things.
        COUNT,
        /// A bare number.
        NUMBER,
        /// A factor, such as 1.4×.
        MULTIPLE,
        /// An amount in one currency, always with its sign.
        MONEY,
        /// Won (1), break-even (0) or lost (−1), written in words.
        RESULT
    }

    public static final Unit SHARE = plain(Kind.SHARE);
    public static final Unit R = plain(Kind.R);
    public static final Unit COUNT = plain(Kind.COUNT);
    public static final Unit NUMBER = plain(Kind.NUMBER);
    public static final Unit MULTIPLE = plain(Kind.MULTIPLE);
    public static final Unit RESULT = plain(Kind.RESULT);

    public static Unit money(CurrencyCode currency) {
        return new Unit(Kind.MONEY, Optional.of(currency));
    }

    /// What stands behind the number, such as `%`; empty where the number stands alone.
    public String symbol() {
        return switch (kind) {
            case SHARE -> "%";
            case R -> "R";
            case MULTIPLE -> "×";
            case MONEY -> currency.map(CurrencyCode::code).orElse("");
            case COUNT, NUMBER, RESULT -> "";
        };
    }

    private static Unit plain(Kind kind) {
        return new Unit(kind, Optional.empty());
    }
}
