package credence.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Time zones that stand in the name of a column: `Date(UTC)`, `Time(UTC+8)`, `Filled Time(UTC+02:00)`, `Update Time (EDT)`.
public final class ZoneNames {

    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)\\s*$");
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?\\s*([+\\-−])\\s*(\\d{1,2})(?::?(\\d{2}))?");

    private ZoneNames() {}

    /// The zone in the brackets at the end of a column's name, if that is what they hold.
    public static Optional<ZoneId> inColumn(String columnName) {
        Matcher m = IN_BRACKETS.matcher(columnName.strip());
        return m.find() ? of(m.group(1)) : Optional.empty();
    }

    /// Reads `UTC`, `UTC+8`, `+02:00`, `EDT`, `Europe/Berlin`. The abbreviations are those of the United States' markets; others
    /// stand for several zones each.
    public static Optional<ZoneId> of(String text) {
        String s = text.strip().toUpperCase(Locale.ROOT);
        Matcher m = OFFSET.matcher(s);
        try {
            if (m.matches()) {
                int hours = Integer.parseInt(m.group(2));
                int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
                int sign = m.group(1).equals("+") ? 1 : -1;
                return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
            }
            return switch (s) {
                case "UTC", "GMT", "Z", "UTC TIME" -> Optional.of(ZoneOffset.UTC);
                case "EST" -> Optional.of(ZoneOffset.ofHours(-5));
                case "EDT", "AST" -> Optional.of(ZoneOffset.ofHours(-4));
                case "CST" -> Optional.of(ZoneOffset.ofHours(-6));
                case "CDT" -> Optional.of(ZoneOffset.ofHours(-5));
                case "MST" -> Optional.of(ZoneOffset.ofHours(-7));
                case "MDT" -> Optional.of(ZoneOffset.ofHours(-6));
                case "PST" -> Optional.of(ZoneOffset.ofHours(-8));
                case "PDT" -> Optional.of(ZoneOffset.ofHours(-7));
                default ->
                        s.contains("/") ? Optional.of(ZoneId.of(text.strip())) : Optional.empty();
            };
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
