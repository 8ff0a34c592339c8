package credence.core.fact;

import credence.core.value.BotId;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// A bot's call before the result.
///
/// @param sourceId the source's own id, by which a trade of the same call may be linked
public record Prediction(
        RowKey key,
        long sequence,
        Instant time,
        BotId bot,
        Symbol symbol,
        Direction direction,
        Optional<Price> entry,
        Optional<Price> takeProfit,
        Optional<Price> stopLoss,
        Optional<String> sourceId,
        SourceClass source,
        CallDetails call,
        SortedMap<String, String> extras)
        implements Fact, SourceRow {

    @Override
    public FactOrder order() {
        return new FactOrder(time, Rank.OPENING, bot.name(), sequence, key.value());
    }

    @Override
    public List<Fact> facts() {
        return List.of(this);
    }

    @Override
    public Prediction placed(RowKey otherKey, long other) {
        return new Prediction(
                otherKey,
                other,
                time,
                bot,
                symbol,
                direction,
                entry,
                takeProfit,
                stopLoss,
                sourceId,
                source,
                call,
                extras);
    }

    @Override
    public Prediction withSequence(long other) {
        return placed(key, other);
    }
}
