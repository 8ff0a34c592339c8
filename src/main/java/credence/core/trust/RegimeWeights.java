package credence.core.trust;

import credence.core.belief.RegimeBeliefReading;
import credence.core.belief.RegimeWeight;
import credence.core.value.BotId;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The belief weight that every bot would have if a regime were certain, as a multiple of an equal share (1 is average).
///
/// Shown, like the belief weight itself ([RegimeWeight]); it drives nothing.
///
/// @param multiples by bot and regime; all 0 where the weights of all bots are 0
public record RegimeWeights(SortedMap<BotId, Map<Regime, Double>> multiples) {

    /// A bot with outcomes.
    ///
    /// @param accuracy of the belief over all regimes
    /// @param confidence of the belief
    public record Standing(double accuracy, double confidence, RegimeBeliefReading regimes) {}

    public RegimeWeights {
        multiples = Collections.unmodifiableSortedMap(new TreeMap<>(multiples));
    }

    /// @param bots that take part
    /// @param share ρ, 0…1
    public static RegimeWeights of(SortedMap<BotId, Standing> bots, double share) {
        SortedMap<BotId, Map<Regime, Double>> multiples = new TreeMap<>();
        for (BotId bot : bots.keySet()) {
            multiples.put(bot, new EnumMap<>(Regime.class));
        }
        for (Regime regime : Regime.values()) {
            double all = 0;
            for (Standing standing : bots.values()) {
                all += weight(standing, regime, share);
            }
            double sum = all;
            bots.forEach(
                    (bot, standing) ->
                            java.util.Objects.requireNonNull(multiples.get(bot))
                                    .put(
                                            regime,
                                            sum > 0
                                                    ? weight(standing, regime, share)
                                                            / sum
                                                            * bots.size()
                                                    : 0.0));
        }
        multiples.replaceAll((bot, row) -> Collections.unmodifiableMap(row));
        return new RegimeWeights(multiples);
    }

    private static double weight(Standing standing, Regime regime, double share) {
        RegimeProbabilities certain =
                new RegimeProbabilities(
                        regime == Regime.TRENDING ? 1 : 0,
                        regime == Regime.VOLATILE ? 1 : 0,
                        regime == Regime.RANGING ? 1 : 0,
                        regime == Regime.NEUTRAL ? 1 : 0);
        return RegimeWeight.of(
                        standing.accuracy(),
                        standing.confidence(),
                        Optional.of(certain),
                        standing.regimes(),
                        share)
                .value();
    }
}
