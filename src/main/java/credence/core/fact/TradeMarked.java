package credence.core.fact;

/// A source said what an open trade was worth at a moment.
///
/// @param trade key of the [TradeOpened] it marks
public record TradeMarked(FactOrder order, RowKey trade, TradeRecord.Mark mark) implements Fact {}
