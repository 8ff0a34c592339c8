package credence.core.trust;

import credence.core.belief.BeliefReading;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainState;
import credence.core.brain.OpenEntry;
import credence.core.brain.WeightBase;
import credence.core.value.Estimate;
import credence.core.value.Status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What the board reads of one bot before anything is compared between bots.
///
/// @param belief with the open losses counted in the edge
/// @param edge mean R; NOT_READY where an open trade without a mark has lasted three times the longest closed one
record BotReading(
        BotState bot,
        BeliefReading belief,
        Estimate edge,
        Estimate probabilityOfEdge,
        List<BotTrust.OpenLoss> openLosses,
        int openTrades,
        RegimeFit regime) {

    /// An open trade that nobody marks is believed for this many times the longest hold seen.
    private static final int PATIENCE = 3;

    static BotReading of(BrainState state, BotState bot, Instant at) {
        Prior prior = state.prior(bot.bot());
        List<BotTrust.OpenLoss> losses = new ArrayList<>();
        List<OpenEntry> open = state.openEntries(bot.bot());
        boolean unmarkedTooLong = false;
        int trades = 0;
        for (OpenEntry entry : open) {
            trades += entry.openTrades();
            OptionalDouble marked = entry.markedReturn();
            if (marked.isPresent() && marked.getAsDouble() < 0) {
                losses.add(
                        new BotTrust.OpenLoss(
                                entry.opened(),
                                Estimate.exact(marked.getAsDouble(), 1),
                                entry.markedAt()));
            } else if (marked.isEmpty() && tooLong(bot, entry, at)) {
                unmarkedTooLong = true;
                losses.add(
                        new BotTrust.OpenLoss(
                                entry.opened(), Estimate.none(Status.NOT_READY, 0), null));
            }
        }
        BeliefReading belief = bot.belief().read(at, prior, state.openLosses(bot));
        Estimate edge = belief.edge();
        Estimate chance = belief.probabilityOfEdge();
        if (unmarkedTooLong) {
            edge = Estimate.none(Status.NOT_READY, edge.n());
            chance = Estimate.none(Status.NOT_READY, chance.n());
        }
        RegimeFit regime =
                RegimeFit.of(state, bot, belief.accuracy().orElse(0), belief.confidence());
        return new BotReading(bot, belief, edge, chance, losses, trades, regime);
    }

    private static boolean tooLong(BotState bot, OpenEntry entry, Instant at) {
        return bot.outcomes() > 0
                && Duration.between(entry.opened(), at)
                                .compareTo(bot.longestHold().multipliedBy(PATIENCE))
                        > 0;
    }

    /// System 1's weight before normalisation: accuracy × confidence, and where the regime is known the accuracy in it.
    double beliefWeight() {
        return regime.weight().value();
    }

    /// max(0, 2·P(edge > 0) − 1) × confidence (`learning.md` 9 with the factors that exist), or system 1's weight if that
    /// is to drive; 0 without data.
    double advisedWeight(WeightBase base) {
        if (base == WeightBase.BELIEF) {
            return bot.belief().outcomes() == 0 ? 0 : beliefWeight();
        }
        return probabilityOfEdge.value() == null
                ? 0
                : Math.max(0, 2 * probabilityOfEdge.value() - 1) * belief.confidence();
    }
}
