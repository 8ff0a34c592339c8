package credence.core.belief;

import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Status;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What is believed of a bot in each regime. Shown; of it only accuracy enters a figure, [RegimeWeight].
///
/// @param cells one for every regime
public record RegimeBeliefReading(Map<Regime, Cell> cells) {

    /// Degrees of freedom the prior gives the variance of R are twice this.
    private static final double PRIOR_SHAPE = 2;

    private static final double[] ALL = {1};

    /// One regime of one bot.
    ///
    /// Estimates have central 90 % intervals; their n is the expected number of outcomes entered in the regime, rounded. The interval
    /// takes the mean of the bot's other regimes as known, it speaks of the regime's own evidence.
    ///
    /// @param accuracy mean of Beta(20·m + wins, 20·(1 − m) + losses), m the bot's mean rate in its other regimes
    /// @param edge mean R: Student's t of a Normal-inverse-gamma belief whose prior mean is the bot's mean R in its other regimes at
    ///     strength 20, and whose prior variance is the population's; without an outcome that has an R none
    /// @param expected Σ P(regime at entry) over outcomes, undiscounted
    /// @param evidence discounted weight of the regime's own outcomes
    /// @param borrowed whether the prior outweighs the evidence: evidence < 20
    public record Cell(
            Estimate accuracy, Estimate edge, double expected, double evidence, boolean borrowed) {}

    public RegimeBeliefReading {
        cells = Collections.unmodifiableMap(new EnumMap<>(cells));
        if (cells.size() != Regime.values().length) {
            throw new IllegalArgumentException("every regime has a cell, not only " + cells);
        }
    }

    public Cell of(Regime regime) {
        return java.util.Objects.requireNonNull(cells.get(regime));
    }

    /// Σ P(r) · accuracy_r.
    public double accuracy(RegimeProbabilities now) {
        double sum = 0;
        for (Regime regime : Regime.values()) {
            sum += now.of(regime) * of(regime).accuracy().orElse(0);
        }
        return sum;
    }

    static RegimeBeliefReading of(RegimeBelief belief, Prior prior) {
        Map<Regime, Cell> cells = new EnumMap<>(Regime.class);
        for (Regime regime : Regime.values()) {
            double evidence = belief.wins(regime) + belief.losses(regime);
            double strength = belief.parameters().strength();
            cells.put(
                    regime,
                    new Cell(
                            accuracy(belief, prior, regime),
                            edge(belief, prior, regime),
                            belief.expected(regime),
                            evidence,
                            evidence < strength));
        }
        return new RegimeBeliefReading(cells);
    }

    private static Estimate accuracy(RegimeBelief belief, Prior prior, Regime regime) {
        double strength = belief.parameters().strength();
        double won = others(belief, RegimeCounts.WINS, regime);
        double lost = others(belief, RegimeCounts.LOSSES, regime);
        double elsewhere = (prior.alpha() + won) / (prior.rateStrength() + won + lost);
        double alpha = strength * elsewhere + belief.wins(regime);
        double beta = strength * (1 - elsewhere) + belief.losses(regime);
        BetaMixture rate = new BetaMixture(ALL, new double[] {alpha}, new double[] {beta}, 1);
        long n = Math.round(belief.expected(regime));
        return Estimate.of(
                rate.mean(), rate.quantile(0.05), rate.quantile(0.95), n, status(belief, n));
    }

    private static Estimate edge(RegimeBelief belief, Prior prior, Regime regime) {
        long n = Math.round(belief.expectedR(regime));
        double elsewhereWeight = others(belief, RegimeCounts.R_WEIGHT, regime);
        double weight = belief.sum(RegimeCounts.R_WEIGHT, regime);
        if (!(elsewhereWeight + weight > 0)) {
            return Estimate.none(belief.outcomes() == 0 ? Status.NO_DATA : Status.TOO_FEW, 0);
        }
        double k0 = belief.parameters().strength();
        double m0 =
                (prior.edgeStrength() * prior.edge() + others(belief, RegimeCounts.R_SUM, regime))
                        / (prior.edgeStrength() + elsewhereWeight);
        double strength = k0 + weight;
        double mean = (k0 * m0 + belief.sum(RegimeCounts.R_SUM, regime)) / strength;
        double squares = belief.sum(RegimeCounts.R_SQUARES, regime);
        double shape = PRIOR_SHAPE + weight / 2;
        double rate =
                prior.variance() * (PRIOR_SHAPE - 1)
                        + 0.5 * Math.max(0, squares + k0 * m0 * m0 - strength * mean * mean);
        StudentMixture edge =
                new StudentMixture(
                        ALL,
                        new double[] {mean},
                        new double[] {Math.sqrt(rate / (shape * strength))},
                        new double[] {2 * shape},
                        1);
        return Estimate.of(
                edge.mean(), edge.quantile(0.05), edge.quantile(0.95), n, status(belief, n));
    }

    private static Status status(RegimeBelief belief, long n) {
        return belief.outcomes() == 0 ? Status.NO_DATA : n == 0 ? Status.TOO_FEW : Status.OK;
    }

    private static double others(RegimeBelief belief, int row, Regime than) {
        double sum = 0;
        for (Regime regime : Regime.values()) {
            if (regime != than) {
                sum += belief.sum(row, regime);
            }
        }
        return sum;
    }
}
