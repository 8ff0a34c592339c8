package credence.core.fact;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a bot said about a call beside its levels: confidence, pattern, component scores, indicators, head votes.
///
/// @param confidence stated probability of a win, 0…1
/// @param scores component scores, 0…10, by component name (`score.NAME` columns)
/// @param indicators value, or 1/0 for "was used", by indicator name (`indicator.NAME` columns)
/// @param heads votes, −1…1, by head name (`head.NAME` columns)
public record CallDetails(
        OptionalDouble confidence,
        Optional<String> pattern,
        Optional<String> timeframe,
        Optional<BigDecimal> leverage,
        Optional<String> version,
        Optional<String> variant,
        Optional<String> reasoning,
        SortedMap<String, Double> scores,
        SortedMap<String, Double> indicators,
        SortedMap<String, Double> heads) {

    public static final CallDetails NONE =
            new CallDetails(
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>());
}
