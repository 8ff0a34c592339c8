package credence.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file's name tells: the bot, and in TradingView's own naming the symbol and the day of the export.
///
/// @param bot name without extension, or the strategy in TradingView's naming; may be blank
/// @param exchange in TradingView's naming
/// @param symbol as the name spells it
/// @param day of the export
public record FileNames(
        String bot, Optional<String> exchange, Optional<String> symbol, Optional<LocalDate> day) {

    /// `<strategy>_<EXCHANGE>_<SYMBOL>_<yyyy-MM-dd>[_hash]`, and what browsers add to a second download: ` (1)`.
    private static final Pattern TRADING_VIEW =
            Pattern.compile(
                    "(.+)_([A-Z][A-Z0-9]*)_([A-Z0-9][A-Z0-9.!&-]*)_(\\d{4}-\\d{2}-\\d{2})(?:_[0-9A-Za-z]{4,40})?(?:"
                        + " ?\\(\\d+\\))?");

    /// @param fileName without folders
    public static FileNames of(String fileName) {
        String stem = withoutExtension(fileName);
        Matcher m = TRADING_VIEW.matcher(stem);
        return m.matches()
                ? new FileNames(
                        m.group(1).strip(),
                        Optional.of(m.group(2)),
                        Optional.of(m.group(3)),
                        day(m.group(4)))
                : new FileNames(stem.strip(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty(); // 2025-02-30 is a name like any other
        }
    }

    /// Only extensions of text files go: `trend v1.2` keeps its `.2`.
    private static String withoutExtension(String name) {
        int point = name.lastIndexOf('.');
        if (point < 0) {
            return name;
        }
        return switch (name.substring(point + 1).toLowerCase(Locale.ROOT)) {
            case "csv", "tsv", "tab", "txt", "dat" -> name.substring(0, point);
            default -> name;
        };
    }
}
