package credence.desktop.chart;

import credence.core.regime.Taxonomy;
import credence.desktop.theme.Hue;

import java.util.List;
import java.util.Locale;

/// How a regime looks wherever it is drawn, and what it is called: colour, letter and pattern, so that colour never is the only
/// difference.
public final class RegimeLook {

    private static final List<String> FOUR = List.of("T", "V", "R", "N");
    private static final List<String> FIVE = List.of("Bu", "Be", "Ch", "Cr", "Th");
    private static final List<String> SEVEN = List.of("?", "Il", "Hv", "↑", "↓", "Rh", "Rl");

    private final Taxonomy taxonomy;

    public RegimeLook(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /// For people, such as "Range, high volatility".
    public static String words(String regime) {
        String words = Taxonomy.words(regime);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Colours of one taxonomy differ from one another; what is nothing in particular is grey.
    Hue hue(String regime) {
        return switch (regime) {
            case "NEUTRAL", "UNKNOWN", "CHOPPY" -> Hue.EVEN;
            default -> Hue.category(place(regime));
        };
    }

    String letter(String regime) {
        List<String> letters =
                switch (taxonomy) {
                    case FOUR -> FOUR;
                    case FIVE -> FIVE;
                    case SEVEN -> SEVEN;
                };
        return letters.get(place(regime));
    }

    Layer.Pattern pattern(String regime) {
        return Layer.Pattern.values()[place(regime) % Layer.Pattern.values().length];
    }

    private int place(String regime) {
        int place = taxonomy.names().indexOf(regime);
        if (place < 0) {
            throw new IllegalArgumentException(regime + " is not one of " + taxonomy.names());
        }
        return place;
    }
}
