package credence.core.fact;

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

/// A position part was opened; nothing of its exit is known yet.
///
/// @param trade key of the row that stated it, which its closing will name
/// @param multiplier money per point of price per unit; empty where nobody knows it
public record TradeOpened(
        FactOrder order,
        RowKey trade,
        AccountId account,
        BotId bot,
        Symbol symbol,
        Direction direction,
        Quantity quantity,
        Instant time,
        Price price,
        Optional<BigDecimal> multiplier,
        CurrencyCode currency,
        Optional<Price> stop,
        Optional<Price> takeProfit,
        SourceClass source,
        CallDetails call)
        implements Fact {}
