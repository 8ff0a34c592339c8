package credence.imports;

import org.jspecify.annotations.Nullable;

/// A count since 1970-01-01 00:00 UTC, its unit told by its size: seconds to the year 5138, then milliseconds, microseconds,
/// nanoseconds.
record Epoch(long seconds, int nanos) {

    /// @return null when the text is no such count
    static @Nullable Epoch of(String text) {
        int point = text.indexOf('.');
        int length = point < 0 ? text.length() : point;
        if (length < 9 || length > 19 || text.length() - length > 10) {
            return null;
        }
        long whole;
        long fraction = 0;
        try {
            whole = Long.parseLong(text, 0, length, 10);
            if (point >= 0) {
                String digits = (text.substring(point + 1) + "000000000").substring(0, 9);
                fraction = Long.parseLong(digits);
            }
        } catch (NumberFormatException e) {
            return null;
        }
        if (whole < 100_000_000_000L) {
            return new Epoch(whole, (int) fraction);
        }
        long perSecond =
                whole < 100_000_000_000_000L
                        ? 1_000
                        : whole < 100_000_000_000_000_000L ? 1_000_000 : 1_000_000_000;
        long nanosPerUnit = 1_000_000_000 / perSecond;
        return new Epoch(
                whole / perSecond,
                (int) (whole % perSecond * nanosPerUnit + fraction * nanosPerUnit / 1_000_000_000));
    }
}
