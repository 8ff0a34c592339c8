package credence.imports.formats;

import java.math.BigDecimal;
import java.util.Optional;

/// One trade of a list of trades, its numbers read.
///
/// @param exitPrice price of the exit, or the mark while open
/// @param value size in money as the file states it; `valueText` as it was spelt
/// @param pnl absent only while open
/// @param adverse worst open loss, magnitude
/// @param favorable best open profit, magnitude
record TradingViewTrade(
        TradingViewPair pair,
        boolean open,
        BigDecimal quantity,
        BigDecimal entryPrice,
        Optional<BigDecimal> exitPrice,
        Optional<BigDecimal> value,
        String valueText,
        Optional<BigDecimal> pnl,
        Optional<BigDecimal> adverse,
        Optional<BigDecimal> favorable,
        String exitSignal) {}
