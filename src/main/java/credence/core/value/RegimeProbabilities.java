package credence.core.value;

/// How probable each of the four regimes is at one moment, by what was known then.
///
/// Each in 0…1, together 1 (within rounding, 1e-9).
public record RegimeProbabilities(
        double trending, double volatileMarket, double ranging, double neutral) {

    private static final double ROUNDING = 1e-9;

    public RegimeProbabilities {
        requireProbability(trending);
        requireProbability(volatileMarket);
        requireProbability(ranging);
        requireProbability(neutral);
        double sum = trending + volatileMarket + ranging + neutral;
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("probabilities must sum to 1, not " + sum);
        }
    }

    public double of(Regime regime) {
        return switch (regime) {
            case TRENDING -> trending;
            case VOLATILE -> volatileMarket;
            case RANGING -> ranging;
            case NEUTRAL -> neutral;
        };
    }

    /// The most probable regime; of equals the first in the order of [Regime].
    public Regime mostProbable() {
        Regime best = Regime.TRENDING;
        for (Regime regime : Regime.values()) {
            if (of(regime) > of(best)) {
                best = regime;
            }
        }
        return best;
    }

    private static void requireProbability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0…1, not " + p);
        }
    }
}
