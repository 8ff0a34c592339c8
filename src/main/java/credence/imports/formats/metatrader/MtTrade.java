package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.value.Direction;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// A round trip of a MetaTrader file, its costs with the broker's signs: negative is paid.
///
/// @param line of the row's first data row
/// @param dataRows data rows that state it
/// @param exitTime null when it is still open
/// @param exitPrice close, or the market price of an open one
/// @param profit before costs
/// @param costs commission, swap, taxes and fees; null when the file does not state them
record MtTrade(
        int line,
        int dataRows,
        String symbol,
        Direction direction,
        BigDecimal lots,
        Instant entryTime,
        BigDecimal entryPrice,
        @Nullable Instant exitTime,
        @Nullable BigDecimal exitPrice,
        BigDecimal profit,
        @Nullable MtCosts costs,
        ExitReason reason) {

    BigDecimal net() {
        return costs == null ? profit : profit.add(costs.total());
    }
}
