package credence.imports;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/// Scans one written time into its parts, without patterns: dates with `-`, `/` or `.`, `T`, blank or `, ` before the time of day,
/// seconds and fractions if any, AM/PM, an offset or `Z` or `UTC` behind; `yyyyMMdd`, also with `;HHmmss`; English names of
/// months (`05-Jan-2026`, `Jan. 5, 2026, 12:31 AM`, `2026 April 21`); or the digits of an epoch. Years of two digits are of this
/// century, and stand last behind `/` or `.` or a month's name.
///
/// A scanner is reused from cell to cell; its fields hold the last one scanned.
final class TimeText {

    private static final long DAY = 86_400;
    private static final int CENTURY = 2000;
    private static final String[] MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };

    /// Seconds of the local wall clock since 1970-01-01 00:00; of UTC when `zoned`.
    long seconds;

    int nanos;
    boolean zoned;
    boolean dateOnly;

    /// Whether day and month stood in figures, the year last, and are not the same figure.
    boolean dayAndMonth;

    private String s = "";
    private int at;

    /// @throws DateTimeException with the reason, when the text is no time or no such day exists
    void scan(String text, DateOrder order) {
        s = text;
        at = 0;
        nanos = 0;
        zoned = false;
        dateOnly = false;
        dayAndMonth = false;
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            monthFirst();
            timeOfDay();
            return;
        }
        int first = digits();
        if (at == text.length() || (text.charAt(at) == '.' && first >= 9)) {
            wholeNumber(text);
            return;
        }
        if (at != 8 && namedMonth(first)) {
            timeOfDay();
            return;
        }
        if (at == 8) {
            seconds = day((int) (value / 10_000), (int) (value / 100 % 100), (int) (value % 100));
        } else {
            int a = (int) value;
            char separator = next();
            if (separator != '-' && separator != '/' && separator != '.') {
                throw new DateTimeException("no date");
            }
            int b = shortNumber();
            if (next() != separator) {
                throw new DateTimeException("no date");
            }
            int from = at;
            int c = shortNumber();
            boolean yearFirst = first == 4;
            if (!yearFirst && at - from == 2 && separator != '-') {
                c += CENTURY;
            } else if (!yearFirst && at - from != 4) {
                throw new DateTimeException("the year needs two or four digits");
            }
            dayAndMonth = !yearFirst && a != b;
            if (dayAndMonth && order == DateOrder.YEAR_FIRST) {
                throw new DateTimeException(
                        "it does not begin with the year; say --date-order day or --date-order"
                                + " month");
            }
            seconds =
                    yearFirst
                            ? day(a, b, c)
                            : order == DateOrder.MONTH_FIRST ? day(c, a, b) : day(c, b, a);
        }
        timeOfDay();
    }

    /// `Jan. 28, 2022` and `May 5, 2020`.
    private void monthFirst() {
        int month = monthName();
        skipBlanks();
        int d = shortNumber();
        skip(',');
        skipBlanks();
        seconds = day(year(), month, d);
    }

    /// `05-Jan-2026`, `5 Jan 2026`, `2026 April 21`: whether the first number is followed by a month's name, which is then read.
    private boolean namedMonth(int digitsOfFirst) {
        int from = at;
        int first = (int) value;
        while (at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == ' ')) {
            at++;
        }
        if (at == from || at == s.length() || !Character.isLetter(s.charAt(at))) {
            at = from;
            return false;
        }
        int month = monthName();
        while (at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == ' ')) {
            at++;
        }
        seconds = digitsOfFirst == 4 ? day(first, month, shortNumber()) : day(year(), month, first);
        return true;
    }

    private int year() {
        int n = digits();
        if (n != 2 && n != 4) {
            throw new DateTimeException("the year needs two or four digits");
        }
        return (int) value + (n == 2 ? CENTURY : 0);
    }

    private int monthName() {
        int from = at;
        while (at < s.length() && Character.isLetter(s.charAt(at))) {
            at++;
        }
        String name = s.substring(from, at).toLowerCase(Locale.ROOT);
        skip('.');
        for (int i = 0; i < MONTHS.length; i++) {
            if ((name.length() >= 3 && MONTHS[i].startsWith(name))
                    || (i == 8 && name.equals("sept"))) {
                return i + 1;
            }
        }
        throw new DateTimeException("no month");
    }

    private void skip(char c) {
        if (at < s.length() && s.charAt(at) == c) {
            at++;
        }
    }

    private long value;

    /// Reads digits into `value` and returns how many there were; past eighteen only the count matters.
    private int digits() {
        int from = at;
        long v = 0;
        while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
            v = at - from < 18 ? v * 10 + (s.charAt(at) - '0') : v;
            at++;
        }
        value = v;
        return at - from;
    }

    private int shortNumber() {
        int n = digits();
        if (n == 0 || n > 4) {
            throw new DateTimeException("no date");
        }
        return (int) value;
    }

    private char next() {
        return at < s.length() ? s.charAt(at++) : '\0';
    }

    private void wholeNumber(String text) {
        if (text.length() == 8) {
            dateOnly = true;
            seconds = day((int) (value / 10_000), (int) (value / 100 % 100), (int) (value % 100));
            return;
        }
        @Nullable Epoch epoch = Epoch.of(text);
        if (epoch == null) {
            throw new DateTimeException("neither a date nor seconds since 1970");
        }
        seconds = epoch.seconds();
        nanos = epoch.nanos();
        zoned = true;
    }

    private void timeOfDay() {
        if (at == s.length()) {
            dateOnly = true;
            return;
        }
        char separator = next();
        if (separator == ',' && at < s.length()) {
            separator = next();
        }
        if (separator != ' ' && separator != 'T' && separator != 't' && separator != ';') {
            throw new DateTimeException("no time of day after the date");
        }
        skipBlanks();
        int from = at;
        int n = digits();
        if (n == 6) {
            compact((int) value);
            return;
        }
        at = from;
        int hour = pair();
        if (next() != ':') {
            throw new DateTimeException("no minutes");
        }
        int minute = pair();
        int second = 0;
        if (at < s.length() && s.charAt(at) == ':') {
            at++;
            second = pair();
            fraction();
        }
        skipBlanks();
        hour = halfDay(hour);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no such time of day");
        }
        seconds += hour * 3600L + minute * 60L + second;
        offset();
    }

    /// `HHmmss`, as in Interactive Brokers' Flex reports.
    private void compact(int clock) {
        int hour = clock / 10_000;
        int minute = clock / 100 % 100;
        int second = clock % 100;
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no such time of day");
        }
        seconds += hour * 3600L + minute * 60L + second;
        skipBlanks();
        offset();
    }

    private int pair() {
        int n = digits();
        if (n == 0 || n > 2) {
            throw new DateTimeException("no time of day");
        }
        return (int) value;
    }

    private void fraction() {
        if (at < s.length() && (s.charAt(at) == '.' || s.charAt(at) == ',')) {
            at++;
            int n = digits();
            if (n == 0 || n > 9) {
                throw new DateTimeException("fractions of a second have one to nine digits");
            }
            long v = value;
            for (int i = n; i < 9; i++) {
                v *= 10;
            }
            nanos = (int) v;
        }
    }

    private int halfDay(int hour) {
        if (at + 1 < s.length() && (s.charAt(at + 1) | 0x20) == 'm') {
            int half = s.charAt(at) | 0x20;
            if (half == 'a' || half == 'p') {
                if (hour < 1 || hour > 12) {
                    throw new DateTimeException("AM and PM go with hours 1 to 12");
                }
                at += 2;
                skipBlanks();
                return hour % 12 + (half == 'p' ? 12 : 0);
            }
        }
        return hour;
    }

    private void offset() {
        if (at == s.length()) {
            return;
        }
        zoned = true;
        String rest = s.substring(at);
        if (rest.equals("Z") || rest.equals("z") || rest.equals("UTC") || rest.equals("GMT")) {
            return;
        }
        char sign = next();
        if (sign != '+' && sign != '-' && sign != '−') {
            throw new DateTimeException("cannot be read after the time: " + rest);
        }
        int from = at;
        int n = digits();
        long hours = value;
        long minutes = 0;
        if (n == 4) {
            minutes = hours % 100;
            hours /= 100;
        } else if (at < s.length()) {
            at++;
            if (s.charAt(at - 1) != ':' || digits() != 2) {
                throw new DateTimeException("cannot be read as an offset: " + rest);
            }
            minutes = value;
        }
        if (at != s.length() || at == from || n == 3 || n > 4 || hours > 18 || minutes > 59) {
            throw new DateTimeException("cannot be read as an offset: " + rest);
        }
        long shift = hours * 3600 + minutes * 60;
        seconds -= sign == '+' ? shift : -shift;
    }

    private void skipBlanks() {
        while (at < s.length()
                && (s.charAt(at) == ' ' || s.charAt(at) == '\u00A0' || s.charAt(at) == '\u202F')) {
            at++;
        }
    }

    private static long day(int year, int month, int day) {
        if (year < 1800 || year > 2200) {
            throw new DateTimeException("the year is " + year);
        }
        return LocalDate.of(year, month, day).toEpochDay() * DAY;
    }
}
