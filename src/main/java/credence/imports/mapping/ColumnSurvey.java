package credence.imports.mapping;

import credence.imports.TimeColumn;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts what the cells of one column look like, one after the other and in constant memory, so that what is said of a column rests
/// on all of it.
final class ColumnSurvey {

    /// What one cell looks like.
    enum Look {
        EMPTY,
        ABOVE_ZERO,
        BELOW_ZERO,
        ZERO,
        TIME,
        CLOCK,
        SIDE,
        OTHER
    }

    private static final Pattern CLOCK =
            Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp][Mm])?");

    /// `093500`: a time of day only in a column that is called a time.
    private static final Pattern COMPACT_CLOCK =
            Pattern.compile("([01]?\\d|2[0-3])[0-5]\\d[0-5]\\d");

    /// Whether a cell is seen for the first time is kept for so many; a later one of a longer file that comes again is refused when its row
    /// is read.
    private static final int MOST_KEPT = 1 << 20;

    private static final int DAY_DIGITS = 8;

    private final int index;
    private final String name;
    private final boolean compact;
    private final Set<Integer> seen = new HashSet<>();
    private int filled;
    private int times;
    private int clocks;
    private int numbers;
    private int sides;
    private int negatives;
    private int positives;
    private int moneys;
    private int percents;
    private int contracts;
    private int lettered;
    private boolean distinct = true;
    private boolean others;
    private boolean days = true;

    ColumnSurvey(int index, String name) {
        this.index = index;
        this.name = name;
        this.compact = Synonyms.isTime(name);
    }

    Look add(String cell) {
        String s = cell.strip();
        if (s.isEmpty()) {
            return Look.EMPTY;
        }
        filled++;
        // Two cells of one hash are taken for the same: at worst a column of ids is not proposed.
        distinct &= seen.size() >= MOST_KEPT || seen.add(s.hashCode());
        boolean time = mayBeTime(s) && TimeColumn.isTime(s);
        boolean clock =
                CLOCK.matcher(s).matches() || (compact && COMPACT_CLOCK.matcher(s).matches());
        boolean side = SideWords.isSide(s);
        times += time ? 1 : 0;
        clocks += clock ? 1 : 0;
        sides += side ? 1 : 0;
        days &= isDay(Column.day(s));
        lettered += s.chars().anyMatch(Character::isLetter) ? 1 : 0;
        Matcher contract = Column.CONTRACT.matcher(s);
        if (contract.matches()) {
            contracts += Column.isCurrency(contract.group(1)) ? 0 : 1;
        } else {
            others = true;
        }
        BigDecimal number = mayBeNumber(s) ? Column.number(s) : null;
        if (number != null) {
            numbers++;
            negatives += number.signum() < 0 ? 1 : 0;
            positives += number.signum() > 0 ? 1 : 0;
            moneys += Column.isMoney(s) ? 1 : 0;
            percents += s.endsWith("%") ? 1 : 0;
        }
        return side
                ? Look.SIDE
                : clock
                        ? Look.CLOCK
                        : time
                                ? Look.TIME
                                : number == null
                                        ? Look.OTHER
                                        : number.signum() < 0
                                                ? Look.BELOW_ZERO
                                                : number.signum() > 0 ? Look.ABOVE_ZERO : Look.ZERO;
    }

    /// Lets through all times, and spares most other cells the attempt.
    private static boolean mayBeTime(String s) {
        char first = s.charAt(0);
        if (Character.isLetter(first)) {
            return s.chars().anyMatch(Character::isDigit);
        }
        int digits = 0;
        while (digits < s.length() && Character.isDigit(s.charAt(digits))) {
            digits++;
        }
        boolean plain =
                s.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',')
                        && s.chars().filter(c -> c == '.' || c == ',').count() <= 1;
        return digits > 0 && (!plain || digits >= DAY_DIGITS);
    }

    private static boolean mayBeNumber(String s) {
        return (s.indexOf(':') < 0 || s.startsWith("{"))
                && s.indexOf('/') < 0
                && s.chars().anyMatch(Character::isDigit);
    }

    private static boolean isDay(String cell) {
        return cell.indexOf(':') < 0
                && cell.chars().filter(Character::isDigit).count() <= DAY_DIGITS;
    }

    /// @param cells of the rows that are kept to be looked at together
    Column finished(List<String> cells) {
        double of = Math.max(1, filled);
        return new Column(
                index,
                name,
                filled,
                times / of,
                clocks / of,
                numbers / of,
                sides / of,
                moneys / of,
                percents / of,
                negatives,
                positives,
                distinct,
                days,
                contracts > 0 && !others,
                filled > 0 && lettered == filled,
                cells);
    }
}
