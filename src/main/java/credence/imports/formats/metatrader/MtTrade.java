package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.imports.TradeDraft;

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

    /// Gives a draft its result: the net that counts, the file's own profit beside it, and the costs that lie between.
    ///
    /// @param is which costs the file's profit is after
    TradeDraft result(TradeDraft draft, ResultBasis is) {
        return MtCosts.charge(
                draft.reason(reason).netPnl(net()).stated(profit.toPlainString(), is), costs);
    }

    /// MetaTrader's profit is before commission, swap, taxes and fees, which have columns of their own.
    TradeDraft result(TradeDraft draft) {
        return result(draft, ResultBasis.BEFORE_COSTS);
    }
}
