package credence.service;

import credence.core.value.BotId;

import java.time.Instant;
import java.util.Optional;

/// Which trades are asked for.
///
/// @param from only trades entered at or after
/// @param to only trades entered before
/// @param asOf what was known then; empty is now
public record TradeQuery(
        Optional<BotId> bot, Optional<Instant> from, Optional<Instant> to, Optional<Instant> asOf) {

    public static final TradeQuery ALL =
            new TradeQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
