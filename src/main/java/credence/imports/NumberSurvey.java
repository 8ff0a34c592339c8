package credence.imports;

import credence.service.port.mapping.Finding;
import credence.service.port.mapping.Need;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;

/// Collects what a file's numbers say about its decimal sign.
///
/// A sign that follows another kind, or is followed by other than three digits, is a decimal one; one that stands twice
/// groups thousands; one sign before exactly three digits says nothing.
final class NumberSurvey {

    /// `R$ 1.234,50`, `Rs.5`
    private static final java.util.regex.Pattern SIGN_BEFORE =
            java.util.regex.Pattern.compile(
                    "^[-−+(]?\\s?(?:\\p{L}{1,3}\\$|Rs\\.?|SFr\\.?|Fr\\.)\\s?(?=[-−+(]?\\d)");

    /// `1,5K`, `12,50 kr`, `12,50 zł`
    private static final java.util.regex.Pattern SIGN_BEHIND =
            java.util.regex.Pattern.compile("(?<=\\d)\\s?(?:[KkM]|[Mm]io|mln|kr\\.?|zł|Kč|Ft)$");

    /// A cell that gave evidence, to be named when another contradicts it.
    private record Witness(int line, int column, String text) {}

    /// First witness by sign, point then comma.
    private final @Nullable Witness[] decimal = new Witness[2];

    private final @Nullable Witness[] open = new Witness[2];

    void add(String cell, int line, int column) {
        String text = withoutUnit(cell.strip());
        int commas = 0;
        int points = 0;
        int last = -1;
        int lastDigit = -1;
        int digits = 0;
        int before = 0;
        boolean leadingZero = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                leadingZero |= digits == 0 && c == '0';
                digits++;
                lastDigit = i;
            } else if (c == ',' || c == '.') {
                commas += c == ',' ? 1 : 0;
                points += c == '.' ? 1 : 0;
                last = i;
                before = digits;
            } else if (c == 'e' || c == 'E') {
                break;
            } else if (Character.isLetter(c)) {
                return; // no number, no evidence
            }
        }
        if (last < 0 || digits == 0) {
            return;
        }
        int sign = text.charAt(last) == ',' ? 1 : 0;
        int same = sign == 1 ? commas : points;
        int other = sign == 1 ? points : commas;
        if (same > 1) {
            if (other == 0 && goodGroups(text, text.charAt(last))) {
                witness(1 - sign, line, column, text);
            }
        } else if (other > 0 || lastDigit - last != 3 || before == 0 || before > 3 || leadingZero) {
            witness(sign, line, column, text);
        } else if (open[sign] == null) {
            open[sign] = new Witness(line, column, text);
        }
    }

    /// A number may carry a coin or currency (`200,50 CHF`, `USD 5`): three to six capitals before or behind it.
    private static String withoutUnit(String text) {
        int end = text.length();
        while (end > 0 && Character.isUpperCase(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && Character.isUpperCase(text.charAt(start))) {
            start++;
        }
        if (!text.isEmpty() && !Character.isDigit(text.charAt(text.length() - 1))) {
            Matcher behind = SIGN_BEHIND.matcher(text);
            if (behind.find()) {
                return behind.replaceFirst("");
            }
        }
        if (!text.isEmpty() && !Character.isDigit(text.charAt(0))) {
            Matcher before = SIGN_BEFORE.matcher(text);
            if (before.find()) {
                return before.replaceFirst("");
            }
        }
        int behind = text.length() - end;
        return behind >= 3 && behind <= 6
                ? text.substring(0, end)
                : start >= 3 && start <= 6 ? text.substring(start) : text;
    }

    private static boolean goodGroups(String text, char sign) {
        int group = 0;
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                group++;
            } else if (c == sign) {
                if (!NumberStyle.goodGroup(group, first, false)) {
                    return false;
                }
                first = false;
                group = 0;
            }
        }
        return NumberStyle.goodGroup(group, false, true);
    }

    private void witness(int sign, int line, int column, String text) {
        if (decimal[sign] == null) {
            decimal[sign] = new Witness(line, column, text);
        }
    }

    boolean contradicts() {
        return decimal[0] != null && decimal[1] != null;
    }

    /// The style of one number by its own signs; null when they do not tell.
    static @Nullable NumberStyle ownStyle(String text) {
        NumberSurvey one = of(text);
        return one.decimal[1] != null
                ? NumberStyle.COMMA
                : one.decimal[0] != null ? NumberStyle.POINT : null;
    }

    /// Whether a number can be read in both styles, and is another one in each.
    static boolean isUnclear(String text) {
        NumberSurvey one = of(text);
        return one.decimal[0] == null
                && one.decimal[1] == null
                && (one.open[0] != null || one.open[1] != null);
    }

    private static NumberSurvey of(String text) {
        NumberSurvey one = new NumberSurvey();
        one.add(text, 0, 0);
        return one;
    }

    /// @param usual style of the format, taken where nothing settles it; null when it has none
    NumberStyle verdict(Table table, @Nullable NumberStyle usual) throws UnreadableFile {
        Witness point = decimal[0];
        Witness comma = decimal[1];
        if (point != null && comma != null) {
            boolean pointLast = point.line() > comma.line();
            Witness later = pointLast ? point : comma;
            Witness earlier = pointLast ? comma : point;
            throw new UnreadableFile(
                    later.line(),
                    table.header().name(later.column()),
                    later.text(),
                    "The numbers mix decimal point and decimal comma: "
                            + earlier.text().strip()
                            + " in line "
                            + earlier.line()
                            + ", "
                            + later.text().strip()
                            + " in line "
                            + later.line()
                            + ".",
                    "Export the file again in one number format.");
        }
        Writing said = table.writing();
        NumberStyle stated = said.numbers();
        Witness against = stated == NumberStyle.POINT ? comma : stated == null ? null : point;
        if (against != null) {
            throw new UnreadableFile(
                    said.numberRefusal(
                            against.text(), against.line(), table.header().name(against.column())));
        }
        if (stated != null && point == null && comma == null) {
            return found(table, stated, "You said so; no number of the file settles it.", false);
        }
        if (comma != null) {
            return found(table, NumberStyle.COMMA, no(comma), true);
        }
        // In a file separated by commas a point before three digits is a decimal one: such exports
        // are English.
        boolean english = table.place().separator() == ',';
        Witness unclear = open[1] != null || english ? open[1] : open[0];
        if (point == null && unclear != null) {
            if (usual != null) {
                return found(
                        table,
                        usual,
                        "Files of this format usually are; no number settles it.",
                        false);
            }
            throw new UnreadableFile(
                            unclear.line(),
                            table.header().name(unclear.column()),
                            unclear.text(),
                            "It cannot be told whether "
                                    + unclear.text().strip()
                                    + " has a decimal sign or a thousands separator: no number in"
                                    + " the file settles it.",
                            "Say --decimal point or --decimal comma; or export the numbers with a"
                                    + " decimal point and without thousands separators.")
                    .asking(Need.DECIMAL);
        }
        return found(
                table,
                NumberStyle.POINT,
                point != null ? no(point) : "No number reads otherwise with a comma.",
                true);
    }

    private static String no(Witness witness) {
        return witness.text().strip() + " in line " + witness.line() + " has no other reading.";
    }

    private static NumberStyle found(
            Table table, NumberStyle style, String source, boolean settled) {
        table.reads(
                new Finding(
                        Finding.Of.DECIMAL,
                        style == NumberStyle.COMMA ? "decimal comma" : "decimal point",
                        source,
                        settled));
        return style;
    }
}
