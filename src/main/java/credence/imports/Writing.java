package credence.imports;

import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;

/// How one file writes dates and numbers by the trader's word, and whether the file agrees. The word counts in every format; a file
/// that contradicts it is refused, and one in which nothing depends on it says so.
final class Writing {

    static final Writing UNSAID = new Writing(null, null);

    private final @Nullable DateOrder dates;
    private final @Nullable NumberStyle numbers;
    private final TimeText scanner = new TimeText();
    private boolean datesDepend;
    private boolean numbersDepend;
    private @Nullable Refusal contradiction;

    private Writing(@Nullable DateOrder dates, @Nullable NumberStyle numbers) {
        this.dates = dates;
        this.numbers = numbers;
    }

    static Writing of(ImportOptions options) {
        return new Writing(
                options.dateOrder().map(o -> DateOrder.valueOf(o.name())).orElse(null),
                options.decimal()
                        .map(
                                d ->
                                        switch (d) {
                                            case POINT -> NumberStyle.POINT;
                                            case COMMA -> NumberStyle.COMMA;
                                        })
                        .orElse(null));
    }

    /// Null when nothing was said.
    @Nullable DateOrder dates() {
        return dates;
    }

    /// Null when nothing was said.
    @Nullable NumberStyle numbers() {
        return numbers;
    }

    /// The order of a format's dates under the trader's word.
    DateOrder over(DateOrder usual) {
        return dates == null || dates == DateOrder.YEAR_FIRST ? usual : dates;
    }

    /// The style of a format's numbers under the trader's word.
    NumberStyle over(NumberStyle usual) {
        return numbers == null ? usual : usual.under(numbers);
    }

    /// A number is about to be read under the trader's word.
    void number(String text, int line, String column) {
        if (numbers == null) {
            return;
        }
        NumberStyle own = NumberSurvey.ownStyle(text);
        numbersDepend |= own != null || text.indexOf('.') >= 0 || text.indexOf(',') >= 0;
        if (own != null && own != numbers) {
            contradict(numberRefusal(text, line, column));
        }
    }

    /// What is said of a number whose own signs contradict the trader's word.
    Refusal numberRefusal(String text, int line, String column) {
        boolean comma = numbers == NumberStyle.COMMA;
        return new Refusal(
                line,
                column,
                Shown.cut(text),
                "By your word (--decimal "
                        + (comma ? "comma" : "point")
                        + ") decimals stand behind a "
                        + (comma ? "comma" : "point")
                        + "; in this number they stand behind a "
                        + (comma ? "point." : "comma."),
                "Import this file without --decimal, or correct the number.");
    }

    /// A date with day and month in figures is read.
    ///
    /// @param readable whether it is a date in the order that the trader says
    void date(String text, int line, String column, boolean readable) {
        if (dates == null || dates == DateOrder.YEAR_FIRST) {
            return;
        }
        datesDepend = true;
        if (!readable && isDate(text, opposite())) {
            contradict(dateRefusal(text, line, column));
        }
    }

    /// What is said of a date that the trader's word makes none.
    Refusal dateRefusal(String text, int line, String column) {
        boolean day = dates == DateOrder.DAY_FIRST;
        return new Refusal(
                line,
                column,
                Shown.cut(text),
                "By your word (--date-order "
                        + (day ? "day) the day" : "month) the month")
                        + " stands first; so read this is no date, the other way round it is one.",
                "Import this file without --date-order, or say --date-order "
                        + (day ? "month." : "day."));
    }

    private DateOrder opposite() {
        return dates == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    private boolean isDate(String text, DateOrder order) {
        try {
            scanner.scan(text.strip(), order);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private void contradict(Refusal refusal) {
        if (contradiction == null) {
            contradiction = refusal;
        }
    }

    /// Ends the reading of the file.
    ///
    /// @throws UnreadableFile when the file contradicts the trader's word
    void settle(Tally tally) throws UnreadableFile {
        if (contradiction != null) {
            throw new UnreadableFile(contradiction);
        }
        if (dates != null && dates != DateOrder.YEAR_FIRST && !datesDepend) {
            tally.note(
                    "What you said of day and month (--date-order) changed nothing: every"
                            + " date that is read begins with the year, names its month, or is the"
                            + " same either way.");
        }
        if (numbers != null && !numbersDepend) {
            tally.note(
                    "What you said of decimals (--decimal) changed nothing: no number of the file"
                        + " that is read has a point or a comma, or the format fixes its sign.");
        }
    }
}
