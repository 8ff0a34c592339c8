package credence.core.fact;

/// A trade opened before has ended.
///
/// @param trade key of the [TradeOpened] it ends
public record TradeClosed(FactOrder order, RowKey trade, TradeRecord.Exit exit) implements Fact {}
