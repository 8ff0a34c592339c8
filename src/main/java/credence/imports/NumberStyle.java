package credence.imports;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// How a file writes numbers: decimal point or comma, and what groups thousands. Settled once for a file, from all its
/// numbers, never per cell: `1,234` alone can be read both ways.
///
/// Also read, in either style: blanks, no-break blanks and apostrophes between thousands; a sign, a real minus, or
/// brackets for a negative, also behind a currency sign (`$(400.00)`); a minus behind the number (`400.00-`); one currency sign; a per cent sign; exponents (`1e-8`).
public final class NumberStyle {

    /// Longest text read as a number; no price needs more.
    private static final int LONGEST = 64;

    /// Digits before the decimal sign; no price, quantity or amount has as many.
    private static final int MOST_WHOLE_DIGITS = 24;

    private static final int LARGEST_EXPONENT = 60;

    /// Point, and commas between thousands.
    public static final NumberStyle POINT = new NumberStyle('.', ',', null);

    /// Comma, and points between thousands.
    public static final NumberStyle COMMA = new NumberStyle(',', '.', null);

    /// Each number by its own signs, for files that mix both; a number that can be read both ways is refused, not guessed.
    public static final NumberStyle EITHER = new NumberStyle('\0', '\0', null);

    private final char decimal;
    private final char grouping;

    /// Style of numbers that can be read both ways; null where they are refused.
    private final @Nullable NumberStyle unclear;

    private NumberStyle(char decimal, char grouping, @Nullable NumberStyle unclear) {
        this.decimal = decimal;
        this.grouping = grouping;
        this.unclear = unclear;
    }

    /// Whether all numbers are of one style.
    boolean isOne() {
        return decimal != '\0';
    }

    /// This style under the trader's word: the word, and where numbers of both styles are read, the word for those that can be read
    /// both ways.
    NumberStyle under(NumberStyle said) {
        return isOne() ? said : new NumberStyle('\0', '\0', said);
    }

    /// Settles the style from the numbers in some columns of all rows.
    ///
    /// @param columns indices; negative ones are left out
    /// @throws UnreadableFile when the numbers contradict each other, or every one of them can be read both ways
    public static NumberStyle settle(Table table, int... columns) throws UnreadableFile {
        NumberSurvey survey = new NumberSurvey();
        for (Row row : table.rows()) {
            for (int column : columns) {
                if (column >= 0) {
                    survey.add(row.cell(column), row.line(), column);
                }
            }
        }
        return survey.verdict(table, null);
    }

    /// The same for a format that always writes one style: it is taken where no number settles it.
    ///
    /// @throws UnreadableFile when the numbers contradict each other
    public static NumberStyle settle(Table table, NumberStyle usual, int... columns)
            throws UnreadableFile {
        NumberSurvey survey = new NumberSurvey();
        for (Row row : table.rows()) {
            for (int column : columns) {
                if (column >= 0) {
                    survey.add(row.cell(column), row.line(), column);
                }
            }
        }
        return survey.verdict(table, usual);
    }

    /// The same, but a file whose numbers contradict each other is read number by number.
    ///
    /// @throws UnreadableFile when every one of the numbers can be read both ways
    public static NumberStyle settleOrEither(Table table, int... columns) throws UnreadableFile {
        NumberSurvey survey = new NumberSurvey();
        for (Row row : table.rows()) {
            for (int column : columns) {
                if (column >= 0) {
                    survey.add(row.cell(column), row.line(), column);
                }
            }
        }
        return survey.contradicts() ? EITHER : survey.verdict(table, null);
    }

    /// Reads a number.
    ///
    /// @return null for an empty cell or a dash that stands for "none"
    /// @throws NumberFormatException when the text is no number, among them NaN and infinity
    public @Nullable BigDecimal read(String text) {
        int length = text.length();
        if (length == 0) {
            return null;
        }
        if (decimal == '\0') {
            return styleOf(text).read(text);
        }
        if (length <= 18) {
            BigDecimal plain = plain(text, length);
            if (plain != null) {
                return plain;
            }
        }
        return slow(text);
    }

    private NumberStyle styleOf(String text) {
        NumberStyle own = NumberSurvey.ownStyle(text);
        if (own != null) {
            return own;
        }
        if (NumberSurvey.isUnclear(text)) {
            if (unclear == null) {
                throw new NumberFormatException("can be read both ways");
            }
            return unclear;
        }
        return POINT;
    }

    /// The common case without garbage: an optional minus, digits, at most one decimal sign.
    private @Nullable BigDecimal plain(String text, int length) {
        long unscaled = 0;
        int scale = -1;
        int digits = 0;
        int i = text.charAt(0) == '-' ? 1 : 0;
        boolean negative = i == 1;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
                if (scale >= 0) {
                    scale++;
                }
            } else if (c == decimal && scale < 0) {
                scale = 0;
            } else {
                return null;
            }
        }
        return digits == 0
                ? null
                : BigDecimal.valueOf(negative ? -unscaled : unscaled, Math.max(scale, 0));
    }

    private @Nullable BigDecimal slow(String text) {
        String s = text.strip();
        if (s.isEmpty() || s.equals("-") || s.equals("--") || s.equals("—") || s.equals("–")) {
            return null;
        }
        if (s.length() > LONGEST) {
            throw new NumberFormatException("longer than " + LONGEST + " characters");
        }
        if (s.endsWith(")") && s.indexOf('(') > 0 && currency(s.charAt(0))) {
            // $(400.00)
            s = '(' + s.substring(0, s.indexOf('(')) + s.substring(s.indexOf('(') + 1);
        }
        boolean brackets = s.startsWith("(") && s.endsWith(")");
        int from = brackets ? 1 : 0;
        int to = brackets ? s.length() - 1 : s.length();
        boolean negative = brackets;
        boolean signed = brackets;
        while (from < to && !digit(s.charAt(from)) && s.charAt(from) != decimal) {
            char c = s.charAt(from++);
            if ((c == '-' || c == '−' || c == '+') && !signed) {
                negative = c != '+';
                signed = true;
            } else if (!currency(c) && !blank(c)) {
                throw new NumberFormatException("no number");
            }
        }
        while (from < to
                && (currency(s.charAt(to - 1))
                        || blank(s.charAt(to - 1))
                        || s.charAt(to - 1) == '%')) {
            to--;
        }
        if (!signed && from < to && (s.charAt(to - 1) == '-' || s.charAt(to - 1) == '−')) {
            negative = true;
            to--;
        }
        BigDecimal value = new BigDecimal(plainDigits(s, from, to));
        if (value.signum() != 0 && value.precision() - value.scale() > MOST_WHOLE_DIGITS) {
            throw new NumberFormatException("more than " + MOST_WHOLE_DIGITS + " digits");
        }
        return negative ? value.negate() : value;
    }

    /// The digits without what groups them, with a point and an `E`, as Java reads them.
    private String plainDigits(String s, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        char separator = 0;
        int group = 0;
        int i = from;
        for (; i < to && s.charAt(i) != decimal && s.charAt(i) != 'e' && s.charAt(i) != 'E'; i++) {
            char c = s.charAt(i);
            if (digit(c)) {
                plain.append(c);
                group++;
            } else if ((c == grouping || groups(c)) && (separator == 0 || separator == c)) {
                requireGroup(group, separator == 0, false);
                separator = c;
                group = 0;
            } else {
                throw new NumberFormatException("stray '" + c + "'");
            }
        }
        if (separator != 0) {
            requireGroup(group, false, true);
        }
        if (i < to && s.charAt(i) == decimal) {
            plain.append('.');
            for (i++; i < to && digit(s.charAt(i)); i++) {
                plain.append(s.charAt(i));
            }
        }
        if (i < to) {
            if (s.charAt(i) != 'e' && s.charAt(i) != 'E') {
                throw new NumberFormatException("stray '" + s.charAt(i) + "'");
            }
            plain.append('E').append(exponent(s, i + 1, to));
        }
        return plain.toString();
    }

    /// Groups have three digits, the first one to three; Indian ones have two but for the last.
    private static void requireGroup(int digits, boolean first, boolean last) {
        if (!goodGroup(digits, first, last)) {
            throw new NumberFormatException("a group of " + digits + " digits");
        }
    }

    static boolean goodGroup(int digits, boolean first, boolean last) {
        return first ? digits >= 1 && digits <= 3 : digits == 3 || (digits == 2 && !last);
    }

    private static int exponent(String s, int from, int to) {
        int exponent = Integer.parseInt(s, from, to, 10);
        if (Math.abs(exponent) > LARGEST_EXPONENT) {
            throw new NumberFormatException("exponent beyond ±" + LARGEST_EXPONENT);
        }
        return exponent;
    }

    /// Blanks and apostrophes, which group thousands in either style.
    private static boolean groups(char c) {
        return blank(c) || c == '\'' || c == '’';
    }

    /// Blank, no-break and narrow no-break blank, thin blank.
    private static boolean blank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    private static boolean currency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
