package credence.core.market;

import java.time.Duration;
import java.time.Instant;

/// Open, high, low, close and volume of one stretch of time, imported or aggregated.
///
/// Prices are statistics here, not money, hence `double`: finite, low ≤ open, close ≤ high; volume finite, ≥ 0.
///
/// @param opened start of the stretch, UTC
/// @param interval its length; a day is a day of UTC
public record Candle(
        Instant opened,
        Duration interval,
        double open,
        double high,
        double low,
        double close,
        double volume) {

    private static final Duration DAY = Duration.ofDays(1);

    public Candle {
        if (!(Double.isFinite(open) && Double.isFinite(high) && Double.isFinite(low))
                || !Double.isFinite(close)
                || !Double.isFinite(volume)) {
            throw new IllegalArgumentException("the numbers of a candle must be finite");
        }
        if (low > Math.min(open, close) || high < Math.max(open, close) || volume < 0) {
            throw new IllegalArgumentException(
                    "a candle must have low <= open, close <= high and volume >= 0");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("a candle must last some time, not " + interval);
        }
    }

    /// When it is known.
    public Instant closed() {
        return opened.plus(interval);
    }

    /// Whether it begins before an earlier one was over. From a day on an hour of overlap is none: a day by a clock that is put forward
    /// lasts 23 hours, and is held as one of 24.
    boolean overlaps(Instant closedBefore) {
        Duration grace = interval.compareTo(DAY) < 0 ? Duration.ZERO : Duration.ofHours(1);
        return closedBefore.isAfter(opened.plus(grace));
    }
}
