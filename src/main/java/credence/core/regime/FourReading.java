package credence.core.regime;

import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import java.time.Instant;

/// The regime of four (system 1) at the close of a candle.
///
/// @param at close of the candle it rests on
/// @param regime the name in force, after hysteresis of three candles
/// @param probabilities by margin to the thresholds, before hysteresis
/// @param standing how firmly that name is in force
/// @param reason the rule that named it and the figures it met, in words
public record FourReading(
        Instant at,
        Regime regime,
        RegimeProbabilities probabilities,
        Standing standing,
        String reason) {}
