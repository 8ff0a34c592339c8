package credence.core.ledger;

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
/// @param costsRemaining entry costs not yet charged to a trade; positive is paid
/// @param costsStated whether the source stated costs for the entry
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
        BigDecimal multiplier,
        CurrencyCode currency,
        BigDecimal costsRemaining,
        boolean costsStated,
        Optional<Price> stop,
        SourceClass source) {}
