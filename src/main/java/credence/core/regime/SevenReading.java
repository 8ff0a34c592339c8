package credence.core.regime;

import java.time.Instant;

/// The regime of seven (system 3) at the close of a candle.
///
/// @param at close of the candle it rests on
/// @param confidence 0…1 by the margin to the threshold that decided; 0 when UNKNOWN
/// @param reason the rule that named it and the figures it met, in words
public record SevenReading(Instant at, SevenRegime regime, double confidence, String reason) {}
