package credence.core.ledger;

import credence.core.fact.Fill;
import credence.core.value.Quantity;

import java.math.BigDecimal;

/// What fell out of a fill.
public sealed interface LedgerEvent {

    /// A lot was opened, or (average method) grew.
    record EntryOpened(OpenLot lot) implements LedgerEvent {}

    /// A lot, or a part of it, was closed.
    ///
    /// @param lotFinished whether nothing of the lot is left open
    /// @param averagePoints price × quantity that the same size would have made, had it been opened at the average price of all that was open
    record TradeCompleted(Trade trade, boolean lotFinished, BigDecimal averagePoints)
            implements LedgerEvent {}

    /// A fill that says it closes found nothing, or too little, open: reported, never turned into a position.
    ///
    /// @param quantity what found nothing to close
    /// @param costs the fill's costs for that quantity, charged to no trade; positive is paid
    record UnmatchedClose(Fill fill, Quantity quantity, BigDecimal costs) implements LedgerEvent {}
}
