package credence.desktop.chart;

import java.time.Instant;

/// A stretch of time, both ends in it, in milliseconds since 1970 UTC. The end is later than the start.
public record TimeRange(long from, long to) {

    public TimeRange {
        if (to <= from) {
            throw new IllegalArgumentException(
                    "a time range must end after it begins: " + from + " to " + to);
        }
    }

    public static TimeRange of(Instant from, Instant to) {
        return new TimeRange(from.toEpochMilli(), to.toEpochMilli());
    }

    public long length() {
        return to - from;
    }

    public boolean contains(long time) {
        return from <= time && time <= to;
    }

    /// The smallest range that holds both.
    public TimeRange join(TimeRange other) {
        return new TimeRange(Math.min(from, other.from), Math.max(to, other.to));
    }
}
