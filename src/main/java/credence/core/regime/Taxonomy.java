package credence.core.regime;

import credence.core.value.Regime;

import java.util.Arrays;
import java.util.List;

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
}
