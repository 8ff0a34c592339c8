package credence.core.belief;

import credence.core.value.RegimeProbabilities;

import java.util.Optional;

/// Belief weight with the regime in it: w = base·(1 − ρ) + ρ·Σ_r P(r)·accuracy_r·confidence, before normalisation (`learning.md` 2).
///
/// Shown; it drives nothing unless the belief weight does.
///
/// @param value w, ≥ 0
/// @param base accuracy × confidence
/// @param inRegime Σ_r P(r)·accuracy_r·confidence; the base where no regime is known
/// @param share ρ as applied: 0 without bars, which `adjusted` says
/// @param adjusted whether a regime was known
public record RegimeWeight(
        double value, double base, double inRegime, double share, boolean adjusted) {

    /// @param accuracy of the belief over all regimes
    /// @param confidence of the belief
    /// @param now the regime of the bot now: the mean over the symbols of its last calls (`rules.md` 23); empty without bars
    /// @param share ρ, 0…1
    public static RegimeWeight of(
            double accuracy,
            double confidence,
            Optional<RegimeProbabilities> now,
            RegimeBeliefReading regimes,
            double share) {
        double base = accuracy * confidence;
        if (now.isEmpty()) {
            return new RegimeWeight(base, base, base, 0, false);
        }
        double inRegime = regimes.accuracy(now.get()) * confidence;
        return new RegimeWeight(base * (1 - share) + share * inRegime, base, inRegime, share, true);
    }
}
