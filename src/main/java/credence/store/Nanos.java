package credence.store;

import java.time.Duration;
import java.time.Instant;

/// Instants and durations as whole nanoseconds, which both engines keep exactly.
final class Nanos {

    private static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /// Nanoseconds since 1970-01-01T00:00Z.
    ///
    /// @throws ArithmeticException outside the years 1678 to 2261
    static long of(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), PER_SECOND), (long) time.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }

    /// @throws ArithmeticException beyond 292 years
    static long of(Duration duration) {
        return duration.toNanos();
    }
}
