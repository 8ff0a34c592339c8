package credence.core.fact;

/// A trade opened before has ended.
///
/// @param opened what it ends
public record TradeClosed(FactOrder order, TradeOpened opened, TradeRecord.Exit exit)
        implements Fact {

    /// Key of the row that stated both.
    public RowKey trade() {
        return opened.trade();
    }
}
