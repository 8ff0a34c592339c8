package credence.core.fact;

import credence.core.value.Symbol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Open, high, low, close and volume of a symbol over an interval.
///
/// Prices are statistics here, not money, hence `double`; all finite, low ≤ open, close ≤ high, volume ≥ 0.
///
/// @param time the bar's open, UTC; a bar is known at its close, `time + interval`
public record Bar(
        RowKey key,
        Symbol symbol,
        Duration interval,
        Instant time,
        double open,
        double high,
        double low,
        double close,
        double volume)
        implements Fact, SourceRow {

    public Bar {
        if (!(Double.isFinite(open)
                && Double.isFinite(high)
                && Double.isFinite(low)
                && Double.isFinite(close))) {
            throw new IllegalArgumentException("bar prices must be finite");
        }
        if (!(volume >= 0) || Double.isInfinite(volume)) {
            throw new IllegalArgumentException("bar volume must be finite and not negative");
        }
        if (low > Math.min(open, close) || high < Math.max(open, close)) {
            throw new IllegalArgumentException("bar must have low <= open, close <= high");
        }
        // One zero only: a store may not keep the sign of zero, and equal facts must give equal
        // bits.
        open += 0.0;
        high += 0.0;
        low += 0.0;
        close += 0.0;
        volume += 0.0;
    }

    public Instant closeTime() {
        return time.plus(interval);
    }

    @Override
    public FactOrder order() {
        return new FactOrder(
                closeTime(), Rank.BAR, symbol.name(), interval.toSeconds(), key.value());
    }

    @Override
    public List<Fact> facts() {
        return List.of(this);
    }

    @Override
    public Bar placed(RowKey otherKey, long other) {
        return new Bar(otherKey, symbol, interval, time, open, high, low, close, volume);
    }

    @Override
    public Bar withSequence(long sequence) {
        return this;
    }

    @Override
    public long sequence() {
        return 0;
    }
}
