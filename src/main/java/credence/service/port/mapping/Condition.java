package credence.service.port.mapping;

/// One thing that must be so for a rule to hold.
///
/// @param of what is looked at
/// @param column name of the column, for [Of#COLUMN] only; else empty
/// @param pattern text that it must be, whatever the case; `*` stands for any text and `?` for one character. For
///     [Of#TIME_OF_DAY] a span such as `09:30-16:00` in UTC or `09:30-16:00 America/New_York`, the end not included
public record Condition(Of of, String column, String pattern) {

    public enum Of {
        /// The source's own name or number of the bot: magic number, strategy, order reference.
        BOT,
        /// Comment, order name, signal.
        TAG,
        /// Any column, by name.
        COLUMN,
        /// Name of the file, without folders.
        FILE,
        ACCOUNT,
        SYMBOL,
        /// Of the entry or the execution.
        TIME_OF_DAY
    }

    /// Longest pattern; none needs more.
    private static final int LONGEST = 200;

    /// @throws IllegalArgumentException with a sentence for the trader
    public Condition {
        column = column.strip();
        pattern = pattern.strip();
        if (pattern.isEmpty() || pattern.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A rule needs a text of 1 to " + LONGEST + " characters to compare with.");
        }
        if (of == Of.COLUMN && column.isEmpty()) {
            throw new IllegalArgumentException("A rule about a column must name the column.");
        }
        if (of == Of.TIME_OF_DAY) {
            var unused = DaySpan.of(pattern);
        }
    }

    public static Condition of(Of of, String pattern) {
        return new Condition(of, "", pattern);
    }

    public static Condition ofColumn(String column, String pattern) {
        return new Condition(Of.COLUMN, column, pattern);
    }

    /// The span of a condition about the time of day.
    public DaySpan span() {
        return DaySpan.of(pattern);
    }
}
