package credence.core.fact;

import credence.core.value.BotId;

import java.time.Instant;
import java.util.Optional;

/// The trader's act: beliefs start again from the prior at this moment.
///
/// @param id number of the act in the workspace
/// @param bot the one bot, or empty for all
/// @param reason the trader's own words, not blank
public record BeliefReset(long id, Instant time, Optional<BotId> bot, String reason)
        implements Fact {

    @Override
    public FactOrder order() {
        return new FactOrder(time, Rank.ACT, "", id, "reset");
    }
}
