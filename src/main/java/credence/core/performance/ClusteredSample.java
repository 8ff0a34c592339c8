package credence.core.performance;

import credence.core.value.Estimate;
import credence.core.value.Status;

import org.apache.commons.math3.distribution.TDistribution;

import java.util.SortedMap;
import java.util.TreeMap;

/// Outcomes in clusters: those of one cluster may have any amount in common, those of different ones nothing.
///
/// Trades entered in one spell of a market ride the same prices, so a hundred of them may say no more than one. Standard errors are
/// therefore made of the clusters' sums of residuals s_g = Σ w·(y − ȳ), the sandwich of Liang and Zeger (1986): Σ c_g·s_g² ÷ W². Its
/// plain form (CR1: c_g = G ÷ (G − 1), t with G − 1 degrees) is too narrow where clusters are few and unequal, as spells are (82 to 86 %
/// instead of 90 at ten spells of geometric length). So c_g makes each s_g² unbiased for independent outcomes (CR2), and the degrees of
/// freedom are Satterthwaite's for that sum: Bell and McCaffrey (2002), recommended by Imbens and Kolesár (2016), and Cameron and
/// Miller (2015, VI.D). With clusters of one size both forms are the same, to the degrees of freedom.
///
/// Below [#LEAST] clusters there is no interval, only TOO_FEW.
public final class ClusteredSample {

    /// Clusters below which nothing is said of how far a mean may be off.
    public static final int LEAST = 10;

    private static final double UPPER = 0.95;

    /// Spread of clusters below this share of the largest value is rounding.
    private static final double ROUNDING = 1e-12;

    private final SortedMap<Long, Cluster> clusters = new TreeMap<>();
    private int outcomes;
    private boolean differ;
    private double first;
    private double largest;

    /// Sums over one cluster: of weights, their squares, weighted values.
    private static final class Cluster {
        double weights;
        double squares;
        double values;
    }

    /// How ȳ may vary.
    ///
    /// @param freedom degrees of freedom, > 0
    private record Spread(double variance, double freedom) {
        double quantile() {
            return new TDistribution(null, freedom).inverseCumulativeProbability(UPPER);
        }
    }

    /// One outcome of full weight.
    ///
    /// @param cluster which it belongs to; any number
    /// @param value finite, within ±1e100
    public void add(long cluster, double value) {
        add(cluster, 1, value);
    }

    /// @param weight in (0, 1]
    public void add(long cluster, double weight, double value) {
        if (!(Math.abs(value) <= 1e100) || !(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("not a value with a weight: " + value);
        }
        if (outcomes == 0) {
            first = value;
        }
        Cluster to = clusters.computeIfAbsent(cluster, c -> new Cluster());
        to.weights += weight;
        to.squares += weight * weight;
        to.values += weight * value;
        outcomes++;
        differ |= value != first;
        largest = Math.max(largest, Math.abs(value));
    }

    /// Weighted mean. None: NO_DATA. Below [#LEAST] clusters: the mean without an interval, TOO_FEW; all alike: ZERO_VARIANCE.
    public ClusteredEstimate mean() {
        if (outcomes == 0) {
            return ClusteredEstimate.NO_DATA;
        }
        double mean = centre();
        if (clusters.size() < LEAST || !differ) {
            return bare(mean, clusters.size() < LEAST ? Status.TOO_FEW : Status.ZERO_VARIANCE);
        }
        Spread spread = spread(mean);
        double error = Math.sqrt(spread.variance());
        if (!(error > ROUNDING * largest)) {
            return bare(mean, Status.ZERO_VARIANCE);
        }
        double reach = spread.quantile() * error;
        return with(Estimate.of(mean, mean - reach, mean + reach, outcomes));
    }

    /// Share of wins; values added are 1 won, 0 lost, ½ break-even. The same error on the scale of log odds, ln(p ÷ (1 − p)) ± t·se ÷
    /// (p(1 − p)), so that the ends stay inside 0…1 (Dean & Pagano 2015 compare it with others for clustered samples). Where all or
    /// none are won that error is 0: then each cluster counts as one outcome, Clopper and Pearson's (1934) end.
    public ClusteredEstimate share() {
        if (outcomes == 0) {
            return ClusteredEstimate.NO_DATA;
        }
        double p = Math.clamp(centre(), 0, 1);
        int n = clusters.size();
        if (n < LEAST) {
            return bare(p, Status.TOO_FEW);
        }
        if (!differ && (p == 0 || p == 1)) {
            double end = StrictMath.pow(1 - UPPER, 1.0 / n);
            return with(Estimate.of(p, p == 0 ? 0 : end, p == 0 ? 1 - end : 1, outcomes));
        }
        Spread spread = spread(p);
        // All clusters of one share: no more is claimed than independent outcomes would say.
        double variance =
                spread.variance() > ROUNDING * ROUNDING
                        ? spread.variance()
                        : p * (1 - p) / outcomes;
        double odds = StrictMath.log(p / (1 - p));
        double reach = spread.quantile() * Math.sqrt(variance) / (p * (1 - p));
        return with(Estimate.of(p, logistic(odds - reach), logistic(odds + reach), outcomes));
    }

    /// How many outcomes of full weight say as much, were they independent: (Σw)² ÷ Σw² (Kish 1965); 0 without any.
    public double effectiveOutcomes() {
        double weights = 0;
        double squares = 0;
        for (Cluster c : clusters.values()) {
            weights += c.weights;
            squares += c.squares;
        }
        return squares > 0 ? weights * weights / squares : 0;
    }

    /// The same, outcomes of one cluster counting as one; 0 without any.
    public double effectiveClusters() {
        double weights = 0;
        double squares = 0;
        for (Cluster c : clusters.values()) {
            weights += c.weights;
            squares += c.weights * c.weights;
        }
        return squares > 0 ? weights * weights / squares : 0;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private ClusteredEstimate bare(double value, Status status) {
        return with(new Estimate(value, null, null, outcomes, status));
    }

    private ClusteredEstimate with(Estimate estimate) {
        return new ClusteredEstimate(estimate, clusters.size());
    }

    private double centre() {
        if (!differ) {
            return first;
        }
        double weights = 0;
        double values = 0;
        for (Cluster c : clusters.values()) {
            weights += c.weights;
            values += c.values;
        }
        return values / weights;
    }

    /// For independent outcomes of variance 1 the sums s_g have the covariances δ_gh·q_g − (W_g·q_h + W_h·q_g) ÷ W + W_g·W_h·Q ÷ W²,
    /// q_g = Σ w² of a cluster and Q of all. Scaled by a_g = √c_g ÷ W that is a diagonal less a matrix of rank two, whose traces need no
    /// loop over pairs: tr² ÷ tr of the square are the degrees of freedom.
    private Spread spread(double mean) {
        double all = 0;
        double allSquares = 0;
        for (Cluster c : clusters.values()) {
            all += c.weights;
            allSquares += c.squares;
        }
        double variance = 0;
        double trace = 0;
        double diagonal = 0;
        double mixed = 0;
        double ux = 0;
        double uu = 0;
        double xy = 0;
        double yu = 0;
        for (Cluster c : clusters.values()) {
            double share = c.weights / all;
            double expected = c.squares * (1 - 2 * share) + share * share * allSquares;
            double a = Math.sqrt(c.squares / expected) / all;
            double s = a * (c.values - c.weights * mean);
            variance += s * s;
            double d = a * a * c.squares;
            double u = a * share;
            double x = a * c.squares;
            double y = x - allSquares * u;
            trace += a * a * expected;
            diagonal += d * d;
            mixed += d * u * (x + y);
            ux += u * x;
            uu += u * u;
            xy += x * y;
            yu += y * u;
        }
        double square = diagonal - 2 * mixed + ux * ux + 2 * uu * xy + yu * yu;
        return new Spread(variance, trace * trace / square);
    }
}
