package credence.core.ledger;

import credence.core.fact.ExitReason;
import credence.core.fact.TradeOpened;
import credence.core.fact.TradeRecord;
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
        SourceClass source) {

    /// A trade that arrived already closed. The source's own result counts where it states one, else gross − costs.
    ///
    /// A result without costs leaves `costs` at zero and not stated: what the source took off it is not known.
    public static Trade imported(TradeOpened opened, TradeRecord.Exit exit) {
        BigDecimal gross =
                Exact.canonical(
                        exit.price()
                                .value()
                                .subtract(opened.price().value())
                                .multiply(opened.quantity().value())
                                .multiply(opened.multiplier())
                                .multiply(BigDecimal.valueOf(opened.direction().sign())));
        BigDecimal costs = exit.costs().map(Exact::canonical).orElse(BigDecimal.ZERO);
        return new Trade(
                opened.trade().value(),
                opened.trade().value(),
                opened.account(),
                opened.bot(),
                opened.symbol(),
                opened.direction(),
                new Quantity(Exact.canonical(opened.quantity().value())),
                opened.time(),
                new Price(Exact.canonical(opened.price().value())),
                exit.time(),
                new Price(Exact.canonical(exit.price().value())),
                Exact.canonical(opened.multiplier()),
                opened.currency(),
                gross,
                costs,
                exit.costs().isPresent(),
                exit.netPnl()
                        .map(Exact::canonical)
                        .orElseGet(() -> Exact.canonical(gross.subtract(costs))),
                exit.mae().map(Exact::canonical),
                exit.mfe().map(Exact::canonical),
                exit.reason(),
                opened.source());
    }
}
