package credence.core.regime;

import java.time.Instant;

/// One unbroken stretch of one regime, candle after candle.
///
/// @param from close of its first candle: the moment the name came into force
/// @param to close of the first candle of another name, or of the last candle seen while it runs
/// @param candles its length, ≥ 1
/// @param begun whether its beginning was seen; else it may have lasted longer
/// @param ended whether its end was seen
/// @param <R> regimes of one taxonomy
public record Spell<R extends Enum<R>>(
        R regime, Instant from, Instant to, int candles, boolean begun, boolean ended) {

    /// Whether its length is known.
    public boolean whole() {
        return begun && ended;
    }
}
