package credence.core.regime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where expectation–maximisation begins: models read off splits of the series, always the same for the same series.
///
/// Every observation gets a score, scores are cut at quantiles into K groups, and a group's moments and the moves between groups
/// (with pseudo-counts) are a model. Scores, averaged over a window centred on the observation: squared return over 11 and over
/// 41, return over 21, and, with several dimensions, the last one over 11. Groups are of equal size, and for the first score
/// also such that each is half as large as the calmer one before, since storms are rare.
final class Starts {

    private final double[] series;
    private final int n;
    private final int d;
    private final int k;
    private final EmParameters parameters;

    private Starts(double[] series, int d, int k, EmParameters parameters) {
        this.series = series;
        this.n = series.length / d;
        this.d = d;
        this.k = k;
        this.parameters = parameters;
    }

    /// @param series standardised, row after row
    static List<GaussianHmm> of(double[] series, int d, int k, EmParameters parameters) {
        Starts starts = new Starts(series, d, k, parameters);
        double[] squares = starts.axis(0);
        for (int t = 0; t < squares.length; t++) {
            squares[t] *= squares[t];
        }
        List<GaussianHmm> models = new ArrayList<>();
        models.add(starts.split(averaged(squares, 5), false));
        models.add(starts.split(averaged(squares, 5), true));
        models.add(starts.split(averaged(squares, 20), false));
        models.add(starts.split(averaged(starts.axis(0), 10), false));
        if (d > 1) {
            models.add(starts.split(averaged(starts.axis(d - 1), 5), false));
        }
        return models;
    }

    private double[] axis(int axis) {
        return IntStream.range(0, n).mapToDouble(t -> series[t * d + axis]).toArray();
    }

    private static double[] averaged(double[] values, int reach) {
        double[] means = new double[values.length];
        for (int t = 0; t < means.length; t++) {
            int from = Math.max(0, t - reach);
            int to = Math.min(means.length, t + reach + 1);
            double sum = 0;
            for (int s = from; s < to; s++) {
                sum += values[s];
            }
            means[t] = sum / (to - from);
        }
        return means;
    }

    private GaussianHmm split(double[] scores, boolean halving) {
        int[] group = new int[n];
        int[] order =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(t -> scores[t])
                                        .thenComparing(t -> t))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int place = 0; place < n; place++) {
            group[order[place]] = groupOf((place + 0.5) / n, halving);
        }
        return counted(group);
    }

    /// @param share of observations with a lower score, in 0…1
    private int groupOf(double share, boolean halving) {
        if (!halving) {
            return Math.min(k - 1, (int) (share * k));
        }
        double all = 1 - Math.scalb(1.0, -k);
        double end = 0;
        for (int g = 0; g < k - 1; g++) {
            end += Math.scalb(1.0, -g - 1) / all;
            if (share < end) {
                return g;
            }
        }
        return k - 1;
    }

    private GaussianHmm counted(int[] group) {
        double[] weight = new double[k];
        double[] means = new double[k * d];
        double[] covariances = new double[k * d * d];
        double[] start = new double[k];
        double[] moves = new double[k * k];
        for (int t = 0; t < n; t++) {
            weight[group[t]]++;
            for (int a = 0; a < d; a++) {
                means[group[t] * d + a] += series[t * d + a];
            }
            if (t > 0) {
                moves[group[t - 1] * k + group[t]]++;
            }
        }
        for (int i = 0; i < k * d; i++) {
            means[i] /= weight[i / d];
        }
        for (int t = 0; t < n; t++) {
            int g = group[t];
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    covariances[(g * d + a) * d + b] +=
                            (series[t * d + a] - means[g * d + a])
                                    * (series[t * d + b] - means[g * d + b])
                                    / weight[g];
                }
            }
        }
        for (int i = 0; i < k; i++) {
            Maximisation.floor(
                    covariances, i * d * d, d, Math.max(parameters.varianceFloor(), 1e-3));
            start[i] = 1.0 / k;
            double sum = 0;
            for (int j = 0; j < k; j++) {
                // One more of each, or a start without pseudo-counts could never leave what it has
                // not left.
                moves[i * k + j] += 1 + parameters.pseudoCount(i, j);
                sum += moves[i * k + j];
            }
            for (int j = 0; j < k; j++) {
                moves[i * k + j] /= sum;
            }
        }
        return new GaussianHmm(new MarkovChain(start, moves), d, means, covariances);
    }
}
