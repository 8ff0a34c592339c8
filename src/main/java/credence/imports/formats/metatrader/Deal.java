package credence.imports.formats.metatrader;

import credence.core.value.Direction;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// One execution of a MetaTrader 5 report.
///
/// @param number of the deal
/// @param side what a deal of this type opens: a buy opens long
/// @param direction `in`, `out`, `in/out` or `out by`
/// @param costs commission, fee and swap with the broker's signs; null when the file states none
/// @param profit of what it closes, before costs
record Deal(
        int line,
        String number,
        Instant time,
        String symbol,
        Direction side,
        String direction,
        BigDecimal volume,
        BigDecimal price,
        String order,
        @Nullable MtCosts costs,
        BigDecimal profit,
        String comment) {

    boolean opens() {
        return direction.equals("in");
    }

    boolean turns() {
        return direction.equals("in/out");
    }
}
