package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.Test;

/// Against the definition itself: the sum over every possible path of states.
class ExpectationTest {

    private static final int K = 3;
    private static final int N = 7;

    /// A model of many dimensions whose states overlap.
    private static GaussianHmm model(int d) {
        double[][] transition = {{0.7, 0.2, 0.1}, {0.15, 0.8, 0.05}, {0.3, 0.1, 0.6}};
        double[][] means = new double[K][d];
        double[][][] covariances = new double[K][d][d];
        for (int i = 0; i < K; i++) {
            for (int a = 0; a < d; a++) {
                means[i][a] = 0.4 * i - 0.3 * a;
                for (int b = 0; b < d; b++) {
                    covariances[i][a][b] = a == b ? 0.5 + 0.6 * i + 0.1 * a : 0.2;
                }
            }
        }
        return new GaussianHmm(
                new MarkovChain(new double[] {0.5, 0.2, 0.3}, transition), means, covariances);
    }

    private static double[] series(int n, int d) {
        DrawSequence draws = Draws.of(5, "test.expectation").inOrder();
        double[] x = new double[n * d];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1.2 * draws.normal();
        }
        return x;
    }

    private static double[] row(double[] series, int t, int d) {
        double[] x = new double[d];
        System.arraycopy(series, t * d, x, 0, d);
        return x;
    }

    private static void agreesWithAllPaths(int d) {
        GaussianHmm model = model(d);
        double[] series = series(N, d);
        double all = 0;
        double[][] weight = new double[N][K];
        double[] moves = new double[K * K];
        int paths = (int) Math.pow(K, N);
        for (int code = 0; code < paths; code++) {
            int[] path = new int[N];
            for (int t = 0, rest = code; t < N; t++, rest /= K) {
                path[t] = rest % K;
            }
            double p = model.chain().start(path[0]);
            for (int t = 0; t < N; t++) {
                p *= Math.exp(model.logDensities(row(series, t, d))[path[t]]);
                p *= t == 0 ? 1 : model.chain().transition(path[t - 1], path[t]);
            }
            all += p;
            for (int t = 0; t < N; t++) {
                weight[t][path[t]] += p;
                if (t > 0) {
                    moves[path[t - 1] * K + path[t]] += p;
                }
            }
        }
        Expectation counted = new Expectation(series, d, K);
        counted.pass(model);
        assertEquals(Math.log(all), counted.logLikelihood(), 1e-10);
        for (int i = 0; i < K; i++) {
            double sum = 0;
            double first = 0;
            double second = 0;
            for (int t = 0; t < N; t++) {
                double p = weight[t][i] / all;
                double off = series[t * d + d - 1] - model.mean(i, d - 1);
                double other = series[t * d] - model.mean(i, 0);
                sum += p;
                first += p * off;
                second += p * off * other;
            }
            assertEquals(sum, counted.weight[i], 1e-10);
            assertEquals(first, counted.first[i * d + d - 1], 1e-10);
            assertEquals(second, counted.second[(i * d + d - 1) * d], 1e-10);
            assertEquals(weight[0][i] / all, counted.initial[i], 1e-10);
            assertEquals(weight[N - 1][i] / all, counted.last()[i], 1e-10);
            for (int j = 0; j < K; j++) {
                assertEquals(moves[i * K + j] / all, counted.moves[i * K + j], 1e-10);
            }
        }
    }

    @Test
    void onALineItAgreesWithTheSumOverAllPaths() {
        agreesWithAllPaths(1);
    }

    @Test
    void inSpaceItAgreesWithTheSumOverAllPaths() {
        agreesWithAllPaths(2);
        agreesWithAllPaths(3);
        agreesWithAllPaths(4);
    }

    @Test
    void aLongSeriesHasTheLikelihoodThatTheFilterFinds() {
        GaussianHmm model = model(2);
        double[] series = series(20_000, 2);
        Expectation counted = new Expectation(series, 2, K);
        counted.pass(model);
        double[][] rows = new double[20_000][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = row(series, t, 2);
        }
        MarkovChain.Filtered filtered = model.chain().filter(model.logDensities(rows));
        assertEquals(
                filtered.logLikelihood(),
                counted.logLikelihood(),
                1e-9 * Math.abs(filtered.logLikelihood()));
        assertArrayEquals(filtered.probabilities()[19_999], counted.last(), 1e-12);
    }

    @Test
    void observationsFromAnotherWorldLeaveEverySumFinite() {
        double[] series = series(50, 1);
        series[10] = 1e6;
        series[20] = -1e60;
        series[49] = 1e100;
        // A chain that cannot reach its widest state from where it is.
        GaussianHmm stuck =
                new GaussianHmm(
                        new MarkovChain(
                                new double[] {1, 0, 0},
                                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
                        new double[][] {{0}, {0}, {0}},
                        new double[][][] {{{1e-3}}, {{1}}, {{100}}});
        for (GaussianHmm model : new GaussianHmm[] {model(1), stuck}) {
            Expectation counted = new Expectation(series, 1, K);
            counted.pass(model);
            assertTrue(Double.isFinite(counted.logLikelihood()));
            double sum = 0;
            for (int i = 0; i < K; i++) {
                assertTrue(Double.isFinite(counted.weight[i]));
                sum += counted.weight[i];
            }
            assertEquals(50, sum, 1e-6);
        }
    }
}
