package credence.core.fact;

import java.util.Optional;

/// A trade opened before has ended.
///
/// @param opened what it ends
/// @param costs the columns of the exit's costs, where the source keeps them apart
/// @param statedPnl the result by the source's own word where it is kept apart from the one that counts
public record TradeClosed(
        FactOrder order,
        TradeOpened opened,
        TradeRecord.Exit exit,
        Costs costs,
        Optional<StatedPnl> statedPnl)
        implements Fact {

    /// Key of the row that stated both.
    public RowKey trade() {
        return opened.trade();
    }
}
