package credence.core.ledger;

import credence.core.fact.Costs;
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
/// @param multiplier money per point of price per unit; empty where nobody knows it
/// @param points (exit − entry) × quantity × direction, in points of price: needs no multiplier
/// @param grossPnl points × multiplier, before costs; empty without a multiplier
/// @param costs costs of entry and exit that belong to this trade; positive is paid
/// @param costsStated whether all of its costs are known, stated or estimated; false is "unknown", not zero
/// @param charges the costs by column, where the source keeps columns; estimated ones are marked
/// @param netPnl the source's own result where it states one, else gross − costs; empty without a multiplier
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
        Optional<BigDecimal> multiplier,
        CurrencyCode currency,
        BigDecimal points,
        Optional<BigDecimal> grossPnl,
        BigDecimal costs,
        boolean costsStated,
        Costs charges,
        Optional<BigDecimal> netPnl,
        Optional<BigDecimal> mae,
        Optional<BigDecimal> mfe,
        ExitReason exitReason,
        SourceClass source) {

    /// 1 won, −1 lost, 0 neither: by the money where it is known, else by the points.
    public int sign() {
        return netPnl.orElse(points).signum();
    }

    /// Before costs by the source's own money, where it states the result after costs and the costs: prices are rounded, money is not.
    /// Else [#grossPnl].
    public Optional<BigDecimal> grossBySource() {
        return costsStated && !charges.estimated()
                ? grossPnl.flatMap(
                        g ->
                                netPnl.map(n -> Exact.canonical(n.add(costs)))
                                        .or(() -> Optional.of(g)))
                : grossPnl;
    }

    /// A trade that arrived already closed. The source's own result counts where it states one, else gross − costs.
    ///
    /// A result without costs leaves `costs` at zero and not stated: what the source took off it is not known.
    public static Trade imported(TradeOpened opened, TradeRecord.Exit exit) {
        return imported(opened, exit, Costs.UNSTATED);
    }

    /// The same where the source keeps columns of its costs.
    ///
    /// @param columns add up to the exit's costs
    public static Trade imported(TradeOpened opened, TradeRecord.Exit exit, Costs columns) {
        BigDecimal points =
                Exact.canonical(
                        exit.price()
                                .value()
                                .subtract(opened.price().value())
                                .multiply(opened.quantity().value())
                                .multiply(BigDecimal.valueOf(opened.direction().sign())));
        Optional<BigDecimal> gross =
                opened.multiplier().map(m -> Exact.canonical(points.multiply(m)));
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
                opened.multiplier().map(Exact::canonical),
                opened.currency(),
                points,
                gross,
                costs,
                exit.costs().isPresent(),
                exit.costsEstimated() ? Costs.estimated(costs) : Charges.canonical(columns),
                exit.netPnl()
                        .map(Exact::canonical)
                        .or(() -> gross.map(g -> Exact.canonical(g.subtract(costs)))),
                exit.mae().map(Exact::canonical),
                exit.mfe().map(Exact::canonical),
                exit.reason(),
                opened.source());
    }
}
