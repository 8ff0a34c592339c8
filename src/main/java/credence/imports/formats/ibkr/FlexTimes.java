package credence.imports.formats.ibkr;

import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.imports.ZoneNames;
import credence.service.port.ImportOptions;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of a Flex query in the style that the trader has set: date and time in one field or two, joined by `;` `,` blank or `T`,
/// with or without the zone behind (`EST`, `EDT`), or the date alone.
final class FlexTimes {

    private static final Pattern STYLE =
            Pattern.compile(
                    "(\\d{8}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}-\\p{L}{3}-\\d{2,4})(?:[;,T"
                        + " ]\\s*(\\d{6}|\\d{1,2}:\\d{2}(?::\\d{2})?))?(?:\\s+(\\S+))?");

    private FlexTimes() {}

    /// One spelling of date and time that a [TimeColumn] reads; the text as it is when it is in no known style.
    ///
    /// @param dateTime may be empty, then date and time of the trade count
    static String text(String dateTime, String tradeDate, String tradeTime) {
        String s = empty(dateTime) ? tradeDate.strip() + " " + tradeTime.strip() : dateTime;
        Matcher m = STYLE.matcher(s.strip());
        if (!m.matches()) {
            return s.strip();
        }
        if (m.group(2) == null) {
            return m.group(1);
        }
        String zone = m.group(3) == null ? "" : m.group(3);
        String offset =
                ZoneNames.of(zone)
                        .filter(ZoneOffset.class::isInstance)
                        .map(ZoneId::getId)
                        .orElse("");
        return m.group(1) + " " + m.group(2) + offset;
    }

    private static boolean empty(String text) {
        return text.isBlank() || text.strip().equals("--");
    }

    /// Settles the order of day and month from all times of the file, and the zone from them or the user.
    ///
    /// @param texts rows of one cell each, by [#text(String, String, String)]
    static TimeColumn settle(List<Row> texts, ImportOptions options, Tally tally)
            throws UnreadableFile {
        int line = texts.isEmpty() ? 1 : texts.getFirst().line();
        Table table =
                Table.of(
                        new HeaderPlace(',', 0, line, new Header(List.of("dateTime"))),
                        texts,
                        tally);
        boolean days = texts.stream().noneMatch(r -> r.cell(0).contains(" "));
        if (days && options.zone().isEmpty()) {
            tally.note(
                    "The query holds the day of a trade but not its time: all trades of a day stand"
                            + " at midnight (UTC), in the order of the file. Add the field"
                            + " Date/Time to the query.");
            return TimeColumn.settle(table, 0, ZoneOffset.UTC);
        }
        if (options.zone().isEmpty()
                && texts.stream().anyMatch(r -> !r.cell(0).matches(".* .*[+Z-].*"))) {
            TimeColumn.required(
                    options,
                    "The times of a Flex query are those of the account (America/New_York unless"
                            + " you changed it)");
        }
        return TimeColumn.settle(table, 0, options.zone().orElse(null));
    }
}
