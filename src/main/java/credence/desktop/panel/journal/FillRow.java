package credence.desktop.panel.journal;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.value.Money;
import credence.service.MultiplierSource;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One fill as the table shows it.
///
/// @param costs absent where the source states none: that is unknown, not zero; its columns alike
/// @param pointWorth money per point and unit, absent where nobody knows it
/// @param pointSource who says so
public record FillRow(
        String id,
        Instant time,
        String bot,
        String account,
        String symbol,
        String side,
        String effect,
        BigDecimal quantity,
        BigDecimal price,
        @Nullable Money costs,
        @Nullable Money commission,
        @Nullable Money fees,
        @Nullable Money funding,
        @Nullable BigDecimal pointWorth,
        String pointSource,
        String currency,
        @Nullable BigDecimal stop,
        String tag,
        String source) {

    static FillRow of(Fill fill) {
        return new FillRow(
                fill.key().value(),
                fill.time(),
                fill.bot().name(),
                fill.account().name(),
                fill.symbol().name(),
                TradeRow.words(fill.side().name()),
                fill.effect() == PositionEffect.UNKNOWN ? "" : TradeRow.words(fill.effect().name()),
                fill.quantity().value(),
                fill.price().value(),
                fill.costs().stated() ? new Money(fill.costs().total(), fill.currency()) : null,
                money(fill.costs().commission(), fill),
                money(fill.costs().fees(), fill),
                money(fill.costs().funding(), fill),
                fill.knownMultiplier().orElse(null),
                MultiplierSource.of(fill).sentence(),
                fill.currency().code(),
                fill.stop().map(stop -> stop.value()).orElse(null),
                fill.tag().orElse(""),
                TradeRow.words(fill.source().name()));
    }

    private static @Nullable Money money(Optional<BigDecimal> paid, Fill fill) {
        return paid.map(p -> new Money(p, fill.currency())).orElse(null);
    }
}
