package credence.imports.mapping;

import credence.imports.NumberStyle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One column of an unknown table, with the looks of its cells.
///
/// @param times share of filled cells that can be read as a date, with or without time of day
/// @param clocks share that is a time of day alone
/// @param numbers share that can be read as a number
/// @param sides share that says bought or sold
/// @param moneys share of numbers beside which a currency or a coin stands
/// @param percents share of numbers in per cent
/// @param negatives how many numbers are below zero
/// @param positives how many numbers are above zero
/// @param distinct whether no filled cell repeats
/// @param days whether no filled cell holds more than a day, with or without midnight
/// @param contract whether futures contracts stand in all filled cells
/// @param lettered whether a letter stands in every filled cell
/// @param cells as they stand, one for each row that was kept to be looked at; all else is of the whole column
record Column(
        int index,
        String name,
        int filled,
        double times,
        double clocks,
        double numbers,
        double sides,
        double moneys,
        double percents,
        int negatives,
        int positives,
        boolean distinct,
        boolean days,
        boolean contract,
        boolean lettered,
        List<String> cells) {

    private static final double MOST = 0.6;

    /// Midnight, as spreadsheets write it behind a day.
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00([.,]0+)?)?$");

    /// `ESH6`, `NQZ25`: a root, the letter of a month, a year.
    static final Pattern CONTRACT = Pattern.compile("/?([A-Z0-9]{1,4}[FGHJKMNQUVXZ])\\d{1,2}");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");

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

    /// The same column with the cells of other rows.
    Column with(List<String> others) {
        return new Column(
                index, name, filled, times, clocks, numbers, sides, moneys, percents, negatives,
                positives, distinct, days, contract, lettered, others);
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
        return isTime() && days;
    }

    /// A day without the midnight that a spreadsheet wrote behind it.
    static String day(String cell) {
        return MIDNIGHT.matcher(cell).replaceFirst("");
    }

    /// Futures contracts read like amounts in a currency (`ESH6`: 6 ESH), but are none.
    boolean isContract() {
        return contract;
    }

    static boolean isCurrency(String code) {
        return Coins.isCurrency(code);
    }

    /// Whether a letter stands in every filled cell.
    boolean isLettered() {
        return lettered;
    }

    /// Whether a currency stands beside most numbers: prices and sums, no quantity of shares.
    boolean isMoney() {
        return moneys >= MOST;
    }

    /// Whether most numbers are in per cent.
    boolean isPercent() {
        return percents >= MOST;
    }

    /// Whether a number is followed or preceded by the sign or the code of a currency.
    static boolean isMoney(String cell) {
        if (cell.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL)) {
            return true;
        }
        Matcher code = CODE.matcher(cell);
        return code.find() && isCurrency(code.group());
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
            String cell, List<NumberStyle> styles) {
        String s = CostObject.plain(cell);
        for (NumberStyle style : styles) {
            try {
                return style.read(s);
            } catch (NumberFormatException _) {
                try {
                    return s.chars().anyMatch(Character::isDigit)
                            ? CellAmount.of(s, style, _ -> true).value()
                            : null;
                } catch (IllegalArgumentException _) {
                    // perhaps the other style
                }
            }
        }
        return null;
    }
}
