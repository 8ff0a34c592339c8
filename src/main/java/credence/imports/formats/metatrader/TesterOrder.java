package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.RefusedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// An order of a MetaTrader 4 test that is open while the events are read.
final class TesterOrder {

    /// One ending, whole or part.
    ///
    /// @param minus whether the profit is printed with a minus
    record Ending(TesterOrder order, MtTrade trade, boolean minus) {}

    final int line;
    final long number;
    final Direction direction;
    final Instant time;
    final BigDecimal price;

    /// What is open of it still.
    BigDecimal lots;

    /// Data rows that no trade has taken.
    int rows = 1;

    @Nullable BigDecimal stop;
    @Nullable BigDecimal takeProfit;

    TesterOrder(
            int line,
            long number,
            Direction direction,
            Instant time,
            BigDecimal price,
            BigDecimal lots) {
        this.line = line;
        this.number = number;
        this.direction = direction;
        this.time = time;
        this.price = price;
        this.lots = lots;
    }

    /// Takes the first stop and target that are set; 0 is none.
    void levels(Cells c, Header h) throws RefusedRow {
        BigDecimal first = c.numberOrNull(h.findAny("S / L", "S/L"));
        BigDecimal take = c.numberOrNull(h.findAny("T / P", "T/P"));
        if (stop == null && first != null && first.signum() > 0) {
            stop = first;
        }
        if (takeProfit == null && take != null && take.signum() > 0) {
            takeProfit = take;
        }
    }
}
