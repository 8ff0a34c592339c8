package credence.core.ledger;

import credence.core.fact.Costs;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What is open of one entry.
///
/// @param id stable identity: key of the fill or row that opened it
/// @param opened quantity at the opening (average method: all that was added)
/// @param remaining quantity still open
/// @param multiplier money per point of price per unit; empty where nobody knows it
/// @param costs entry costs not yet charged to a trade; positive is paid
/// @param costsStated whether costs are known for every fill of the entry
public record OpenLot(
        String id,
        AccountId account,
        BotId bot,
        Symbol symbol,
        Direction direction,
        Quantity opened,
        Quantity remaining,
        Instant entryTime,
        Price entryPrice,
        Optional<BigDecimal> multiplier,
        CurrencyCode currency,
        Costs costs,
        boolean costsStated,
        Optional<Price> stop,
        SourceClass source) {

    /// Sum of the entry costs not yet charged.
    public BigDecimal costsRemaining() {
        return Exact.canonical(costs.total());
    }
}
