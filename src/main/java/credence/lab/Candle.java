package credence.lab;

import java.time.Instant;

/// A bar of the simulated market with the regime it was made in. Prices in ticks.
///
/// @param time the bar's open
record Candle(
        Instant time, long open, long high, long low, long close, double volume, Regime regime) {}
