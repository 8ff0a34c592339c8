package credence.service.port.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A part of the day in one zone; may reach over midnight.
///
/// @param to not included
public record DaySpan(LocalTime from, LocalTime to, ZoneId zone) {

    /// Reads `09:30-16:00`, which is UTC, and `22:00-04:00 America/New_York`.
    ///
    /// @throws IllegalArgumentException with a sentence for the trader
    public static DaySpan of(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        String[] ends = parts[0].split("-", 2);
        try {
            if (ends.length == 2) {
                return new DaySpan(
                        LocalTime.parse(ends[0]),
                        LocalTime.parse(ends[1]),
                        parts.length == 2 ? ZoneId.of(parts[1]) : ZoneOffset.UTC);
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new IllegalArgumentException(
                "“"
                        + text
                        + "” is no part of a day. Write it like 09:30-16:00 or 09:30-16:00"
                        + " America/New_York.");
    }

    public boolean holds(Instant time) {
        LocalTime t = time.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !t.isBefore(from) && t.isBefore(to)
                : !t.isBefore(from) || t.isBefore(to);
    }
}
