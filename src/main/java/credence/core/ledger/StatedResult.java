package credence.core.ledger;

import credence.core.fact.Fill;
import credence.core.fact.ResultBasis;
import credence.core.fact.StatedPnl;
import credence.core.fact.TradeOpened;
import credence.core.fact.TradeRecord;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a source says a trade earned, held against what prices, size and costs give.
///
/// Like is compared with like: a result before costs with what the prices make, one after costs with what the prices make less those
/// costs. A result of which nobody says what it is after is held against the nearest of these.
///
/// They agree where the difference is no more than rounding explains: half a unit of the last place of the stated result as it
/// is written, of the costs, of either price times the size, and of the size times the move where sizes have three places or
/// more. Prices are taken to have at least two places, since sources drop trailing zeros; sizes of up to two places (contracts,
/// shares, lots) are exact. Beyond the fourteenth digit of the turnover a program's own arithmetic is not exact either.
///
/// A result after costs whose costs nobody lists may fall short of the prices by up to one percent of the turnover, which is
/// what trading costs. Where a source states the result that counts and no costs, it may be off by half a percent of itself either
/// way: sources without a column of costs also convert (prices in USDT, results in USD).
///
/// @param stated by the source's own word
/// @param computed from prices, size and those costs that the stated result is after
/// @param basis which costs the stated result is after, by what is known of the source
/// @param compared which costs the computed result is after; never [ResultBasis#UNSAID]
public record StatedResult(
        BigDecimal stated,
        BigDecimal computed,
        boolean agrees,
        ResultBasis basis,
        ResultBasis compared) {

    /// Costs nobody lists are at most one percent of what was bought and sold.
    private static final BigDecimal UNLISTED = new BigDecimal("0.01");

    /// A result in another currency than the prices (USD for USDT) differs by up to this share of the gross.
    private static final BigDecimal CONVERSION = new BigDecimal("0.005");

    public BigDecimal difference() {
        return Exact.canonical(stated.subtract(computed));
    }

    /// Of a trade that arrived closed; empty where the source states no result, or nobody knows the multiplier.
    ///
    /// @param own the result by the source's own word where it is kept apart from the net that counts
    public static Optional<StatedResult> of(
            TradeOpened opened, TradeRecord.Exit exit, Optional<StatedPnl> own, Trade trade) {
        if (trade.grossPnl().isEmpty() || trade.multiplier().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal rounding =
                Rounding.ofPrices(
                                opened.price().value(),
                                exit.price().value(),
                                opened.quantity().value().multiply(trade.multiplier().get()))
                        .add(
                                Rounding.ofSize(
                                        opened.price().value(),
                                        exit.price().value(),
                                        opened.quantity().value(),
                                        trade.multiplier().get()));
        Optional<StatedPnl> shown = own.or(() -> net(exit)).map(s -> told(s, exit));
        return shown.map(s -> held(s, exit, trade, rounding));
    }

    private static Optional<StatedPnl> net(TradeRecord.Exit exit) {
        return exit.netPnl().map(net -> new StatedPnl(net, ResultBasis.AFTER_COSTS));
    }

    /// A figure of which nobody says what it is, beside a net that counts: it is the one before costs where they are all that lies between.
    /// Else the net is what is stated.
    private static StatedPnl told(StatedPnl own, TradeRecord.Exit exit) {
        if (own.basis() != ResultBasis.UNSAID || exit.netPnl().isEmpty()) {
            return own;
        }
        BigDecimal net = exit.netPnl().get();
        boolean beforeCosts =
                exit.costs()
                        .filter(c -> c.signum() != 0)
                        .filter(c -> own.amount().subtract(c).compareTo(net) == 0)
                        .isPresent();
        return beforeCosts
                ? new StatedPnl(own.amount(), ResultBasis.BEFORE_COSTS)
                : new StatedPnl(net, ResultBasis.AFTER_COSTS);
    }

    private static StatedResult held(
            StatedPnl own, TradeRecord.Exit exit, Trade trade, BigDecimal ofPricesAndSize) {
        BigDecimal gross = trade.grossPnl().orElseThrow();
        BigDecimal rounding =
                ofPricesAndSize
                        .add(Rounding.lastPlace(own.amount()))
                        .add(exit.costs().map(Rounding::lastPlace).orElse(BigDecimal.ZERO))
                        .add(Rounding.ofBinary(turnover(trade)));
        List<Figure> figures =
                Figure.of(
                        own.basis(),
                        gross,
                        trade.costs(),
                        trade.charges().commission().orElse(trade.costs()),
                        trade.costs());
        if (exit.costs().isPresent() || exit.netPnl().isEmpty()) {
            return nearest(own, figures, rounding);
        }
        StatedResult result = nearest(own, figures, rounding.add(gross.abs().multiply(CONVERSION)));
        BigDecimal shortfall = gross.subtract(own.amount());
        boolean costs =
                own.basis() != ResultBasis.BEFORE_COSTS
                        && shortfall.signum() > 0
                        && shortfall.compareTo(turnover(trade).multiply(UNLISTED).add(rounding))
                                <= 0;
        return costs ? result.agreeing() : result;
    }

    private static BigDecimal turnover(Trade trade) {
        return trade.entryPrice()
                .value()
                .abs()
                .add(trade.exitPrice().value().abs())
                .multiply(trade.quantity().value())
                .multiply(trade.multiplier().orElseThrow());
    }

    private StatedResult agreeing() {
        return new StatedResult(stated, computed, true, basis, compared);
    }

    /// Of the trades that one fill closed, all together. A source may count by lots, first in, first out, or by the average price of all that
    /// was open: it agrees where either makes what it states.
    ///
    /// @param own the result that the source keeps with the fill
    /// @param closed not empty
    public static Optional<StatedResult> of(
            Fill fill, StatedPnl own, List<LedgerEvent.TradeCompleted> closed) {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal byAverage = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        BigDecimal commission = BigDecimal.ZERO;
        BigDecimal rounding = Rounding.lastPlace(own.amount());
        for (LedgerEvent.TradeCompleted each : closed) {
            Trade trade = each.trade();
            if (trade.grossPnl().isEmpty() || trade.multiplier().isEmpty()) {
                return Optional.empty();
            }
            gross = gross.add(trade.grossPnl().get());
            byAverage = byAverage.add(each.averagePoints().multiply(trade.multiplier().get()));
            costs = costs.add(trade.costs());
            commission = commission.add(trade.charges().commission().orElse(BigDecimal.ZERO));
            rounding =
                    rounding.add(
                            Rounding.ofPrices(
                                    trade.entryPrice().value(),
                                    fill.price().value(),
                                    trade.quantity().value().multiply(trade.multiplier().get())));
        }
        rounding =
                rounding.add(
                        fill.costs().commission().map(Rounding::lastPlace).orElse(BigDecimal.ZERO));
        StatedResult byLots =
                nearest(
                        own,
                        Figure.of(own.basis(), gross, costs, commission, fill.costs().total()),
                        rounding);
        StatedResult byAveragePrice =
                nearest(
                        own,
                        Figure.of(own.basis(), byAverage, costs, commission, fill.costs().total()),
                        rounding);
        return Optional.of(!byLots.agrees() && byAveragePrice.agrees() ? byAveragePrice : byLots);
    }

    /// One result of several trades, trade by trade: each is given what its own prices and costs say, and by its size a part of what
    /// those leave unexplained. Parts add up to the whole exactly, since the last takes what is left; they carry its verdict.
    ///
    /// @param trades those that the result is of, not empty, with known multipliers
    public List<StatedResult> among(List<Trade> trades) {
        BigDecimal costs = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal size = BigDecimal.ZERO;
        for (Trade trade : trades) {
            costs = costs.add(trade.costs());
            gross = gross.add(trade.grossPnl().orElseThrow());
            size = size.add(trade.quantity().value());
        }
        boolean afterCosts = gross.subtract(costs).compareTo(computed) == 0;
        BigDecimal costsLeft = afterCosts ? costs : gross.subtract(computed);
        BigDecimal rest = stated.subtract(computed);
        List<StatedResult> parts = new ArrayList<>(trades.size());
        for (Trade trade : trades) {
            BigDecimal quantity = trade.quantity().value();
            BigDecimal charged =
                    afterCosts ? trade.costs() : share(costsLeft, quantity, size, computed);
            BigDecimal more = share(rest, quantity, size, stated);
            BigDecimal result = trade.grossPnl().orElseThrow().subtract(charged);
            parts.add(
                    new StatedResult(
                            Exact.canonical(result.add(more)),
                            Exact.canonical(result),
                            agrees,
                            basis,
                            compared));
            costsLeft = costsLeft.subtract(charged);
            rest = rest.subtract(more);
            size = size.subtract(quantity);
        }
        return List.copyOf(parts);
    }

    /// To the last place that the source writes, cents at least.
    private static BigDecimal share(
            BigDecimal total, BigDecimal part, BigDecimal whole, BigDecimal written) {
        return part.compareTo(whole) == 0
                ? total
                : total.multiply(part)
                        .divide(whole, Math.max(2, written.scale()), RoundingMode.HALF_EVEN);
    }

    /// What of a result falls to these trades where it is of more than them, see [#unexplained]: what they made by their prices, less the
    /// costs that the result is after. Empty where nobody knows a multiplier.
    public static Optional<StatedResult> explained(
            Fill fill, ResultBasis basis, List<Trade> trades) {
        if (trades.stream().anyMatch(t -> t.grossPnl().isEmpty())) {
            return Optional.empty();
        }
        BigDecimal made = Exact.canonical(made(fill, basis, trades));
        ResultBasis compared =
                switch (basis) {
                    case BEFORE_COSTS, AFTER_CLOSING_COSTS -> basis;
                    case AFTER_COMMISSION, AFTER_COSTS, UNSAID -> ResultBasis.AFTER_COSTS;
                };
        return Optional.of(new StatedResult(made, made, true, basis, compared));
    }

    /// What of the result that a source keeps with a fill falls to what found nothing open: all that the trades it closed do not explain.
    ///
    /// @param trades closed by the fill; may be none. One whose multiplier nobody knows explains nothing
    public static BigDecimal unexplained(Fill fill, StatedPnl own, List<Trade> trades) {
        return Exact.canonical(own.amount().subtract(made(fill, own.basis(), trades)));
    }

    /// What trades that a part of a fill closed made, after the costs that a result of this kind is after.
    private static BigDecimal made(Fill fill, ResultBasis basis, List<Trade> trades) {
        BigDecimal made = BigDecimal.ZERO;
        for (Trade trade : trades) {
            BigDecimal charged =
                    switch (basis) {
                        case BEFORE_COSTS -> BigDecimal.ZERO;
                        case AFTER_CLOSING_COSTS ->
                                Exact.share(
                                        fill.costs().total(),
                                        trade.quantity().value(),
                                        fill.quantity().value());
                        case AFTER_COMMISSION, AFTER_COSTS, UNSAID -> trade.costs();
                    };
            made = made.add(trade.grossPnl().map(g -> g.subtract(charged)).orElse(BigDecimal.ZERO));
        }
        return made;
    }

    private static StatedResult nearest(StatedPnl own, List<Figure> figures, BigDecimal tolerance) {
        Figure best = figures.getFirst();
        for (Figure f : figures) {
            if (f.distance(own.amount()).compareTo(best.distance(own.amount())) < 0) {
                best = f;
            }
        }
        return new StatedResult(
                Exact.canonical(own.amount()),
                Exact.canonical(best.amount()),
                best.distance(own.amount()).compareTo(tolerance) <= 0,
                own.basis(),
                best.is());
    }
}
