package credence.core.fact;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Money;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// One execution.
///
/// @param multiplier money per point of price per unit (1 for spot, 50 for ES); positive; 1 where nobody knows it, see [#knownMultiplier()]
/// @param stop first stop of the position this fill opens, if the source states it
/// @param tag the source's own label of the order, if any
/// @param extras columns nobody asked for, kept as they were
public record Fill(
        RowKey key,
        long sequence,
        Instant time,
        AccountId account,
        BotId bot,
        Symbol symbol,
        Side side,
        PositionEffect effect,
        Quantity quantity,
        Price price,
        Costs costs,
        CurrencyCode currency,
        BigDecimal multiplier,
        Optional<Price> stop,
        Optional<String> tag,
        SourceClass source,
        SortedMap<String, String> extras)
        implements Fact, SourceRow {

    /// A price cut after 24 digits is nearer than this to the one that it stands for; an amount that is farther off is another.
    private static final BigDecimal CUT = new BigDecimal("1e-20");

    /// Money per point of price per unit; empty where neither the file nor a table nor the user knows it.
    public Optional<BigDecimal> knownMultiplier() {
        return Extra.knowsMultiplier(extras) ? Optional.of(multiplier) : Optional.empty();
    }

    /// Price × quantity, without multiplier, above 0: the amount of [Extra#AMOUNT] where the price is its quotient.
    public BigDecimal turnover() {
        BigDecimal product = price.value().multiply(quantity.value());
        return extras.containsKey(Extra.AMOUNT)
                ? Extra.decimal(extras, Extra.AMOUNT)
                        .filter(a -> a.subtract(product).abs().compareTo(a.multiply(CUT)) <= 0)
                        .orElse(product)
                : product;
    }

    /// A fee in another currency that is not part of [#costs()] since no rate is known for it.
    public Optional<Money> uncountedFee() {
        String coin = extras.get(Extra.FEE_CURRENCY);
        return coin == null || coin.isBlank() || extras.containsKey(Extra.FEE_COUNTED)
                ? Optional.empty()
                : Extra.decimal(extras, Extra.FEE)
                        .filter(fee -> fee.signum() != 0)
                        .map(fee -> new Money(fee, new CurrencyCode(coin)));
    }

    @Override
    public FactOrder order() {
        return new FactOrder(
                time, Rank.FILL, TradeRecord.stream(account, bot), sequence, key.value());
    }

    @Override
    public List<Fact> facts() {
        return List.of(this);
    }

    @Override
    public Fill placed(RowKey otherKey, long other) {
        return new Fill(
                otherKey,
                other,
                time,
                account,
                bot,
                symbol,
                side,
                effect,
                quantity,
                price,
                costs,
                currency,
                multiplier,
                stop,
                tag,
                source,
                extras);
    }

    @Override
    public Fill withSequence(long other) {
        return placed(key, other);
    }
}
