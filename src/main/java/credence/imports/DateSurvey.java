package credence.imports;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;

/// Collects what the dates of one column, all of them, say about the order of day and month.
final class DateSurvey {

    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    /// No bot kept a journal before; a year this early stands in front.
    private static final int FIRST_YEAR = 5;

    private final String name;
    private final int column;
    private boolean points;
    private @Nullable Row unclear;
    private @Nullable Row dayFirst;
    private @Nullable Row monthFirst;
    private @Nullable Row twoFigures;
    private final BitSet firsts = new BitSet();
    private final BitSet lasts = new BitSet();

    DateSurvey(String name, int column) {
        this.name = name;
        this.column = column;
    }

    /// @param separator index of the first separator of the date, 1 or 2
    void add(Row row, String s, int separator) {
        int one = leading(s, 0);
        int other = leading(s, separator + 1);
        if (one > MONTHS && one <= DAYS && other <= MONTHS) {
            dayFirst = dayFirst == null ? row : dayFirst;
        } else if (other > MONTHS && other <= DAYS && one <= MONTHS) {
            monthFirst = monthFirst == null ? row : monthFirst;
        }
        points |= s.charAt(separator) == '.';
        unclear = row;
        int year = s.indexOf(s.charAt(separator), separator + 1) + 1;
        int end = year;
        while (year > 0 && end < s.length() && Character.isDigit(s.charAt(end))) {
            end++;
        }
        if (end - year == 2 && separator == 2 && s.charAt(2) != '-') {
            twoFigures = twoFigures == null ? row : twoFigures;
            firsts.set(one);
            lasts.set(leading(s, year));
        }
    }

    private static int leading(String s, int from) {
        int v = 0;
        for (int i = from; i < s.length() && i < from + 2 && Character.isDigit(s.charAt(i)); i++) {
            v = v * 10 + Character.digit(s.charAt(i), 10);
        }
        return v;
    }

    /// Whether dates do not begin with their year, so that the order matters.
    boolean matters() {
        return unclear != null;
    }

    boolean points() {
        return points;
    }

    Row unclear() {
        return java.util.Objects.requireNonNull(unclear);
    }

    /// The first row whose date has one reading only; null when none has.
    @Nullable Row witness() {
        return dayFirst == null ? monthFirst : dayFirst;
    }

    DateOrder order() {
        return dayFirst == null ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    String text(Row row) {
        return row.cell(column).strip();
    }

    String name() {
        return name;
    }

    /// @throws UnreadableFile when some dates have the day first for certain and others the month
    void requireOneOrder() throws UnreadableFile {
        Row day = dayFirst;
        Row month = monthFirst;
        if (day == null || month == null) {
            return;
        }
        boolean dayLast = day.line() > month.line();
        throw mixed(dayLast ? this : null, dayLast ? day : month, dayLast ? month : day);
    }

    /// @throws UnreadableFile when the dates of another column have the other order for certain
    void requireOrderOf(DateSurvey other) throws UnreadableFile {
        Row mine = witness();
        Row theirs = other.witness();
        if (mine != null && theirs != null && order() != other.order()) {
            boolean day = order() == DateOrder.DAY_FIRST;
            throw new UnreadableFile(
                    mine.line(),
                    name,
                    text(mine),
                    "The dates mix orders: here the "
                            + (day ? "day" : "month")
                            + " stands first, in column "
                            + other.name
                            + ", "
                            + other.text(theirs)
                            + " in line "
                            + theirs.line()
                            + ", the "
                            + (day ? "month." : "day."),
                    "Export the dates of both columns as year-month-day (2026-01-31).");
        }
    }

    private UnreadableFile mixed(@Nullable DateSurvey dayLast, Row later, Row earlier) {
        return new UnreadableFile(
                later.line(),
                name,
                text(later),
                "The dates mix orders: "
                        + text(earlier)
                        + " in line "
                        + earlier.line()
                        + " has the "
                        + (dayLast == null ? "day" : "month")
                        + " first, "
                        + text(later)
                        + " in line "
                        + later.line()
                        + " the "
                        + (dayLast == null ? "month" : "day")
                        + "; those that go either way cannot be told.",
                "Correct the date that is wrong, or export the dates as year-month-day"
                        + " (2026-01-31).");
    }

    /// @throws UnreadableFile when the first figures of `26/01/31` may be the year
    void requireYearLast() throws UnreadableFile {
        Row row = twoFigures;
        if (row == null) {
            return;
        }
        boolean early = lasts.length() - 1 <= FIRST_YEAR && firsts.nextSetBit(0) > MONTHS;
        boolean varied = lasts.cardinality() > 1 && lasts.cardinality() > firsts.cardinality();
        if (early || varied) {
            throw new UnreadableFile(
                    row.line(),
                    name,
                    text(row),
                    "It cannot be told which figures are the year: those in front look like it,"
                            + " but years of two figures are read behind the day and the month.",
                    "Write the years with four figures (2026-01-31), or say --date-order day or"
                            + " --date-order month if they do stand last.");
        }
    }
}
