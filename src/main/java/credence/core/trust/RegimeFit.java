package credence.core.trust;

import credence.core.belief.BeliefParameters;
import credence.core.belief.Prior;
import credence.core.belief.RegimeBelief;
import credence.core.belief.RegimeBeliefParameters;
import credence.core.belief.RegimeBeliefReading;
import credence.core.belief.RegimeWeight;
import credence.core.brain.BotState;
import credence.core.brain.BrainState;
import credence.core.regime.NameInForce;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Symbol;

import java.util.List;
import java.util.Optional;

/// A bot and the regimes of four: the one it is in now, and what is believed of it in each.
///
/// @param now how probable each regime is for the bot: the mean over its last 50 calls of the regime now of their symbols; empty where
///     none of these has bars, or all are still warming up
/// @param name the one in force, as it is shown everywhere; empty where `now` is
/// @param symbols of these calls, in order
/// @param withoutReading of these, the ones that have none
/// @param beliefs accuracy and mean R in each regime, borrowed ones marked
/// @param weight the belief weight before and after the regime, not normalised; without a regime ρ is 0, which it says
public record RegimeFit(
        Optional<RegimeProbabilities> now,
        Optional<NameInForce> name,
        List<Symbol> symbols,
        List<Symbol> withoutReading,
        RegimeBeliefReading beliefs,
        RegimeWeight weight) {

    /// Of a bot of which nothing is known.
    public static final RegimeFit UNKNOWN = unknown();

    private static RegimeFit unknown() {
        RegimeBeliefReading beliefs =
                new RegimeBelief(RegimeBeliefParameters.DEFAULT)
                        .read(Prior.unseen(BeliefParameters.DEFAULT));
        return new RegimeFit(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                beliefs,
                RegimeWeight.of(0, 0, Optional.empty(), beliefs, 0));
    }

    static RegimeFit of(BrainState state, BotState bot, double accuracy, double confidence) {
        RegimeNow now = RegimeNow.of(state, bot);
        RegimeBeliefReading beliefs = bot.regimes().read(state.prior(bot.bot()));
        return new RegimeFit(
                now.probabilities(),
                now.name(),
                now.symbols(),
                now.withoutReading(),
                beliefs,
                RegimeWeight.of(
                        accuracy,
                        confidence,
                        now.probabilities(),
                        beliefs,
                        bot.regimes().parameters().share()));
    }
}
