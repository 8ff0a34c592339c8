package credence.core.regime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// Where one week ends and the next begins: Monday, midnight, UTC.
final class Weeks {

    private Weeks() {}

    /// The first Monday 00:00 UTC at or after a moment.
    static Instant mondayFrom(Instant moment) {
        OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
        OffsetDateTime monday =
                time.with(LocalTime.MIDNIGHT).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return (monday.isBefore(time) ? monday.plusWeeks(1) : monday).toInstant();
    }
}
