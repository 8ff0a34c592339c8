package credence.service;

import credence.core.brain.Outcome;
import credence.core.market.Situation;
import credence.core.market.SituationKernel;
import credence.core.performance.ClusteredEstimate;
import credence.core.performance.ClusteredSample;
import credence.core.regime.MarketReading;
import credence.core.regime.Spells;

import java.util.HashMap;
import java.util.Map;

/// What trades came to by the situation they were entered in. A duplicate class counts as one bot, and outcomes entered in one spell of
/// the regime of four as one cluster, whatever the situations in it: they ride the same prices.
///
/// @param bySituation mean R of each situation in which trades were entered
/// @param alike mean R over situations like the one now, weighted by the kernel
/// @param effectiveOutcomes (Σk)² ÷ Σk² over these outcomes
/// @param effectiveSpells the same over the spells they were entered in
public record SituationResults(
        Map<Situation, ClusteredEstimate> bySituation,
        ClusteredEstimate alike,
        double effectiveOutcomes,
        double effectiveSpells) {

    public SituationResults {
        bySituation = Map.copyOf(bySituation);
    }

    static SituationResults of(MarketHistory history, Situation now) {
        Spells<?> spells = history.spellsOfFour();
        Map<Situation, ClusteredSample> samples = new HashMap<>();
        ClusteredSample alike = new ClusteredSample();
        for (Outcome o : history.distinct()) {
            if (o.market().isEmpty() || o.r().isEmpty()) {
                continue;
            }
            Situation then = o.market().map(MarketReading::situation).orElseThrow();
            int spell = spells.begun(o.opened());
            double r = o.r().getAsDouble();
            samples.computeIfAbsent(then, s -> new ClusteredSample()).add(spell, r);
            double weight = SituationKernel.weight(now, then);
            if (weight > 0) {
                alike.add(spell, weight, r);
            }
        }
        Map<Situation, ClusteredEstimate> bySituation = new HashMap<>();
        samples.forEach((situation, sample) -> bySituation.put(situation, sample.mean()));
        return new SituationResults(
                bySituation, alike.mean(), alike.effectiveOutcomes(), alike.effectiveClusters());
    }

    /// Mean R of trades entered in a situation.
    public ClusteredEstimate of(Situation situation) {
        return bySituation.getOrDefault(situation, ClusteredEstimate.NO_DATA);
    }
}
