package credence.core.regime;

import java.util.Arrays;
import java.util.BitSet;

/// One pass of expectation over a series: how much of each state, each move and each moment was probably there.
///
/// Forward and backward recursions, scaled at every step, on densities relative to the largest of the step, so that nothing
/// leaves the range of a double. Where that state is out of reach, densities are taken again relative to the largest within reach;
/// where nothing is, the observation is ignored and counts [MarkovChain#IMPOSSIBLE]. Moments are taken about the model's
/// own means. Working space is kept between passes; everything in it is overwritten. Sums are finite for numbers up to
/// 1e100 in size; standardised ones stay below √n.
///
/// Where the series starts anew after an interruption, the past says nothing: states are as probable as in the long run, and
/// no move is counted. (That they depend on the transitions is left out of the maximisation; such places are few.)
///
/// Source: Baum et al. (1970); scaling and several sequences: Rabiner (1989), V.A and V.B.
final class Expectation {

    private final double[] series;
    private final int n;
    private final int d;
    private final int k;
    private final BitSet breaks = new BitSet();
    private final double[] density;
    private final double[] filtered;
    private final double[] peak;
    private final double[] scale;

    /// Σ over time of p(state).
    final double[] weight;

    /// Σ p(state) · (x − mean).
    final double[] first;

    /// Σ p(state) · (x − mean)(x − mean)ᵀ, row after row, the lower triangle only.
    final double[] second;

    /// Σ p(state, next state).
    final double[] moves;

    /// p(state) at the first observation.
    final double[] initial;

    private double logLikelihood;

    /// @param series observations of d numbers, row after row, at least one
    Expectation(double[] series, int d, int k) {
        this(series, d, k, new int[0]);
    }

    /// @param breaks places, not 0, at which the series starts anew
    Expectation(double[] series, int d, int k, int[] breaks) {
        for (int t : breaks) {
            this.breaks.set(t);
        }
        this.series = series;
        this.n = series.length / d;
        this.d = d;
        this.k = k;
        this.density = new double[n * k];
        this.filtered = new double[n * k];
        this.peak = new double[n];
        this.scale = new double[n];
        this.weight = new double[k];
        this.first = new double[k * d];
        this.second = new double[k * d * d];
        this.moves = new double[k * k];
        this.initial = new double[k];
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /// Filtered probabilities after the last observation.
    double[] last() {
        return Arrays.copyOfRange(filtered, (n - 1) * k, n * k);
    }

    /// Forward half: log-likelihood and filtered probabilities.
    void forward(GaussianHmm model) {
        if (d == 1) {
            densitiesOnALine(model);
        } else {
            densities(model);
        }
        double[] a = model.chain().transitions();
        double[] predicted = model.chain().starts().clone();
        double logs = 0;
        double product = 1;
        for (int t = 0, row = 0; t < n; t++, row += k) {
            if (breaks.get(t)) {
                predicted = model.chain().stationary();
            } else if (t > 0) {
                for (int j = 0; j < k; j++) {
                    double sum = 0;
                    for (int i = 0; i < k; i++) {
                        sum += filtered[row - k + i] * a[i * k + j];
                    }
                    predicted[j] = sum;
                }
            }
            double sum = hear(predicted, row);
            if (!(sum >= Double.MIN_NORMAL)) {
                takeWithinReach(model, predicted, t);
                sum = hear(predicted, row);
            }
            double inverse = 1 / sum;
            for (int i = 0; i < k; i++) {
                filtered[row + i] *= inverse;
            }
            scale[t] = inverse;
            logs += peak[t];
            // One logarithm for many factors: their product is kept far from the ends of the range.
            if (sum * product < 1e-200) {
                logs += StrictMath.log(product) + StrictMath.log(sum);
                product = 1;
            } else {
                product *= sum;
            }
        }
        logLikelihood = logs + StrictMath.log(product);
    }

    private double hear(double[] predicted, int row) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            double joint = predicted[i] * density[row + i];
            filtered[row + i] = joint;
            sum += joint;
        }
        return sum;
    }

    private void takeWithinReach(GaussianHmm model, double[] predicted, int t) {
        double[] logs = model.logDensities(Arrays.copyOfRange(series, t * d, t * d + d));
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < k; i++) {
            most = predicted[i] >= 1e-300 ? Math.max(most, logs[i]) : most;
        }
        boolean nobody = most == Double.NEGATIVE_INFINITY;
        for (int i = 0; i < k; i++) {
            density[t * k + i] = nobody ? 1 : StrictMath.exp(Math.min(0, logs[i] - most));
        }
        peak[t] = nobody ? MarkovChain.IMPOSSIBLE : most;
    }

    private void densitiesOnALine(GaussianHmm model) {
        double[] logs = new double[k];
        double[] means = model.means();
        double[] whitening = model.whitening();
        double[] tops = model.logPeak();
        for (int t = 0; t < n; t++) {
            double x = series[t];
            for (int i = 0; i < k; i++) {
                double z = whitening[i] * (x - means[i]);
                logs[i] = tops[i] - 0.5 * (z * z);
            }
            relate(logs, t);
        }
    }

    private void densities(GaussianHmm model) {
        double[] logs = new double[k];
        double[] means = model.means();
        double[] whitening = model.whitening();
        double[] tops = model.logPeak();
        double[] off = new double[d];
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < k; i++) {
                double squares = 0;
                for (int a = 0; a < d; a++) {
                    off[a] = series[t * d + a] - means[i * d + a];
                    double z = 0;
                    for (int b = 0; b <= a; b++) {
                        z += whitening[(i * d + a) * d + b] * off[b];
                    }
                    squares += z * z;
                }
                logs[i] = tops[i] - 0.5 * squares;
            }
            relate(logs, t);
        }
    }

    /// Densities of one observation relative to the largest.
    private void relate(double[] logs, int t) {
        int top = 0;
        for (int i = 1; i < k; i++) {
            top = logs[i] > logs[top] ? i : top;
        }
        double most = logs[top];
        peak[t] = most;
        for (int i = 0; i < k; i++) {
            density[t * k + i] = i == top ? 1 : StrictMath.exp(logs[i] - most);
        }
    }

    /// Both halves: all sums.
    void pass(GaussianHmm model) {
        forward(model);
        Arrays.fill(weight, 0);
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        Arrays.fill(moves, 0);
        double[] a = model.chain().transitions();
        double[] means = model.means();
        double[] off = new double[d];
        double[] beta = new double[k];
        double[] ahead = new double[k];
        Arrays.fill(beta, 1);
        for (int t = n - 1, row = t * k; t >= 0; t--, row -= k) {
            for (int i = 0; i < k; i++) {
                double p = filtered[row + i] * beta[i];
                initial[i] = p;
                weight[i] += p;
                for (int e = 0; e < d; e++) {
                    off[e] = series[t * d + e] - means[i * d + e];
                    double share = p * off[e];
                    first[i * d + e] += share;
                    for (int f = 0; f <= e; f++) {
                        second[(i * d + e) * d + f] += share * off[f];
                    }
                }
            }
            if (t == 0) {
                break;
            }
            if (breaks.get(t)) {
                Arrays.fill(beta, 1);
                continue;
            }
            for (int j = 0; j < k; j++) {
                // Only a state that the past rules out can come to more than the cap; it counts
                // nothing anyway.
                ahead[j] = Math.min(density[row + j] * beta[j] * scale[t], 1e300);
            }
            for (int i = 0; i < k; i++) {
                double before = filtered[row - k + i];
                double sum = 0;
                for (int j = 0; j < k; j++) {
                    double way = a[i * k + j] * ahead[j];
                    sum += way;
                    moves[i * k + j] += before * way;
                }
                beta[i] = sum;
            }
        }
    }
}
