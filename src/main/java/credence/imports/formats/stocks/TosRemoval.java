package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An option that leaves the account at expiry, as the cash balance tells it (types `RAD` and `EXP`); the trade history is silent.
///
/// - `REMOVAL OF OPTION DUE TO EXPIRATION -6.0 SPY 100 (Weeklys) 31 DEC 24 580 PUT`, in any case, the year also with four digits, an index also
///   as `$SPX.X`; or `REMOVED DUE TO EXPIRATION … -6.0 .SPY241231P580`. The size is signed by what it does to the position.
/// - `… DUE TO EXERCISE` and `… DUE TO ASSIGNMENT` are settled by shares or money, which other rows state in words of many kinds: those are told, and
///   not read.
///
/// @param time as the file has it
/// @param expired without a payment; false for an exercise or assignment
/// @param quantity what it adds to the position: negative ends a long one
/// @param month of the day of expiry, such as `DEC`
/// @param year its last two digits
record TosRemoval(
        int line,
        String time,
        boolean expired,
        BigDecimal quantity,
        String underlying,
        int day,
        String month,
        String year,
        BigDecimal strike,
        String type,
        String multiplier) {

    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final Pattern WORDS =
            Pattern.compile(
                    "REMOVAL OF OPTION DUE TO"
                            + " (EXPIRATION|EXERCISE|ASSIGNMENT)\\s*(-?\\d+(?:\\.\\d+)?)"
                            + " \\$?([A-Z]+)(?:\\.[A-Z]+)? (\\d+) (?:\\([^)]*\\) )?(\\d{1,2})"
                            + " ([A-Z]{3}) (?:\\d{2})?(\\d{2}) (\\d*\\.?\\d+) (CALL|PUT)");
    private static final Pattern CODE =
            Pattern.compile(
                    "REMOVED DUE TO (EXPIRATION|EXERCISE|ASSIGNMENT).* (-?\\d+(?:\\.\\d+)?)"
                            + " \\.([A-Z]+)(\\d{2})(\\d{2})(\\d{2})([CP])(\\d*\\.?\\d+)");

    /// @return null when the description tells of no option that is removed
    static @Nullable TosRemoval of(Table table, Row row) throws RefusedRow {
        Header h = table.header();
        if (h.has("Exec Date") || !row.cell(h.find("Type")).strip().matches("RAD|EXP")) {
            return null;
        }
        Cells cells = new Cells(table, NumberStyle.POINT).at(row);
        BigDecimal amount = cells.numberOrNull(h.find("Amount"));
        TosRemoval found =
                of(
                        row.line(),
                        cells.text(h.find("Date")) + " " + cells.text(h.find("Time")),
                        cells.text(h.find("Description")));
        return found == null || amount == null || amount.signum() == 0 ? found : found.paid();
    }

    private TosRemoval paid() {
        return new TosRemoval(
                line,
                time,
                false,
                quantity,
                underlying,
                day,
                month,
                year,
                strike,
                type,
                multiplier);
    }

    static @Nullable TosRemoval of(int line, String time, String description) {
        String text = description.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher words = WORDS.matcher(text);
        if (words.find() && MONTHS.contains(words.group(6))) {
            return new TosRemoval(
                    line,
                    time,
                    words.group(1).equals("EXPIRATION"),
                    new BigDecimal(words.group(2)),
                    words.group(3),
                    Integer.parseInt(words.group(5)),
                    words.group(6),
                    words.group(7),
                    new BigDecimal(words.group(8)),
                    words.group(9),
                    words.group(4));
        }
        Matcher code = CODE.matcher(text);
        if (code.find() && code.group(5).matches("0[1-9]|1[0-2]")) {
            return new TosRemoval(
                    line,
                    time,
                    code.group(1).equals("EXPIRATION"),
                    new BigDecimal(code.group(2)),
                    code.group(3),
                    Integer.parseInt(code.group(6)),
                    MONTHS.get(Integer.parseInt(code.group(5)) - 1),
                    code.group(4),
                    new BigDecimal(code.group(8)),
                    code.group(7).equals("C") ? "CALL" : "PUT",
                    "");
        }
        return null;
    }

    /// Whether a leg of the trade history is of this option. Monthly ones may name month and year alone there (`MAR 26`).
    boolean isOf(TosLeg leg) {
        if (!leg.isOption() || !leg.underlying().equals(underlying) || !leg.type().equals(type)) {
            return false;
        }
        String[] named =
                leg.instrument()
                        .substring(leg.underlying().length())
                        .strip()
                        .toUpperCase(Locale.ROOT)
                        .split(" ");
        int n = named.length; // [day] month year strike type
        try {
            return n >= 4
                    && named[n - 4].equals(month)
                    && named[n - 3].endsWith(year)
                    && (n == 4 || Integer.parseInt(named[n - 5]) == day)
                    && new BigDecimal(named[n - 2]).compareTo(strike) == 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /// Its closing at nothing.
    ///
    /// @param instrument as the trade history names it, when it does
    TosLeg leg(@Nullable String instrument) {
        return new TosLeg(
                line,
                time,
                "EXPIRATION",
                quantity,
                PositionEffect.CLOSE,
                underlying,
                instrument != null
                        ? instrument
                        : underlying
                                + " "
                                + day
                                + " "
                                + month
                                + " "
                                + year
                                + " "
                                + plain(strike)
                                + " "
                                + type,
                type,
                BigDecimal.ZERO,
                "0",
                "");
    }

    /// `580.0` as the trade history writes it: `580`; below one without the zero: `.5`.
    private static String plain(BigDecimal strike) {
        String text = strike.stripTrailingZeros().toPlainString();
        return text.startsWith("0.") ? text.substring(1) : text;
    }
}
