package credence.core.ledger;

import credence.core.fact.ExitReason;
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

/// One closed round trip, built from fills or imported as closed. Money in the trade's currency, exact.
///
/// @param id stable identity: the row's key, or lot id + closing fill's key
/// @param lot identity of the entry it closes (a part of)
/// @param grossPnl (exit − entry) × quantity × multiplier × direction, before costs
/// @param costs costs of entry and exit that belong to this trade; positive is paid
/// @param costsStated whether the source stated any cost; false is "unknown", not zero
/// @param netPnl the source's own result where it states one, else gross − costs
/// @param mae worst open loss on the way, magnitude
/// @param mfe best open profit on the way, magnitude
public record Trade(
        String id,
        String lot,
        AccountId account,
        BotId bot,
        Symbol symbol,
        Direction direction,
        Quantity quantity,
        Instant entryTime,
        Price entryPrice,
        Instant exitTime,
        Price exitPrice,
        BigDecimal multiplier,
        CurrencyCode currency,
        BigDecimal grossPnl,
        BigDecimal costs,
        boolean costsStated,
        BigDecimal netPnl,
        Optional<BigDecimal> mae,
        Optional<BigDecimal> mfe,
        ExitReason exitReason,
        SourceClass source) {}
