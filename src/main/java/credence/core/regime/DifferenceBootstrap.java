package credence.core.regime;

import credence.core.random.Draws;
import credence.core.value.Regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far the differences of mean R between regimes may be off, all pairs at once; see [RegimeDependence].
final class DifferenceBootstrap {

    private static final int REGIMES = Regime.values().length;
    private static final double LEVEL = 0.90;

    /// A resample with less than this of a regime says nothing about its mean.
    private static final double LEAST = 1;

    private final RegimeCourse course;
    private final List<int[]> pairs = new ArrayList<>();
    private final double[][] weights;
    private final double[][] products;
    private final int block;

    /// @param fewest expected outcomes of a regime that takes part
    DifferenceBootstrap(RegimeCourse course, double fewest) {
        this.course = course;
        int n = course.size();
        block = (int) Math.ceil(Math.cbrt(n));
        // Running sums over the course joined to itself: a block is a difference of two.
        weights = new double[REGIMES][n + block + 1];
        products = new double[REGIMES][n + block + 1];
        for (int k = 0; k < REGIMES; k++) {
            for (int i = 0; i < n + block; i++) {
                double p = course.probability(k, i % n);
                weights[k][i + 1] = weights[k][i] + p;
                products[k][i + 1] = products[k][i] + p * course.result(i % n);
            }
        }
        for (int a = 0; a < REGIMES; a++) {
            for (int b = 0; b < a; b++) {
                if (course.count(a) >= fewest && course.count(b) >= fewest) {
                    pairs.add(new int[] {a, b});
                }
            }
        }
    }

    /// Half the width of the interval of one pair.
    ///
    /// @param one regime that takes part; other likewise
    /// @param first ordinal of the first draw
    double reach(int one, int other, int resamples, Draws draws, long first) {
        int n = course.size();
        int blocks = (n + block - 1) / block;
        double[][] deviations = new double[pairs.size()][resamples];
        long ordinal = first;
        for (int s = 0; s < resamples; s++) {
            double[] counts = new double[REGIMES];
            double[] sums = new double[REGIMES];
            for (int b = 0; b < blocks; b++) {
                int from = draws.below(n, ordinal++);
                int to = from + Math.min(block, n - b * block);
                for (int k = 0; k < REGIMES; k++) {
                    counts[k] += weights[k][to] - weights[k][from];
                    sums[k] += products[k][to] - products[k][from];
                }
            }
            for (int i = 0; i < pairs.size(); i++) {
                int a = pairs.get(i)[0];
                int b = pairs.get(i)[1];
                if (counts[a] >= LEAST && counts[b] >= LEAST) {
                    deviations[i][s] =
                            sums[a] / counts[a]
                                    - sums[b] / counts[b]
                                    - (course.mean(a) - course.mean(b));
                }
            }
        }
        double[] errors = new double[pairs.size()];
        double[] largest = new double[resamples];
        double error = 0;
        for (int i = 0; i < errors.length; i++) {
            double squares = 0;
            for (double deviation : deviations[i]) {
                squares += deviation * deviation / resamples;
            }
            errors[i] = Math.sqrt(squares);
            for (int s = 0; errors[i] > 0 && s < resamples; s++) {
                largest[s] = Math.max(largest[s], Math.abs(deviations[i][s]) / errors[i]);
            }
            int[] pair = pairs.get(i);
            if (pair[0] == Math.max(one, other) && pair[1] == Math.min(one, other)) {
                error = errors[i];
            }
        }
        Arrays.sort(largest);
        return error * largest[(int) Math.ceil(LEVEL * resamples) - 1];
    }
}
