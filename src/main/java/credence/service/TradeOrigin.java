package credence.service;

import credence.service.port.Correction;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Where a row of a trade stands: the archive keeps the file as it was, so that file and line are the raw text.
///
/// @param file name of the first file that states the row and counts
/// @param line line or record number in it, first 1
/// @param time what the row's time became
/// @param zone zone in which it was read, absent where the row itself names one, or the file's times are of several
/// @param correction what the trader wrote instead of the file's row before it was imported, if so
/// @param multiplier who says what a point is worth
public record TradeOrigin(
        String file,
        int line,
        Instant time,
        @Nullable String zone,
        @Nullable Correction correction,
        @Nullable MultiplierSource multiplier) {

    /// The time as the file's clock showed it; absent without a zone.
    public @Nullable LocalDateTime localTime() {
        if (zone == null) {
            return null;
        }
        try {
            return LocalDateTime.ofInstant(time, ZoneId.of(zone));
        } catch (DateTimeException _) {
            return null;
        }
    }
}
