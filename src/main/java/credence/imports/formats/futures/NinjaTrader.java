package credence.imports.formats.futures;

import credence.core.value.SourceClass;
import credence.imports.DateOrder;
import credence.imports.Row;
import credence.imports.Table;

import java.util.Locale;
import java.util.regex.Pattern;

/// What NinjaTrader's grids share.
final class NinjaTrader {

    static final String TIMES = "The times of NinjaTrader are those that its clock shows";

    private static final Pattern BARE = Pattern.compile("^\\d{1,2}/\\d/\\d{4}");

    /// A loss in brackets, or a profit with the blank that makes room for the bracket.
    private static final Pattern DOLLARS = Pattern.compile("\\(\\$.*|\\$[0-9,.]+ ");

    private NinjaTrader() {}

    /// Months first where the file shows an American PC: money as `($75.90)` and `$48.10 `, or times with AM and PM, and dates without zeros in
    /// front (`9/8/2026`). Other cultures write days first; where nothing tells, nothing is usual.
    static DateOrder usualOrder(Table table, int time, int... money) {
        boolean bare = false;
        boolean american = false;
        for (Row row : table.rows()) {
            String when = row.cell(time).strip();
            bare |= BARE.matcher(when).find();
            american |= when.endsWith(" AM") || when.endsWith(" PM");
            for (int column : money) {
                american |= column >= 0 && DOLLARS.matcher(row.cell(column)).matches();
            }
        }
        return bare && american ? DateOrder.MONTH_FIRST : DateOrder.YEAR_FIRST;
    }

    /// `Playback101` and the account `Backtest` replay history; `Sim101` and other simulated accounts trade nothing.
    static SourceClass source(String account, String connection) {
        String a = account.toLowerCase(Locale.ROOT);
        String c = connection.toLowerCase(Locale.ROOT);
        if (a.startsWith("playback") || a.startsWith("backtest") || c.startsWith("playback")) {
            return SourceClass.BACKTEST;
        }
        return a.startsWith("sim") || a.startsWith("demo") ? SourceClass.PAPER : SourceClass.LIVE;
    }
}
