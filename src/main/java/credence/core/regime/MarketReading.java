package credence.core.regime;

import credence.core.market.Situation;

import java.util.Optional;
import java.util.OptionalDouble;

/// All that is known of a symbol's market at one moment, by candles closed at or before it. Readings still warming up are empty.
///
/// @param four on the decision interval (one hour, or the imported interval if coarser)
/// @param five daily
/// @param seven on the decision interval
/// @param situation fingerprint of the moment; its session is always known
/// @param atr ATR(14) in price on the interval R is measured by (15 minutes, or the finest held)
public record MarketReading(
        Optional<FourReading> four,
        Optional<FiveReading> five,
        Optional<SevenReading> seven,
        Situation situation,
        OptionalDouble atr) {}
