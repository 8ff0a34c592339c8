package credence.core.fact;

import java.math.BigDecimal;
import java.util.Optional;

/// A trade opened before has ended.
///
/// @param opened what it ends
/// @param costs the columns of the exit's costs, where the source keeps them apart
/// @param statedPnl a result that the source states and that is not certainly the one after all costs
public record TradeClosed(
        FactOrder order,
        TradeOpened opened,
        TradeRecord.Exit exit,
        Costs costs,
        Optional<BigDecimal> statedPnl)
        implements Fact {

    /// Key of the row that stated both.
    public RowKey trade() {
        return opened.trade();
    }
}
