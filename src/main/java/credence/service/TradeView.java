package credence.service;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// One trade as it is listed: closed, or open (then exit fields are absent and `netPnl` is the mark's, if there is one).
///
/// @param r result in R as learned by its outcome, if it has one; `rung` names the risk measure
public record TradeView(
        String id,
        String bot,
        String account,
        String symbol,
        String side,
        BigDecimal quantity,
        Instant entryTime,
        BigDecimal entryPrice,
        @Nullable Instant exitTime,
        @Nullable BigDecimal exitPrice,
        @Nullable BigDecimal grossPnl,
        @Nullable BigDecimal costs,
        @Nullable BigDecimal netPnl,
        String currency,
        @Nullable Double r,
        @Nullable String rung,
        String exitReason,
        String source,
        boolean open,
        boolean unmatched) {}
