package credence.core.ledger;

import credence.core.fact.Fill;
import credence.core.fact.TradeOpened;
import credence.core.fact.TradeRecord;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a source says a trade earned, held against what prices, size and costs give.
///
/// They agree where the difference is no more than rounding explains: half a unit of the last place of the stated result as it
/// is written, of the costs, of either price times the size, and of the size times the move where sizes have three places or
/// more. Prices are taken to have at least two places, since sources drop trailing zeros; sizes of up to two places (contracts,
/// shares, lots) are exact.
///
/// A result after costs whose costs nobody lists may fall short of the prices by up to one percent of the turnover, which is
/// what trading costs, and may be off by half a percent of itself either way: sources without a column of costs also convert
/// (prices in USDT, results in USD). A result that is not said to be after all costs may be the one before or the one after them.
///
/// @param stated by the source's own word
/// @param computed from prices, size and costs, the one that comes nearest to it
public record StatedResult(BigDecimal stated, BigDecimal computed, boolean agrees) {

    /// Costs nobody lists are at most one percent of what was bought and sold.
    private static final BigDecimal UNLISTED = new BigDecimal("0.01");

    /// A result in another currency than the prices (USD for USDT) differs by up to this share of the gross.
    private static final BigDecimal CONVERSION = new BigDecimal("0.005");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    public BigDecimal difference() {
        return Exact.canonical(stated.subtract(computed));
    }

    /// Of a trade that arrived closed; empty where the source states no result, or nobody knows the multiplier.
    ///
    /// @param other a result that is not certainly the one after all costs
    public static Optional<StatedResult> of(
            TradeOpened opened, TradeRecord.Exit exit, Optional<BigDecimal> other, Trade trade) {
        if (trade.grossPnl().isEmpty() || trade.multiplier().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal gross = trade.grossPnl().get();
        BigDecimal multiplier = trade.multiplier().get();
        BigDecimal quantity = opened.quantity().value();
        BigDecimal pricesAndSize =
                ofPrices(
                                opened.price().value(),
                                exit.price().value(),
                                quantity.multiply(multiplier))
                        .add(
                                ofSize(
                                        opened.price().value(),
                                        exit.price().value(),
                                        quantity,
                                        multiplier));
        if (exit.netPnl().isPresent()) {
            BigDecimal stated = exit.netPnl().get();
            BigDecimal rounding = pricesAndSize.add(lastPlace(stated));
            if (exit.costs().isPresent()) {
                BigDecimal costs = exit.costs().get();
                if (other.isPresent()
                        && costs.signum() != 0
                        && other.get().subtract(costs).compareTo(stated) == 0) {
                    // The file's own figure is the one before costs: held against the same.
                    return Optional.of(
                            nearest(other.get(), List.of(gross), rounding.add(lastPlace(costs))));
                }
                return Optional.of(
                        nearest(
                                stated,
                                List.of(gross.subtract(costs)),
                                rounding.add(lastPlace(costs))));
            }
            BigDecimal turnover =
                    opened.price()
                            .value()
                            .abs()
                            .add(exit.price().value().abs())
                            .multiply(quantity)
                            .multiply(multiplier);
            BigDecimal shortfall = gross.subtract(stated);
            StatedResult result =
                    nearest(stated, List.of(gross), rounding.add(gross.abs().multiply(CONVERSION)));
            boolean costs =
                    shortfall.signum() > 0
                            && shortfall.compareTo(turnover.multiply(UNLISTED).add(rounding)) <= 0;
            return Optional.of(
                    new StatedResult(stated, result.computed(), result.agrees() || costs));
        }
        return other.map(
                stated ->
                        nearest(
                                stated,
                                List.of(gross, gross.subtract(trade.costs())),
                                pricesAndSize
                                        .add(lastPlace(stated))
                                        .add(
                                                exit.costs()
                                                        .map(StatedResult::lastPlace)
                                                        .orElse(BigDecimal.ZERO))));
    }

    /// Of the trades that one fill closed, all together.
    ///
    /// @param stated the result that the source keeps with the fill
    /// @param trades not empty
    public static Optional<StatedResult> of(Fill fill, BigDecimal stated, List<Trade> trades) {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        BigDecimal rounding = lastPlace(stated);
        for (Trade trade : trades) {
            if (trade.grossPnl().isEmpty() || trade.multiplier().isEmpty()) {
                return Optional.empty();
            }
            gross = gross.add(trade.grossPnl().get());
            costs = costs.add(trade.costs());
            rounding =
                    rounding.add(
                            ofPrices(
                                    trade.entryPrice().value(),
                                    fill.price().value(),
                                    trade.quantity().value().multiply(trade.multiplier().get())));
        }
        rounding =
                rounding.add(
                        fill.costs()
                                .commission()
                                .map(StatedResult::lastPlace)
                                .orElse(BigDecimal.ZERO));
        return Optional.of(
                nearest(
                        stated,
                        List.of(gross.subtract(costs), gross.subtract(fill.costs().total()), gross),
                        rounding));
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
                            Exact.canonical(result.add(more)), Exact.canonical(result), agrees));
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

    /// What of a result falls to these trades where it is of more than them, see [#unexplained]: what they made by their prices and costs.
    /// Empty where nobody knows a multiplier.
    public static Optional<StatedResult> explained(List<Trade> trades) {
        BigDecimal net = BigDecimal.ZERO;
        for (Trade trade : trades) {
            if (trade.netPnl().isEmpty()) {
                return Optional.empty();
            }
            net = net.add(trade.netPnl().get());
        }
        return Optional.of(new StatedResult(Exact.canonical(net), Exact.canonical(net), true));
    }

    /// What of the result that a source keeps with a fill falls to what found nothing open: all that the trades it closed do not explain.
    ///
    /// @param trades closed by the fill; may be none. One whose multiplier nobody knows explains nothing
    public static BigDecimal unexplained(BigDecimal stated, List<Trade> trades) {
        BigDecimal rest = stated;
        for (Trade trade : trades) {
            rest = rest.subtract(trade.netPnl().orElse(BigDecimal.ZERO));
        }
        return Exact.canonical(rest);
    }

    private static StatedResult nearest(
            BigDecimal stated, List<BigDecimal> candidates, BigDecimal tolerance) {
        BigDecimal best = candidates.getFirst();
        for (BigDecimal c : candidates) {
            if (c.subtract(stated).abs().compareTo(best.subtract(stated).abs()) < 0) {
                best = c;
            }
        }
        return new StatedResult(
                Exact.canonical(stated),
                Exact.canonical(best),
                best.subtract(stated).abs().compareTo(tolerance) <= 0);
    }

    /// Prices of one source have as many places as the one that shows the most.
    private static BigDecimal ofPrices(BigDecimal entry, BigDecimal exit, BigDecimal size) {
        int places = Math.max(2, Math.max(entry.scale(), exit.scale()));
        return HALF.movePointLeft(places).multiply(size.abs()).multiply(BigDecimal.TWO);
    }

    private static BigDecimal ofSize(
            BigDecimal entry, BigDecimal exit, BigDecimal quantity, BigDecimal multiplier) {
        return quantity.scale() < 3
                ? BigDecimal.ZERO
                : HALF.movePointLeft(quantity.scale())
                        .multiply(exit.subtract(entry).abs())
                        .multiply(multiplier);
    }

    private static BigDecimal lastPlace(BigDecimal written) {
        return HALF.movePointLeft(Math.max(0, written.scale()));
    }
}
