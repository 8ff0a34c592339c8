package credence.imports.formats.futures;

import credence.core.value.Direction;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.RefusedRow;

import java.time.Instant;
import java.util.Locale;

/// What Tradovate's reports share.
final class Tradovate {

    static final String TIMES = "The times of Tradovate's reports are your local time";

    private Tradovate() {}

    static Side side(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default ->
                    throw c.refuse(
                            column,
                            "The side is neither Buy nor Sell.",
                            "Export the report again.");
        };
    }

    /// Which side of a pair came first: by time, and within one second by the ids, which count up.
    static Direction direction(Instant bought, Instant sold, String buyFill, String sellFill) {
        int order = bought.compareTo(sold);
        if (order == 0) {
            order = Integer.compare(buyFill.length(), sellFill.length());
        }
        if (order == 0) {
            order = buyFill.compareTo(sellFill);
        }
        return order <= 0 ? Direction.LONG : Direction.SHORT;
    }
}
