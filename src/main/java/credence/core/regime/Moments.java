package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// Instants in a snapshot, and the week's boundary.
final class Moments {

    private Moments() {}

    static void write(DataOutput out, Instant moment) throws IOException {
        out.writeLong(moment.getEpochSecond());
        out.writeInt(moment.getNano());
    }

    static Instant read(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    /// The first Monday 00:00 UTC at or after a moment.
    static Instant mondayFrom(Instant moment) {
        OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
        OffsetDateTime monday =
                time.with(LocalTime.MIDNIGHT).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return (monday.isBefore(time) ? monday.plusWeeks(1) : monday).toInstant();
    }
}
