package credence.desktop.panel.journal;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.value.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// One fill as the table shows it.
///
/// @param costs absent where the source states none: that is unknown, not zero
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
                fill.currency().code(),
                fill.stop().map(stop -> stop.value()).orElse(null),
                fill.tag().orElse(""),
                TradeRow.words(fill.source().name()));
    }
}
