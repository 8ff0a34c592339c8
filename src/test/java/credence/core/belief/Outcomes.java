package credence.core.belief;

import credence.core.value.SourceClass;

import java.time.Instant;
import java.util.OptionalDouble;

/// Makes observations; times are seconds after a start.
final class Outcomes {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private Outcomes() {}

    static Observation of(long seconds, double result) {
        return new Observation(
                at(seconds), result, OptionalDouble.empty(), SourceClass.LIVE, false);
    }

    static Observation of(long seconds, double result, double r) {
        return of(seconds, result, r, SourceClass.LIVE);
    }

    static Observation of(long seconds, double result, double r, SourceClass source) {
        return new Observation(at(seconds), result, OptionalDouble.of(r), source, false);
    }

    static Observation ofNewVersion(long seconds, double result, double r) {
        return new Observation(at(seconds), result, OptionalDouble.of(r), SourceClass.LIVE, true);
    }

    static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
