package credence.imports.mapping;

import credence.imports.Amount;
import credence.imports.NumberStyle;
import credence.imports.TimeColumn;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One column of an unknown table, with the looks of its cells.
///
/// @param times share of filled cells that can be read as a date, with or without time of day
/// @param clocks share that is a time of day alone
/// @param numbers share that can be read as a number
/// @param sides share that says bought or sold
/// @param negatives how many numbers are below zero
/// @param positives how many numbers are above zero
/// @param distinct whether no filled cell repeats
/// @param cells as they stand, one for each row
record Column(
        int index,
        String name,
        int filled,
        double times,
        double clocks,
        double numbers,
        double sides,
        int negatives,
        int positives,
        boolean distinct,
        List<String> cells) {

    private static final double MOST = 0.6;
    private static final Pattern CLOCK =
            Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp][Mm])?");

    /// Midnight, as spreadsheets write it behind a day.
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00([.,]0+)?)?$");

    /// `ESH6`, `NQZ25`: a root, the letter of a month, a year.
    private static final Pattern CONTRACT =
            Pattern.compile("/?([A-Z0-9]{1,4}[FGHJKMNQUVXZ])\\d{1,2}");

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private static final int DAY_DIGITS = 8;

    /// Names of spans, which are written like a time of day.
    private static final Set<String> SPANS =
            Set.of(
                    "duration",
                    "dauer",
                    "haltedauer",
                    "hold",
                    "holding",
                    "held",
                    "elapsed",
                    "length",
                    "durée",
                    "duree",
                    "duración",
                    "duracion",
                    "durata",
                    "duração");

    static Column of(int index, String name, List<String> cells) {
        int filled = 0;
        int times = 0;
        int clocks = 0;
        int numbers = 0;
        int sides = 0;
        int negatives = 0;
        int positives = 0;
        Set<String> seen = new HashSet<>();
        boolean distinct = true;
        for (String cell : cells) {
            String s = cell.strip();
            if (s.isEmpty()) {
                continue;
            }
            filled++;
            distinct &= seen.add(s);
            times += TimeColumn.isTime(s) ? 1 : 0;
            clocks += CLOCK.matcher(s).matches() ? 1 : 0;
            sides += SideWords.isSide(s) ? 1 : 0;
            BigDecimal number = number(s);
            if (number != null) {
                numbers++;
                negatives += number.signum() < 0 ? 1 : 0;
                positives += number.signum() > 0 ? 1 : 0;
            }
        }
        double of = Math.max(1, filled);
        return new Column(
                index,
                name,
                filled,
                times / of,
                clocks / of,
                numbers / of,
                sides / of,
                negatives,
                positives,
                distinct,
                cells);
    }

    boolean isTime() {
        return times >= MOST;
    }

    boolean isClock() {
        return clocks >= MOST;
    }

    /// Whether the cells are times of day, and the name does not say that they are spans.
    boolean isTimeOfDay() {
        return isClock()
                && List.of(Synonyms.plain(name).split(" ")).stream().noneMatch(SPANS::contains);
    }

    /// Whether the cells are days without a time of day, or with midnight throughout.
    boolean isDay() {
        return isTime()
                && cells.stream()
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .map(Column::day)
                        .allMatch(
                                s ->
                                        s.indexOf(':') < 0
                                                && s.chars().filter(Character::isDigit).count()
                                                        <= DAY_DIGITS);
    }

    /// A day without the midnight that a spreadsheet wrote behind it.
    static String day(String cell) {
        return MIDNIGHT.matcher(cell).replaceFirst("");
    }

    /// Futures contracts read like amounts in a currency (`ESH6`: 6 ESH), but are none.
    boolean isContract() {
        boolean one = false;
        for (String cell : cells) {
            Matcher m = CONTRACT.matcher(cell.strip());
            if (m.matches()) {
                one |= !CURRENCIES.contains(m.group(1));
            } else if (!cell.isBlank()) {
                return false;
            }
        }
        return one;
    }

    /// Whether a letter stands in every filled cell.
    boolean isLettered() {
        return filled > 0
                && cells.stream()
                        .filter(s -> !s.isBlank())
                        .allMatch(s -> s.chars().anyMatch(Character::isLetter));
    }

    boolean isNumber() {
        return numbers >= MOST && !isContract();
    }

    boolean isSide() {
        return sides >= MOST;
    }

    static @org.jspecify.annotations.Nullable BigDecimal number(String s) {
        return number(s, List.of(NumberStyle.POINT, NumberStyle.COMMA));
    }

    /// The number of a cell by the first of these styles that reads it.
    static @org.jspecify.annotations.Nullable BigDecimal number(
            String s, List<NumberStyle> styles) {
        for (NumberStyle style : styles) {
            try {
                return style.read(s);
            } catch (NumberFormatException _) {
                try {
                    return s.chars().anyMatch(Character::isDigit)
                            ? Amount.of(s, style).value()
                            : null;
                } catch (IllegalArgumentException _) {
                    // perhaps the other style
                }
            }
        }
        return null;
    }
}
