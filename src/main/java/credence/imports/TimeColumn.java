package credence.imports;

import credence.service.port.ImportOptions;
import credence.service.port.mapping.Finding;
import credence.service.port.mapping.Need;
import credence.service.port.mapping.TimeReading;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Reads the times of one column. The order of day and month is settled from the whole column, the zone comes from the
/// values themselves or from the user; neither is guessed.
///
/// Not for use by several threads at once.
public final class TimeColumn {

    private final String name;
    private final DateOrder order;
    private final @Nullable ZoneId zone;
    private final @Nullable ZoneOffset fixed;
    private final Finding written;
    private final Writing writing;
    private final TimeText text = new TimeText();
    private final List<TimeReading> first = new ArrayList<>(SHOWN);
    private long repeatedHours;
    private boolean zoneUsed;
    private @Nullable Instant again;
    private int zonedLine;
    private int unzonedLine;

    /// First times that are kept to be shown to the trader.
    private static final int SHOWN = 8;

    private TimeColumn(
            String name, DateOrder order, @Nullable ZoneId zone, Finding written, Writing writing) {
        this.writing = writing;
        this.name = name;
        this.order = order;
        this.zone = zone;
        this.written = written;
        this.fixed =
                zone != null && zone.getRules().isFixedOffset()
                        ? zone.getRules().getOffset(Instant.EPOCH)
                        : null;
    }

    /// Times whose written order of day and month is known from the format.
    ///
    /// @param name of the column, for messages
    /// @param zone zone of times that name none
    /// @param tally knows what the trader said of dates, which wins
    public static TimeColumn known(String name, DateOrder order, ZoneId zone, Tally tally) {
        Writing said = tally.writing();
        DateOrder read = said.over(order);
        Finding written =
                read == order
                        ? written(order, "The format writes dates so.", true)
                        : written(read, "You said so.", false);
        TimeColumn times = new TimeColumn(name, read, zone, written, said);
        tally.times(times);
        return times;
    }

    /// Times of a program's own making, which begin with the year or count seconds; others are refused.
    public static TimeColumn yearFirst(String name, ZoneId zone) {
        DateOrder order = DateOrder.YEAR_FIRST;
        return new TimeColumn(
                name,
                order,
                zone,
                written(order, "The format writes dates so.", true),
                Writing.UNSAID);
    }

    /// Whether a text is a time in one order of day and month or the other.
    public static boolean isTime(String text) {
        TimeText scanner = new TimeText();
        for (DateOrder order : List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)) {
            try {
                scanner.scan(text.strip(), order);
                return true;
            } catch (DateTimeException _) {
                // perhaps the other order
            }
        }
        return false;
    }

    private static Finding written(DateOrder order, String source, boolean settled) {
        String words =
                switch (order) {
                    case YEAR_FIRST -> "year, month, day";
                    case MONTH_FIRST -> "month, day, year";
                    case DAY_FIRST -> "day, month, year";
                };
        return new Finding(Finding.Of.DATE_ORDER, words, source, settled);
    }

    /// The zone that the user gave, for a format whose times name none.
    ///
    /// @param times in words, whose they are: "The times of a MetaTrader report are the broker's server time"
    /// @throws UnreadableFile when the user gave none
    public static ZoneId required(ImportOptions options, String times) throws UnreadableFile {
        return options.zone()
                .orElseThrow(
                        () ->
                                new UnreadableFile(
                                                times + ", and the file does not name its zone.",
                                                "Say which zone it is, for example --zone +02:00,"
                                                        + " --zone UTC or --zone America/New_York.")
                                        .asking(Need.ZONE));
    }

    /// @param column index of the column
    /// @param zone zone of times that name none
    /// @param noTime texts that stand for "no time" in this format, beside the empty one
    /// @throws UnreadableFile when a time names no zone and none is given, or day and month cannot be told apart
    public static TimeColumn settle(
            Table table, int column, @Nullable ZoneId zone, String... noTime)
            throws UnreadableFile {
        return settle(table, column, zone, DateOrder.YEAR_FIRST, noTime);
    }

    /// @param usual order of day and month in this format, taken when no date in the column goes beyond 12;
    ///     [DateOrder#YEAR_FIRST] when none is usual
    public static TimeColumn settle(
            Table table, int column, @Nullable ZoneId zone, DateOrder usual, String... noTime)
            throws UnreadableFile {
        return settled(table, column, zone, usual, null, noTime);
    }

    /// The same for one of two columns that are written in the same order, so that the dates of both settle it.
    ///
    /// @param other index of the other column
    /// @throws UnreadableFile when a time names no zone and none is given, or day and month cannot be told apart
    public static TimeColumn settleBeside(
            Table table, int column, int other, @Nullable ZoneId zone, String... noTime)
            throws UnreadableFile {
        DateSurvey beside = survey(table, other, null, noTime);
        return settled(table, column, zone, DateOrder.YEAR_FIRST, beside, noTime);
    }

    /// @param unzoned reads the times where every one must name its zone; null where they need not
    private static DateSurvey survey(
            Table table, int column, @Nullable TimeText unzoned, String... noTime)
            throws UnreadableFile {
        String name = table.header().name(column);
        List<String> none = List.of(noTime);
        Writing writing = table.writing();
        DateOrder stated = writing.over(DateOrder.YEAR_FIRST);
        DateSurvey dates = new DateSurvey(name, column);
        for (Row row : table.rows()) {
            String s = row.cell(column).strip();
            if (s.isEmpty() || none.contains(s)) {
                continue;
            }
            int separator = separator(s);
            if (separator == 1 || separator == 2) {
                int one = leading(s, 0);
                int other = leading(s, separator + 1);
                if (stated == DateOrder.DAY_FIRST
                        ? other > 12
                        : stated != DateOrder.YEAR_FIRST && one > 12) {
                    throw new UnreadableFile(writing.dateRefusal(s, row.line(), name));
                }
                dates.add(row, s, separator);
            }
            if (unzoned != null) {
                requireZone(unzoned, s, row, name);
            }
        }
        return dates;
    }

    private static TimeColumn settled(
            Table table,
            int column,
            @Nullable ZoneId zone,
            DateOrder usual,
            @Nullable DateSurvey beside,
            String... noTime)
            throws UnreadableFile {
        Writing writing = table.writing();
        DateOrder stated = writing.over(DateOrder.YEAR_FIRST);
        DateSurvey dates = survey(table, column, zone == null ? new TimeText() : null, noTime);
        String name = dates.name();
        DateOrder order = DateOrder.YEAR_FIRST;
        boolean said = stated != DateOrder.YEAR_FIRST;
        String source = "Every date begins with its year, or names its month.";
        Row witness = dates.witness();
        DateSurvey telling = dates;
        if (witness == null && beside != null) {
            telling = beside;
            witness = beside.witness();
        }
        if (dates.matters()) {
            dates.requireOneOrder();
            if (beside != null) {
                dates.requireOrderOf(beside);
            }
            if (!said) {
                dates.requireYearLast();
            }
            if (witness != null) {
                order = telling.order();
                source =
                        telling.text(witness)
                                + " in line "
                                + witness.line()
                                + " has no other reading.";
            } else if (said) {
                order = stated;
                source = "You said so; no date of the file goes beyond 12.";
            } else if (dates.points()) {
                order = DateOrder.DAY_FIRST;
                source = "Dates with points are written day first; none goes beyond 12.";
            } else if (usual != DateOrder.YEAR_FIRST) {
                order = usual;
                source = "Files of this format usually are; no date goes beyond 12.";
            } else {
                Row unclear = dates.unclear();
                throw new UnreadableFile(
                                unclear.line(),
                                name,
                                unclear.cell(column),
                                "It cannot be told which is the day and which the month: no date in"
                                        + " this column goes beyond 12.",
                                "Say --date-order day or --date-order month; or export dates as"
                                        + " year-month-day (2026-01-31), or a longer span of time.")
                        .asking(Need.DATE_ORDER);
            }
        }
        boolean settled = !dates.matters() || witness != null;
        TimeColumn times =
                new TimeColumn(name, order, zone, written(order, source, settled), writing);
        table.reads(times);
        return times;
    }

    /// Values that are no times are left to be refused with their rows.
    private static void requireZone(TimeText scanner, String s, Row row, String name)
            throws UnreadableFile {
        try {
            scanner.scan(s, DateOrder.DAY_FIRST);
        } catch (DateTimeException notATime) {
            return;
        }
        if (!scanner.zoned) {
            throw new UnreadableFile(
                            row.line(),
                            name,
                            s,
                            "The times name no time zone, and none was given.",
                            "Say which zone they are in, for example --zone +08:00, --zone UTC or"
                                    + " --zone America/New_York.")
                    .asking(Need.ZONE);
        }
    }

    /// @throws RefusedRow when the text is no time, or one that this zone's clocks never showed
    public Instant read(String cell, int line) throws RefusedRow {
        Instant time = instant(cell, line);
        if (first.size() < SHOWN) {
            first.add(
                    new TimeReading(
                            line,
                            name,
                            cell.strip(),
                            time,
                            text.zoned || zone == null ? "" : zone.getId()));
        }
        return time;
    }

    private Instant instant(String cell, int line) throws RefusedRow {
        try {
            text.scan(cell.strip(), order);
        } catch (DateTimeException e) {
            if (text.dayAndMonth) {
                writing.date(cell, line, name, false);
            }
            throw new RefusedRow(
                    line,
                    name,
                    cell,
                    cell.isBlank()
                            ? "The time is missing."
                            : "This is not a time (" + e.getMessage() + ").",
                    "Write it like 2026-01-31T14:30:00Z.");
        }
        if (text.dayAndMonth) {
            writing.date(cell, line, name, true);
        }
        if (text.zoned) {
            zonedLine = zonedLine == 0 ? line : zonedLine;
            return Instant.ofEpochSecond(text.seconds, text.nanos);
        }
        unzonedLine = unzonedLine == 0 ? line : unzonedLine;
        zoneUsed = true;
        if (fixed != null) {
            return Instant.ofEpochSecond(text.seconds - fixed.getTotalSeconds(), text.nanos);
        }
        return inZone(cell, line);
    }

    private Instant inZone(String cell, int line) throws RefusedRow {
        if (zone == null) {
            throw new RefusedRow(line, name, cell, "The time names no time zone.", "Say --zone.");
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(text.seconds, text.nanos, ZoneOffset.UTC);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            if (text.dateOnly) {
                return local.atZone(zone).toInstant();
            }
            throw new RefusedRow(
                    line,
                    name,
                    cell,
                    "This time does not exist in "
                            + zone
                            + ": the clocks were put forward over it.",
                    "Check --zone: the file is in another zone.");
        }
        if (offsets.size() > 1) {
            repeatedHours++;
            again = local.toInstant(offsets.getLast());
        }
        return local.toInstant(offsets.getFirst());
    }

    /// The second moment that the time read last may mean, when it stands in the hour that clocks show twice in autumn.
    public @Nullable Instant again() {
        return again;
    }

    /// Where the times that were read change from naming a zone to naming none, or back; 0 when they never do.
    public int mixedAt() {
        return zonedLine == 0 || unzonedLine == 0 ? 0 : Math.max(zonedLine, unzonedLine);
    }

    /// Says on the tally in which zone times were read that name none.
    public void noteZone(Tally tally) {
        if (zoneUsed && zone != null) {
            tally.zone(zone);
        }
    }

    /// Says on the tally in which zone times were read that name none, and how many of them fell into an hour that its clocks show
    /// twice.
    public void noteRepeatedHours(Tally tally) {
        tally.times(this);
        if (zoneUsed && zone != null) {
            tally.zone(zone);
        }
        if (repeatedHours > 0) {
            tally.note(
                    repeatedHours
                            + (repeatedHours == 1 ? " time" : " times")
                            + " in column "
                            + name
                            + " stand in the hour that clocks show twice in autumn and were read as"
                            + " the first of the two.");
        }
    }

    /// The first times that were read.
    List<TimeReading> first() {
        return List.copyOf(first);
    }

    /// In which order dates are written here, and how that is known.
    Finding written() {
        return written;
    }

    String name() {
        return name;
    }

    /// Index of the first date separator, −1 when the text begins with another thing than digits and a separator.
    private static int separator(String s) {
        for (int i = 0; i < s.length() && i < 5; i++) {
            char c = s.charAt(i);
            if (c == '/' || c == '.' || c == '-') {
                return i;
            }
            if (c < '0' || c > '9') {
                return -1;
            }
        }
        return -1;
    }

    private static int leading(String s, int from) {
        int v = 0;
        for (int i = from; i < s.length() && i < from + 2 && Character.isDigit(s.charAt(i)); i++) {
            v = v * 10 + Character.digit(s.charAt(i), 10);
        }
        return v;
    }
}
