package credence.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A situation as a person would say it.
public final class SituationWords {

    private SituationWords() {}

    /// Such as "Trending, high volatility, normal volume, strong up, American session". What is not known is left out; see
    /// [#missing].
    public static String of(Situation situation) {
        List<String> parts = new ArrayList<>();
        situation.regime().ifPresent(r -> parts.add(lower(r)));
        situation.volatility().ifPresent(v -> parts.add(lower(v) + " volatility"));
        situation
                .volume()
                .ifPresent(
                        v ->
                                parts.add(
                                        v == Situation.Volume.SPIKE
                                                ? "volume spike"
                                                : lower(v) + " volume"));
        situation.momentum().ifPresent(m -> parts.add(lower(m)));
        situation
                .correlation()
                .ifPresent(c -> parts.add(lower(c) + " correlation with the benchmark"));
        parts.add(session(situation.session()));
        String text = String.join(", ", parts);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// Fields without data, such as "volume", in the order of the record.
    public static List<String> missing(Situation situation) {
        List<String> names = new ArrayList<>();
        add(names, situation.regime(), "regime");
        add(names, situation.volatility(), "volatility");
        add(names, situation.volume(), "volume");
        add(names, situation.momentum(), "momentum");
        add(names, situation.correlation(), "correlation with the benchmark");
        return List.copyOf(names);
    }

    private static void add(List<String> names, Optional<?> field, String name) {
        if (field.isEmpty()) {
            names.add(name);
        }
    }

    private static String session(Situation.Session session) {
        return switch (session) {
            case ASIA -> "Asian session";
            case EUROPE -> "European session";
            case AMERICA -> "American session";
            case NIGHT -> "night session";
        };
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
