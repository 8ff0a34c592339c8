package credence.core.belief;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// The prior of each duplicate class from all the other classes, by the method of moments (`learning.md` 2).
///
/// Rates, with weights w_i = n_i/N over the J other classes: m = Σ w r;
/// τ² = (Σ w(r−m)² − m(1−m) Σ w(1−w)/n) ÷ (1 − Σ w² − Σ w(1−w)/n); κ = m(1−m)/τ² − 1, kept in 4…200 (200 where τ² ≤ 0) and m in 0.05…0.95;
/// then blended with the default as if that came from five classes. The mean R goes the same way, with the pooled variance σ² inside
/// classes in the place of m(1−m): τ² = (Σ w(r−m)² − σ² Σ w(1−w)/n) ÷ (1 − Σ w²), κ = σ²/τ².
/// Since Σ w(1−w)/n = (J−1)/N, all sums run over n_i, wins, wins²/n and the like, once for everybody: leaving a class out is a
/// difference of a sum before and a sum behind it, in the order of (n, wins), so that the whole costs O(J).
/// Source: moment estimator of the beta-binomial, Kleinman (1973), weights proportional to n.
public final class PopulationPrior {

    /// Classes with fewer outcomes say nothing about the population.
    public static final int LEAST_OUTCOMES = 10;

    private static final double LEAST_STRENGTH = 4;
    private static final double MOST_STRENGTH = 200;

    /// Undiscounted counts of one duplicate class.
    ///
    /// @param id of the class, unique
    /// @param wins break-evens count half
    /// @param rCount outcomes that have an R; rSum and rSquares over these
    public record ClassCounts(
            String id, int outcomes, double wins, int rCount, double rSum, double rSquares) {

        private boolean countsAs(ClassCounts other) {
            return outcomes == other.outcomes
                    && wins == other.wins
                    && rCount == other.rCount
                    && rSum == other.rSum
                    && rSquares == other.rSquares;
        }
    }

    private static final int N = 0;
    private static final int NN = 1;
    private static final int WINS = 2;
    private static final int WINS_RATE = 3;
    private static final int J = 4;
    private static final int R_N = 5;
    private static final int R_NN = 6;
    private static final int R_SUM = 7;
    private static final int R_SUM_MEAN = 8;
    private static final int R_WITHIN = 9;
    private static final int R_J = 10;
    private static final int SUMS = 11;

    private static final Comparator<ClassCounts> ORDER =
            Comparator.comparingInt(ClassCounts::outcomes)
                    .thenComparingDouble(ClassCounts::wins)
                    .thenComparingInt(ClassCounts::rCount)
                    .thenComparingDouble(ClassCounts::rSum)
                    .thenComparingDouble(ClassCounts::rSquares)
                    .thenComparing(ClassCounts::id);

    private final BeliefParameters parameters;
    private final ClassCounts[] order;

    /// Sums over the classes before a place, and from a place on; one row of [#SUMS] after the other.
    private final double[] before;

    private final double[] behind;

    public PopulationPrior(BeliefParameters parameters, Collection<ClassCounts> classes) {
        this(
                parameters,
                classes.stream()
                        .filter(c -> c.outcomes() >= LEAST_OUTCOMES)
                        .sorted(ORDER)
                        .toArray(ClassCounts[]::new));
    }

    private PopulationPrior(BeliefParameters parameters, ClassCounts[] order) {
        this.parameters = parameters;
        this.order = order;
        int n = order.length;
        before = new double[(n + 1) * SUMS];
        behind = new double[(n + 1) * SUMS];
        double[] terms = new double[n * SUMS];
        for (int i = 0; i < n; i++) {
            terms(order[i], terms, i * SUMS);
        }
        for (int i = 0; i < n * SUMS; i++) {
            before[i + SUMS] = before[i] + terms[i];
        }
        for (int i = n * SUMS - 1; i >= 0; i--) {
            behind[i] = behind[i + SUMS] + terms[i];
        }
    }

    /// The population after some classes have changed: the same to the last bit as if made anew, without sorting what stayed.
    ///
    /// @param gone counts that are in this population and no longer hold
    /// @param come counts that hold from now on
    public PopulationPrior changed(Collection<ClassCounts> gone, Collection<ClassCounts> come) {
        boolean[] out = new boolean[order.length];
        int stay = order.length;
        for (ClassCounts c : gone) {
            int place = Arrays.binarySearch(order, c, ORDER);
            if (place >= 0 && !out[place]) {
                out[place] = true;
                stay--;
            }
        }
        ClassCounts[] fresh =
                come.stream()
                        .filter(c -> c.outcomes() >= LEAST_OUTCOMES)
                        .sorted(ORDER)
                        .toArray(ClassCounts[]::new);
        ClassCounts[] merged = new ClassCounts[stay + fresh.length];
        int next = 0;
        int to = 0;
        for (int i = 0; i < order.length; i++) {
            if (out[i]) {
                continue;
            }
            while (next < fresh.length && ORDER.compare(fresh[next], order[i]) < 0) {
                merged[to++] = fresh[next++];
            }
            merged[to++] = order[i];
        }
        System.arraycopy(fresh, next, merged, to, fresh.length - next);
        return new PopulationPrior(parameters, merged);
    }

    /// The prior for each class, itself left out. A class that is not in the population is not in the answer.
    public Map<String, Prior> leaveOneOut() {
        Map<String, Prior> out = HashMap.newHashMap(order.length);
        for (ClassCounts c : order) {
            out.put(c.id(), without(c));
        }
        return out;
    }

    /// The prior for a class, itself left out. A class that is not in the population gets the prior of all.
    ///
    /// Classes of equal counts leave equal sums behind; they get one prior, so that they agree to the last bit.
    public Prior without(ClassCounts own) {
        int place = Arrays.binarySearch(order, own, ORDER);
        if (place < 0) {
            return ofAll();
        }
        while (place > 0 && order[place].countsAs(order[place - 1])) {
            place--;
        }
        double[] sums = new double[SUMS];
        for (int i = 0; i < SUMS; i++) {
            sums[i] = before[place * SUMS + i] + behind[(place + 1) * SUMS + i];
        }
        return blend(sums);
    }

    /// The prior for a bot that is not in the population.
    public Prior ofAll() {
        int all = order.length * SUMS;
        return blend(Arrays.copyOfRange(before, all, all + SUMS));
    }

    private static void terms(ClassCounts c, double[] t, int at) {
        double n = c.outcomes();
        t[at + N] = n;
        t[at + NN] = n * n;
        t[at + WINS] = c.wins();
        t[at + WINS_RATE] = c.wins() * c.wins() / n;
        t[at + J] = 1;
        if (c.rCount() >= LEAST_OUTCOMES) {
            double k = c.rCount();
            t[at + R_N] = k;
            t[at + R_NN] = k * k;
            t[at + R_SUM] = c.rSum();
            t[at + R_SUM_MEAN] = c.rSum() * c.rSum() / k;
            t[at + R_WITHIN] = Math.max(0, c.rSquares() - c.rSum() * c.rSum() / k);
            t[at + R_J] = 1;
        }
    }

    private Prior blend(double[] s) {
        Prior fallback = Prior.unseen(parameters);
        double rate = fallback.rate();
        double rateStrength = fallback.rateStrength();
        double classes = s[J];
        if (classes > 0) {
            double total = s[N];
            double m = Math.clamp(s[WINS] / total, 0.05, 0.95);
            double mean = s[WINS] / total;
            double spread = Math.max(0, s[WINS_RATE] / total - mean * mean);
            double noise = (classes - 1) / total;
            double denominator = 1 - s[NN] / (total * total) - noise;
            double between =
                    denominator > 0 ? (spread - mean * (1 - mean) * noise) / denominator : 0;
            double strength = between > 0 ? m * (1 - m) / between - 1 : MOST_STRENGTH;
            rate = weighed(classes, m, fallback.rate());
            rateStrength =
                    weighed(
                            classes,
                            Math.clamp(strength, LEAST_STRENGTH, MOST_STRENGTH),
                            fallback.rateStrength());
        }
        double edge = fallback.edge();
        double edgeStrength = fallback.edgeStrength();
        double variance = fallback.variance();
        double rClasses = s[R_J];
        if (rClasses > 0) {
            double total = s[R_N];
            double mean = s[R_SUM] / total;
            double spread = Math.max(0, s[R_SUM_MEAN] / total - mean * mean);
            double within = Math.max(1e-6, s[R_WITHIN] / (total - rClasses));
            double denominator = 1 - s[R_NN] / (total * total);
            double between =
                    denominator > 0 ? (spread - within * (rClasses - 1) / total) / denominator : 0;
            double strength = between > 0 ? within / between : MOST_STRENGTH;
            edge = weighed(rClasses, mean, fallback.edge());
            edgeStrength =
                    weighed(
                            rClasses,
                            Math.clamp(strength, LEAST_STRENGTH, MOST_STRENGTH),
                            fallback.edgeStrength());
            variance = weighed(rClasses, within, fallback.variance());
        }
        return new Prior(rate, rateStrength, edge, edgeStrength, variance);
    }

    private double weighed(double classes, double estimate, double fallback) {
        double own = parameters.priorClasses();
        return (classes * estimate + own * fallback) / (classes + own);
    }
}
