package credence.core.belief;

import credence.core.value.Estimate;
import credence.core.value.Status;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is believed of a bot at one moment. Intervals are central: 90 % unless named otherwise.
///
/// @param accuracy mean of the rate; accuracyHalf with the 50 % interval
/// @param improvement accuracy − prior mean
/// @param edge mean R after costs; edgeHalf with the 50 % interval; provisional open losses counted
/// @param probabilityOfEdge P(mean R > 0); TAIL_UNSEEN below ten wins or ten losses
/// @param effectiveSample sum of evidence weights
public record BeliefReading(
        Estimate accuracy,
        Estimate accuracyHalf,
        Estimate improvement,
        double confidence,
        double effectiveSample,
        Estimate edge,
        Estimate edgeHalf,
        Estimate probabilityOfEdge,
        double shortRun) {

    /// Fewer wins or losses leave a tail unseen.
    public static final int TAIL = 10;

    /// Degrees of freedom the prior gives the variance of R are twice this.
    private static final double PRIOR_SHAPE = 2;

    static BeliefReading of(BotBelief belief, Prior prior, double fade, List<Double> openLosses) {
        RunLengths runs = belief.runs();
        int n = runs.count();
        double[] alphas = new double[n];
        double[] betas = new double[n];
        double weight = 0;
        for (int r = 0; r < n; r++) {
            double won = fade * belief.combined(Evidence.WINS, r);
            double lost = fade * belief.combined(Evidence.LOSSES, r);
            alphas[r] = prior.alpha() + won;
            betas[r] = prior.beta() + lost;
            weight += runs.probability(r) * (won + lost);
        }
        int outcomes = belief.outcomes();
        BetaMixture rate = new BetaMixture(runs.probabilities(), alphas, betas, n);
        Status status = outcomes == 0 ? Status.NO_DATA : Status.OK;
        double low = rate.quantile(0.05);
        double high = rate.quantile(0.95);
        Estimate accuracy = Estimate.of(rate.mean(), low, high, outcomes, status);
        Estimate half =
                Estimate.of(
                        rate.mean(), rate.quantile(0.25), rate.quantile(0.75), outcomes, status);
        Estimate improvement =
                Estimate.of(
                        rate.mean() - prior.rate(),
                        low - prior.rate(),
                        high - prior.rate(),
                        outcomes,
                        status);
        StudentMixture edge = edge(belief, prior, fade, openLosses);
        double confidence = belief.confidenceOf(weight);
        double shortRun = runs.shorterThan(BotBelief.SHORT_RUN);
        if (edge == null) {
            Estimate none = Estimate.none(outcomes == 0 ? Status.NO_DATA : Status.TOO_FEW, 0);
            return new BeliefReading(
                    accuracy, half, improvement, confidence, weight, none, none, none, shortRun);
        }
        int rCount = belief.rOutcomes() + openLosses.size();
        boolean tailsSeen =
                belief.seenWins() >= TAIL && belief.seenLosses() + openLosses.size() >= TAIL;
        double above = Math.clamp(1 - edge.cdf(0), 0.0, 1.0);
        return new BeliefReading(
                accuracy,
                half,
                improvement,
                confidence,
                weight,
                Estimate.of(edge.mean(), edge.quantile(0.05), edge.quantile(0.95), rCount),
                Estimate.of(edge.mean(), edge.quantile(0.25), edge.quantile(0.75), rCount),
                new Estimate(above, null, null, rCount, tailsSeen ? Status.OK : Status.TAIL_UNSEEN),
                shortRun);
    }

    private static @Nullable StudentMixture edge(
            BotBelief belief, Prior prior, double fade, List<Double> openLosses) {
        if (belief.rOutcomes() == 0 && openLosses.isEmpty()) {
            return null;
        }
        double worst = -1;
        double best = 1;
        if (belief.rOutcomes() > 0) {
            worst = Math.min(worst, belief.worst());
            best = Math.max(best, belief.best());
        }
        double extraWeight = 2;
        double extraSum = worst + best;
        double extraSquares = worst * worst + best * best;
        for (double open : openLosses) {
            double r = belief.clamped(open);
            extraWeight++;
            extraSum += r;
            extraSquares += r * r;
        }
        RunLengths runs = belief.runs();
        int n = runs.count();
        double[] locations = new double[n];
        double[] scales = new double[n];
        double[] freedoms = new double[n];
        double k0 = prior.edgeStrength();
        double m0 = prior.edge();
        for (int r = 0; r < n; r++) {
            double weight = fade * belief.combined(Evidence.R_WEIGHT, r) + extraWeight;
            double sum = fade * belief.combined(Evidence.R_SUM, r) + extraSum;
            double squares = fade * belief.combined(Evidence.R_SQUARES, r) + extraSquares;
            double strength = k0 + weight;
            double mean = (k0 * m0 + sum) / strength;
            double shape = PRIOR_SHAPE + weight / 2;
            double rate =
                    prior.variance() * (PRIOR_SHAPE - 1)
                            + 0.5 * Math.max(0, squares + k0 * m0 * m0 - strength * mean * mean);
            locations[r] = mean;
            scales[r] = Math.sqrt(rate / (shape * strength));
            freedoms[r] = 2 * shape;
        }
        return new StudentMixture(runs.probabilities(), locations, scales, freedoms, n);
    }
}
