package credence.core.regime;

import credence.core.value.Regime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The three ways in which a market is named (`learning.md` 4).
public enum Taxonomy {
    FOUR,
    FIVE,
    SEVEN;

    /// All names, in order.
    public List<String> names() {
        Enum<?>[] names =
                switch (this) {
                    case FOUR -> Regime.values();
                    case FIVE -> FiveRegime.values();
                    case SEVEN -> SevenRegime.values();
                };
        return Arrays.stream(names).map(Enum::name).toList();
    }

    /// A name of any of the three for people, without a capital.
    public static String words(String name) {
        return switch (name) {
            case "RANGE_HIGH_VOL" -> "range, high volatility";
            case "RANGE_LOW_VOL" -> "range, low volatility";
            case "UNKNOWN" -> "not known yet";
            default -> name.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
