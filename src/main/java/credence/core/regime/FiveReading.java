package credence.core.regime;

import java.time.Instant;
import java.util.SortedMap;

/// The regime of five (system 2) at the close of a day.
///
/// @param at close of the day it rests on
/// @param regime the name in force
/// @param probabilities filtered, summed over the states of one name, together 1; a rule that overrides (CRISIS) has 1
/// @param reason the rule that named it and the figures it met, in words
public record FiveReading(
        Instant at,
        FiveRegime regime,
        SortedMap<FiveRegime, Double> probabilities,
        String reason) {}
