package credence.desktop.table;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What a trader types above a column, understood by the column's kind.
///
/// Text: contains, whatever the case; `=alpha` the whole; `!beta` does not contain.
/// Numbers, in the unit shown: `>50`, `>=50`, `<5`, `<=5`, `=5`, `5` (the same), `10..20`, `10..`, `..20`.
/// Times, by year, month, day or minute: `2024`, `2024-03`, `2024-03-05`, `2024-03-05 14:02`, and with `>`, `<`, `..`.
final class RowFilter {

    private RowFilter() {}

    /// @param scale what a typed number is divided by: 100 where per cents are shown
    /// @return empty when the text is not understood
    static Optional<Predicate<@Nullable Object>> parse(
            Column.Kind kind, String typed, int scale, ZoneId zone) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(key -> true);
        }
        return switch (kind) {
            case TEXT -> Optional.of(words(text));
            case NUMBER, TREND, BAR ->
                    span(text, part -> number(part, scale), false).map(RowFilter::numbers);
            case TIME -> span(text, part -> moments(part, zone), true).map(RowFilter::times);
        };
    }

    /// What may be typed, for a field that was not understood.
    static String hint(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "Part of the text, =whole text or !not this";
            case NUMBER, TREND, BAR -> "A number: >50, <=5, 10..20 or 7";
            case TIME -> "A time: 2024, 2024-03, 2024-03-05, >2024-03-05 or 2024-01..2024-06";
        };
    }

    private static Predicate<@Nullable Object> words(String text) {
        boolean not = text.startsWith("!");
        boolean whole = text.startsWith("=");
        String wanted = (not || whole ? text.substring(1) : text).strip().toLowerCase(Locale.ROOT);
        return key -> {
            String found = key == null ? "" : key.toString().toLowerCase(Locale.ROOT);
            return whole ? found.equals(wanted) : found.contains(wanted) != not;
        };
    }

    private static Predicate<@Nullable Object> numbers(Span<BigDecimal> span) {
        return key -> key instanceof BigDecimal number && span.holds(number);
    }

    private static Predicate<@Nullable Object> times(Span<Instant> span) {
        return key -> key instanceof Instant time && span.holds(time);
    }

    /// What one typed value stands for: a day is all its moments.
    private record Part<T>(T first, T last) {}

    private interface Reader<T> {
        Optional<Part<T>> read(String text);
    }

    /// @param openEnd whether the high end itself is outside
    private record Span<T extends Comparable<T>>(
            @Nullable T low, boolean openLow, @Nullable T high, boolean openHigh) {

        boolean holds(T value) {
            T from = low;
            T to = high;
            int below = from == null ? 1 : value.compareTo(from);
            int above = to == null ? -1 : value.compareTo(to);
            return (openLow ? below > 0 : below >= 0) && (openHigh ? above < 0 : above <= 0);
        }
    }

    /// @param halfOpen whether a part's last value is the first that no longer belongs to it
    private static <T extends Comparable<T>> Optional<Span<T>> span(
            String text, Reader<T> reader, boolean halfOpen) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            String left = text.substring(0, dots);
            String right = text.substring(dots + 2);
            Optional<Part<T>> low = reader.read(left);
            Optional<Part<T>> high = reader.read(right);
            boolean understood =
                    (left.isBlank() || low.isPresent())
                            && (right.isBlank() || high.isPresent())
                            && !(left.isBlank() && right.isBlank());
            return understood
                    ? Optional.of(
                            new Span<>(
                                    low.map(Part::first).orElse(null),
                                    false,
                                    high.map(Part::last).orElse(null),
                                    halfOpen))
                    : Optional.empty();
        }
        if (text.startsWith(">=")) {
            return reader.read(text.substring(2))
                    .map(part -> new Span<>(part.first(), false, null, false));
        }
        if (text.startsWith("<=")) {
            return reader.read(text.substring(2))
                    .map(part -> new Span<>(null, false, part.last(), halfOpen));
        }
        if (text.startsWith(">")) {
            return reader.read(text.substring(1))
                    .map(part -> new Span<>(part.last(), !halfOpen, null, false));
        }
        if (text.startsWith("<")) {
            return reader.read(text.substring(1))
                    .map(part -> new Span<>(null, false, part.first(), true));
        }
        return reader.read(text.startsWith("=") ? text.substring(1) : text)
                .map(part -> new Span<>(part.first(), false, part.last(), halfOpen));
    }

    private static Optional<Part<BigDecimal>> number(String text, int scale) {
        String plain =
                text.strip()
                        .replace('\u2212', '-')
                        .replace("%", "")
                        .replace("R", "")
                        .replace(",", "")
                        .strip();
        try {
            BigDecimal number = new BigDecimal(plain).divide(BigDecimal.valueOf(scale));
            return Optional.of(new Part<>(number, number));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Part<Instant>> moments(String text, ZoneId zone) {
        String plain = text.strip();
        try {
            return Optional.of(
                    switch (plain.length()) {
                        case 4 ->
                                days(
                                        Year.parse(plain).atDay(1),
                                        Year.parse(plain).plusYears(1).atDay(1),
                                        zone);
                        case 7 ->
                                days(
                                        YearMonth.parse(plain).atDay(1),
                                        YearMonth.parse(plain).plusMonths(1).atDay(1),
                                        zone);
                        case 10 ->
                                days(
                                        LocalDate.parse(plain),
                                        LocalDate.parse(plain).plusDays(1),
                                        zone);
                        default -> {
                            Instant minute =
                                    LocalDateTime.parse(plain.replace(' ', 'T'))
                                            .atZone(zone)
                                            .toInstant();
                            yield new Part<>(minute, minute.plusSeconds(60));
                        }
                    });
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Part<Instant> days(LocalDate first, LocalDate after, ZoneId zone) {
        return new Part<>(
                first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
    }
}
