package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;

/// Hidden states that follow one another with fixed probabilities, and what observations tell about them.
///
/// An observation enters as the logarithm of its likelihood under each state (−∞ allowed); so the chain knows no distribution.
/// Probabilities are scaled at every step by the likeliest state, which is the same as working with logarithms as long as
/// one state of positive probability can have made the observation. If none can, the observation is ignored and counts [#IMPOSSIBLE].
/// **Only [#filter] and [#step] use nothing later**; [#smooth] and [#viterbi] are hindsight.
///
/// Sources: Rabiner (1989), "A tutorial on hidden Markov models"; Hamilton (1989) for the filter. Checked against `hmm.*`, `regime.*` of the
/// known answers.
public final class MarkovChain {

    /// Logarithm of the least positive double: what an observation counts that no state can have made.
    public static final double IMPOSSIBLE = -745.0;

    private static final double ROUNDING = 1e-9;

    private final double[] start;
    private final double[] transition;

    /// @param start probabilities of the states before the first observation
    /// @param transition row i: probabilities of the state that follows state i
    /// @throws IllegalArgumentException when a row is no distribution or the sizes differ
    public MarkovChain(double[] start, double[][] transition) {
        this(start.clone(), flat(transition));
        if (transition.length != start.length) {
            throw new IllegalArgumentException("one row of transitions a state is needed");
        }
    }

    /// @param transition row after row
    MarkovChain(double[] start, double[] transition) {
        int k = start.length;
        if (k < 1 || transition.length != k * k) {
            throw new IllegalArgumentException(
                    "a chain of " + k + " states needs as many rows of as many transitions");
        }
        requireDistribution(start, 0, k);
        for (int i = 0; i < k; i++) {
            requireDistribution(transition, i * k, k);
        }
        this.start = start;
        this.transition = transition;
    }

    public int states() {
        return start.length;
    }

    public double start(int state) {
        return start[state];
    }

    public double transition(int from, int to) {
        return transition[from * states() + to];
    }

    double[] starts() {
        return start;
    }

    /// Row after row.
    double[] transitions() {
        return transition;
    }

    /// Mean stay in a state, in steps: 1 ÷ probability of leaving; empty for a state that is never left.
    public OptionalDouble expectedDuration(int state) {
        double leaving = 0;
        for (int to = 0; to < states(); to++) {
            leaving += to == state ? 0 : transition(state, to);
        }
        return leaving > 0 && 1 / leaving < Double.MAX_VALUE
                ? OptionalDouble.of(1 / leaving)
                : OptionalDouble.empty();
    }

    /// Shares of time in the long run; equal shares for a chain that falls apart.
    ///
    /// Source: Grassmann, Taksar & Heyman (1985), elimination without subtraction.
    public double[] stationary() {
        int k = states();
        double[] a = transition.clone();
        double[] share = new double[k];
        for (int last = k - 1; last > 0; last--) {
            double leaving = 0;
            for (int j = 0; j < last; j++) {
                leaving += a[last * k + j];
            }
            if (!(leaving > 0)) {
                Arrays.fill(share, 1.0 / k);
                return share;
            }
            for (int i = 0; i < last; i++) {
                a[i * k + last] /= leaving;
                for (int j = 0; j < last; j++) {
                    a[i * k + j] += a[i * k + last] * a[last * k + j];
                }
            }
        }
        share[0] = 1;
        double sum = 1;
        for (int j = 1; j < k; j++) {
            for (int i = 0; i < j; i++) {
                share[j] += share[i] * a[i * k + j];
            }
            sum += share[j];
        }
        for (int j = 0; j < k; j++) {
            share[j] /= sum;
        }
        return share;
    }

    /// What was known of the states after each observation.
    ///
    /// @param probabilities p(state at t | observations to t), one row a step
    /// @param logScales logarithm of the density of each observation given the ones before
    /// @param logLikelihood sum of them
    public record Filtered(double[][] probabilities, double[] logScales, double logLikelihood) {}

    /// Hamilton's filter over a whole series.
    public Filtered filter(double[][] logLikelihoods) {
        double[][] rows = new double[logLikelihoods.length][];
        double[] scales = new double[rows.length];
        double sum = 0;
        double[] p = start.clone();
        for (int t = 0; t < rows.length; t++) {
            scales[t] = t == 0 ? update(p, logLikelihoods[t]) : step(p, logLikelihoods[t]);
            sum += scales[t];
            rows[t] = p.clone();
        }
        return new Filtered(rows, scales, sum);
    }

    /// One step of the filter, in place: the chain moves on, then the observation is heard. O(K²).
    ///
    /// @param probabilities filtered, before and after
    /// @return logarithm of the observation's density given the ones before, finite
    public double step(double[] probabilities, double[] logLikelihood) {
        predict(probabilities);
        return update(probabilities, logLikelihood);
    }

    private void predict(double[] p) {
        int k = states();
        double[] before = p.clone();
        for (int j = 0; j < k; j++) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += before[i] * transition[i * k + j];
            }
            p[j] = sum;
        }
    }

    /// Bayes' rule with one observation.
    private static double update(double[] p, double[] logLikelihood) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                most = Math.max(most, logLikelihood[i]);
            }
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return IMPOSSIBLE;
        }
        double sum = 0;
        double[] joint = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            joint[i] = p[i] > 0 ? p[i] * StrictMath.exp(logLikelihood[i] - most) : 0;
            sum += joint[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] = joint[i] / sum;
        }
        return most + StrictMath.log(sum);
    }

    /// p(state at t | all observations): hindsight, for charts that say so.
    public double[][] smooth(double[][] logLikelihoods) {
        int k = states();
        double[][] smoothed = filter(logLikelihoods).probabilities();
        for (int t = smoothed.length - 2; t >= 0; t--) {
            // Kim (1994): p(i at t | all) = p(i | to t) · Σ_j a_ij p(j at t+1 | all) ÷ p(j at t+1 |
            // to t).
            double[] ahead = smoothed[t].clone();
            predict(ahead);
            double sum = 0;
            for (int i = 0; i < k; i++) {
                double ratio = 0;
                for (int j = 0; j < k; j++) {
                    if (ahead[j] > 0) {
                        ratio += transition[i * k + j] * smoothed[t + 1][j] / ahead[j];
                    }
                }
                smoothed[t][i] *= ratio;
                sum += smoothed[t][i];
            }
            for (int i = 0; i < k; i++) {
                smoothed[t][i] /= sum;
            }
        }
        return smoothed;
    }

    /// The single most probable sequence of states: hindsight.
    ///
    /// @param logProbability of path and observations together; [#IMPOSSIBLE] or less when there is no such path
    public record Path(int[] states, double logProbability) {}

    /// Source: Viterbi (1967). Of equally probable paths the one with the lower state at the latest difference.
    public Path viterbi(double[][] logLikelihoods) {
        int n = logLikelihoods.length;
        int k = states();
        if (n == 0) {
            return new Path(new int[0], 0);
        }
        int[][] from = new int[n][k];
        double[] best = new double[k];
        for (int i = 0; i < k; i++) {
            best[i] = StrictMath.log(start[i]) + logLikelihoods[0][i];
        }
        for (int t = 1; t < n; t++) {
            double[] next = new double[k];
            for (int j = 0; j < k; j++) {
                next[j] = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < k; i++) {
                    double way = best[i] + StrictMath.log(transition[i * k + j]);
                    if (way > next[j]) {
                        next[j] = way;
                        from[t][j] = i;
                    }
                }
                next[j] += logLikelihoods[t][j];
            }
            best = next;
        }
        int last = 0;
        for (int i = 1; i < k; i++) {
            last = best[i] > best[last] ? i : last;
        }
        int[] path = new int[n];
        path[n - 1] = last;
        for (int t = n - 1; t > 0; t--) {
            path[t - 1] = from[t][path[t]];
        }
        return new Path(path, Math.max(best[last], n * IMPOSSIBLE));
    }

    /// The same chain with its states in another order.
    ///
    /// @param order state `order[i]` becomes state i
    MarkovChain ordered(int[] order) {
        int k = states();
        double[] s = new double[k];
        double[] a = new double[k * k];
        for (int i = 0; i < k; i++) {
            s[i] = start[order[i]];
            for (int j = 0; j < k; j++) {
                a[i * k + j] = transition(order[i], order[j]);
            }
        }
        return new MarkovChain(s, a);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(states());
        Doubles.write(out, start);
        Doubles.write(out, transition);
    }

    static MarkovChain read(DataInput in) throws IOException {
        int k = in.readInt();
        return new MarkovChain(Doubles.read(in, k), Doubles.read(in, k * k));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void requireDistribution(double[] p, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            if (!(p[i] >= 0)) {
                throw new IllegalArgumentException("a probability is at least 0, not " + p[i]);
            }
            sum += p[i];
        }
        if (!(Math.abs(sum - 1) < ROUNDING)) {
            throw new IllegalArgumentException("probabilities must sum to 1, not " + sum);
        }
    }
}
