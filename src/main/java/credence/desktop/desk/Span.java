package credence.desktop.desk;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/// Which part of time the screens show.
///
/// A span of days ends at the latest data, never at the clock, so that the same workspace shows the same tomorrow. A span that ends
/// earlier than the data makes the screens show what was known then.
public sealed interface Span {

    All ALL = new All();

    /// What the span menu offers beside two dates of one's own.
    List<Span> OFFERED =
            List.of(ALL, new LastDays(7), new LastDays(30), new LastDays(90), new LastDays(365));

    record All() implements Span {}

    /// @param days at least 1
    record LastDays(int days) implements Span {}

    /// @param from first moment shown
    /// @param to moment up to which things were known
    record Between(Instant from, Instant to) implements Span {}

    /// First moment shown, absent when everything is.
    default @Nullable Instant from(@Nullable Instant dataUntil) {
        return switch (this) {
            case All _ -> null;
            case LastDays(int days) ->
                    dataUntil == null ? null : dataUntil.minus(Duration.ofDays(days));
            case Between(Instant from, Instant _) -> from;
        };
    }

    /// The moment as of which things are shown, absent for the latest.
    default @Nullable Instant asOf(@Nullable Instant dataUntil) {
        return this instanceof Between(Instant _, Instant to)
                        && dataUntil != null
                        && to.isBefore(dataUntil)
                ? to
                : null;
    }

    /// The span as text that [#parse] reads.
    default String text() {
        return switch (this) {
            case All _ -> "all";
            case LastDays(int days) -> "days " + days;
            case Between(Instant from, Instant to) -> "between " + from + " " + to;
        };
    }

    /// Reads what [#text] wrote; anything else is the whole time.
    static Span parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split(" ");
        try {
            if (parts[0].equals("days") && parts.length == 2) {
                return new LastDays(Math.max(1, Integer.parseInt(parts[1])));
            }
            if (parts[0].equals("between") && parts.length == 3) {
                return new Between(
                        Instant.parse(parts[1].toUpperCase(Locale.ROOT)),
                        Instant.parse(parts[2].toUpperCase(Locale.ROOT)));
            }
        } catch (DateTimeParseException | NumberFormatException notOurs) {
            return ALL;
        }
        return ALL;
    }
}
