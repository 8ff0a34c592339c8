package credence.core.ledger;

import credence.core.fact.Costs;
import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.fact.RowKey;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Fills for tests, one minute apart, keys f1, f2, …
final class Fills {

    private final BotId bot;
    private final Symbol symbol;
    private final BigDecimal multiplier;
    private int count;

    private Fills(String bot, String symbol, String multiplier) {
        this.bot = new BotId(bot);
        this.symbol = Symbol.of(symbol);
        this.multiplier = new BigDecimal(multiplier);
    }

    static Fills of(String bot, String symbol, String multiplier) {
        return new Fills(bot, symbol, multiplier);
    }

    Fill buy(String quantity, String price) {
        return fill(Side.BUY, quantity, price, Costs.UNSTATED);
    }

    Fill sell(String quantity, String price) {
        return fill(Side.SELL, quantity, price, Costs.UNSTATED);
    }

    Fill buy(String quantity, String price, String costs) {
        return fill(Side.BUY, quantity, price, Costs.ofTotal(new BigDecimal(costs)));
    }

    Fill sell(String quantity, String price, String costs) {
        return fill(Side.SELL, quantity, price, Costs.ofTotal(new BigDecimal(costs)));
    }

    Fill fill(Side side, String quantity, String price, Costs costs) {
        count++;
        return new Fill(
                new RowKey("f" + count),
                count,
                Instant.parse("2025-01-01T00:00:00Z").plusSeconds(60L * count),
                AccountId.DEFAULT,
                bot,
                symbol,
                side,
                PositionEffect.UNKNOWN,
                Quantity.of(quantity),
                Price.of(price),
                costs,
                CurrencyCode.USD,
                multiplier,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                new TreeMap<>());
    }

    /// A fill of an amount, its price the quotient to 24 digits.
    Fill ofAmount(Side side, String quantity, String amount) {
        BigDecimal price =
                new BigDecimal(amount).divide(new BigDecimal(quantity), new MathContext(24));
        Fill fill = fill(side, quantity, price.toPlainString(), Costs.UNSTATED);
        return saying(fill, Map.of(Extra.AMOUNT, amount));
    }

    /// With a result by the source's own word.
    static Fill stating(Fill fill, String pnl, ResultBasis basis) {
        return saying(fill, Map.of(Extra.STATED_PNL, pnl, Extra.STATED_PNL_IS, basis.words()));
    }

    private static Fill saying(Fill fill, Map<String, String> more) {
        TreeMap<String, String> extras = new TreeMap<>(fill.extras());
        extras.putAll(more);
        return new Fill(
                fill.key(),
                fill.sequence(),
                fill.time(),
                fill.account(),
                fill.bot(),
                fill.symbol(),
                fill.side(),
                fill.effect(),
                fill.quantity(),
                fill.price(),
                fill.costs(),
                fill.currency(),
                fill.multiplier(),
                fill.stop(),
                fill.tag(),
                fill.source(),
                extras);
    }

    static Fill at(Fill fill, Instant time) {
        return copy(
                fill,
                time,
                fill.effect(),
                fill.quantity(),
                fill.costs(),
                fill.source(),
                fill.key(),
                fill.stop(),
                fill.tag());
    }

    static Fill withEffect(Fill fill, PositionEffect effect) {
        return copy(
                fill,
                fill.time(),
                effect,
                fill.quantity(),
                fill.costs(),
                fill.source(),
                fill.key(),
                fill.stop(),
                fill.tag());
    }

    static Fill withSource(Fill fill, SourceClass source) {
        return copy(
                fill,
                fill.time(),
                fill.effect(),
                fill.quantity(),
                fill.costs(),
                source,
                fill.key(),
                fill.stop(),
                fill.tag());
    }

    static Fill withStop(Fill fill, String stop) {
        return copy(
                fill,
                fill.time(),
                fill.effect(),
                fill.quantity(),
                fill.costs(),
                fill.source(),
                fill.key(),
                Optional.of(Price.of(stop)),
                fill.tag());
    }

    static Fill withTag(Fill fill, String tag) {
        return copy(
                fill,
                fill.time(),
                fill.effect(),
                fill.quantity(),
                fill.costs(),
                fill.source(),
                fill.key(),
                fill.stop(),
                Optional.of(tag));
    }

    /// A piece of a fill: same price and time, its own key.
    static Fill piece(Fill fill, String key, BigDecimal quantity, BigDecimal costs) {
        return copy(
                fill,
                fill.time(),
                fill.effect(),
                new Quantity(quantity),
                Costs.ofTotal(costs),
                fill.source(),
                new RowKey(key),
                fill.stop(),
                fill.tag());
    }

    static Fill withCosts(Fill fill, Costs costs) {
        return copy(
                fill,
                fill.time(),
                fill.effect(),
                fill.quantity(),
                costs,
                fill.source(),
                fill.key(),
                fill.stop(),
                fill.tag());
    }

    /// A fill that closes all of a lot, or of the lots before it.
    static Fill closing(Fill like, String key, OpenLot lot, BigDecimal price, Instant time) {
        Side side = lot.direction() == Direction.LONG ? Side.SELL : Side.BUY;
        return new Fill(
                new RowKey(key),
                0,
                time,
                like.account(),
                like.bot(),
                like.symbol(),
                side,
                PositionEffect.CLOSE,
                lot.remaining(),
                new Price(price),
                Costs.UNSTATED,
                like.currency(),
                like.multiplier(),
                Optional.empty(),
                Optional.empty(),
                like.source(),
                like.extras());
    }

    private static Fill copy(
            Fill f,
            Instant time,
            PositionEffect effect,
            Quantity quantity,
            Costs costs,
            SourceClass source,
            RowKey key,
            Optional<Price> stop,
            Optional<String> tag) {
        return new Fill(
                key,
                f.sequence(),
                time,
                f.account(),
                f.bot(),
                f.symbol(),
                f.side(),
                effect,
                quantity,
                f.price(),
                costs,
                f.currency(),
                f.multiplier(),
                stop,
                tag,
                source,
                f.extras());
    }
}
