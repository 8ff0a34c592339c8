package credence.imports.formats.bars;

import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.JournalReader.BarOptions;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the times of a table of bars are to be read.
final class BarTimes {

    private static final List<String> NAMES =
            List.of(
                    "time",
                    "timestamp",
                    "unix",
                    "date",
                    "datetime",
                    "date_time",
                    "open_time",
                    "timestamp_utc",
                    "time_utc",
                    "date_utc",
                    "datetime_utc",
                    "time_(utc)",
                    "date_(utc)",
                    "gmt_time");

    private static final Pattern MIDNIGHT = Pattern.compile("[^:]*\\d[ T]+00:00(:00(\\.0+)?)?");

    private BarTimes() {}

    /// The column of the times, −1 when there is none.
    static int column(List<String> keys) {
        for (String name : NAMES) {
            if (keys.contains(name)) {
                return keys.indexOf(name);
            }
        }
        return !keys.isEmpty() && keys.getFirst().isEmpty() ? 0 : -1;
    }

    /// @throws UnreadableFile when times name no zone and none is known, or day and month cannot be told apart
    static TimeColumn settle(Table table, int column, BarOptions options, Tally tally)
            throws UnreadableFile {
        return TimeColumn.settle(table, column, zone(table, column, options, tally).orElse(null));
    }

    /// Days need no zone to be told apart; hours do.
    private static Optional<ZoneId> zone(Table table, int column, BarOptions options, Tally tally) {
        if (options.zone().isPresent()) {
            return options.zone();
        }
        String name = table.header().name(column).toLowerCase(Locale.ROOT);
        if (name.contains("utc") || name.startsWith("gmt")) {
            return Optional.of(ZoneOffset.UTC);
        }
        boolean numbers = true;
        for (Row row : table.rows()) {
            String time = row.cell(column).strip();
            if (time.length() > 10 && !MIDNIGHT.matcher(time).matches()) {
                return Optional.empty();
            }
            numbers &= time.length() != 8 && time.chars().allMatch(Character::isDigit);
        }
        if (!numbers) {
            tally.note("The dates name no time zone; they were read as days of UTC.");
        }
        return Optional.of(ZoneOffset.UTC);
    }

    /// @throws UnreadableFile when some times of the column name a zone and others name none
    static void finish(TimeColumn times, Tally tally) throws UnreadableFile {
        times.noteZone(tally);
        if (times.mixedAt() > 0) {
            throw new UnreadableFile(
                    times.mixedAt(),
                    "",
                    "",
                    "Here the times begin to name a zone, or cease to: those before and after it"
                            + " may be of different clocks.",
                    "Split the file at this line and import each part with its own --zone.");
        }
    }
}
