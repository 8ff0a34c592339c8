package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// A hidden Markov model whose states emit normal observations of 1 to 4 dimensions with full covariance. Immutable.
///
/// Density of x in state k: N(x; mean_k, covariance_k), by Cholesky factors. Checked against `hmm.scoreFull2d`.
public final class GaussianHmm {

    private static final double HALF_LOG_2PI = 0.9189385332046728;

    private final MarkovChain chain;
    private final int dimension;
    private final double[] means;
    private final double[] covariances;
    // Inverse Cholesky factors, d × d a state, lower triangle, and the logarithm of the density at
    // the mean.
    private final double[] whitening;
    private final double[] logPeak;

    /// @param means one row a state
    /// @param covariances one matrix a state, symmetric and positive definite
    /// @throws IllegalArgumentException when sizes differ or a covariance is not positive definite
    public GaussianHmm(MarkovChain chain, double[][] means, double[][][] covariances) {
        this(
                chain,
                means[0].length,
                Arrays.stream(means).flatMapToDouble(Arrays::stream).toArray(),
                Arrays.stream(covariances)
                        .flatMap(Arrays::stream)
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
    }

    /// @param means state after state
    /// @param covariances state after state, row after row
    GaussianHmm(MarkovChain chain, int dimension, double[] means, double[] covariances) {
        int k = chain.states();
        int d = dimension;
        if (d < 1 || means.length != k * d || covariances.length != k * d * d) {
            throw new IllegalArgumentException(
                    "one mean and one covariance of " + d + " dimensions a state are needed");
        }
        this.chain = chain;
        this.dimension = d;
        this.means = means;
        this.covariances = covariances;
        this.whitening = new double[k * d * d];
        this.logPeak = new double[k];
        for (int i = 0; i < k; i++) {
            double[] inverse = whitening(covariances, i * d * d, d);
            System.arraycopy(inverse, 0, whitening, i * d * d, d * d);
            double log = -d * HALF_LOG_2PI;
            for (int a = 0; a < d; a++) {
                log += StrictMath.log(inverse[a * d + a]);
            }
            logPeak[i] = log;
        }
    }

    public MarkovChain chain() {
        return chain;
    }

    public int states() {
        return chain.states();
    }

    public int dimension() {
        return dimension;
    }

    public double mean(int state, int axis) {
        return means[state * dimension + axis];
    }

    public double covariance(int state, int a, int b) {
        return covariances[(state * dimension + a) * dimension + b];
    }

    /// Standard deviation of the first axis: the volatility of the returns.
    public double deviation(int state) {
        return StrictMath.sqrt(covariance(state, 0, 0));
    }

    double[] means() {
        return means;
    }

    double[] covariances() {
        return covariances;
    }

    double[] whitening() {
        return whitening;
    }

    double[] logPeak() {
        return logPeak;
    }

    /// Logarithms of the density of one observation under each state.
    public double[] logDensities(double[] x) {
        double[] logs = new double[states()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logPeak[i] - 0.5 * distance(i, x);
        }
        return logs;
    }

    /// The same for a series, one row an observation.
    public double[][] logDensities(double[][] series) {
        return Arrays.stream(series).map(this::logDensities).toArray(double[][]::new);
    }

    /// Squared Mahalanobis distance; `Double.MAX_VALUE` instead of infinity.
    private double distance(int state, double[] x) {
        int d = dimension;
        double sum = 0;
        for (int a = 0; a < d; a++) {
            double z = 0;
            for (int b = 0; b <= a; b++) {
                z += whitening[(state * d + a) * d + b] * (x[b] - means[state * d + b]);
            }
            sum += z * z;
        }
        return sum < Double.MAX_VALUE ? sum : Double.MAX_VALUE;
    }

    /// Free parameters: start, transitions, means, variances, and covariances unless there are none in any state.
    public int parameters() {
        int k = states();
        int d = dimension;
        int together = isApart() ? 0 : k * d * (d - 1) / 2;
        return k - 1 + k * (k - 1) + 2 * k * d + together;
    }

    private boolean isApart() {
        int d = dimension;
        for (int at = 0; at < covariances.length; at++) {
            if (at / d % d != at % d && covariances[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /// The same model with its states in another order.
    ///
    /// @param order state `order[i]` becomes state i
    public GaussianHmm ordered(int[] order) {
        int d = dimension;
        double[] m = new double[means.length];
        double[] c = new double[covariances.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(means, order[i] * d, m, i * d, d);
            System.arraycopy(covariances, order[i] * d * d, c, i * d * d, d * d);
        }
        return new GaussianHmm(chain.ordered(order), d, m, c);
    }

    /// The same model for observations y = scale · x + shift, axis by axis.
    GaussianHmm moved(double[] scale, double[] shift) {
        int d = dimension;
        double[] m = new double[means.length];
        double[] c = new double[covariances.length];
        for (int i = 0; i < states(); i++) {
            for (int a = 0; a < d; a++) {
                m[i * d + a] = scale[a] * mean(i, a) + shift[a];
                for (int b = 0; b < d; b++) {
                    c[(i * d + a) * d + b] = scale[a] * scale[b] * covariance(i, a, b);
                }
            }
        }
        return new GaussianHmm(chain, d, m, c);
    }

    void write(DataOutput out) throws IOException {
        chain.write(out);
        out.writeInt(dimension);
        Doubles.write(out, means);
        Doubles.write(out, covariances);
    }

    static GaussianHmm read(DataInput in) throws IOException {
        MarkovChain chain = MarkovChain.read(in);
        int d = in.readInt();
        int k = chain.states();
        return new GaussianHmm(chain, d, Doubles.read(in, k * d), Doubles.read(in, k * d * d));
    }

    /// Inverse of the lower Cholesky factor of the matrix that starts at `from`.
    private static double[] whitening(double[] c, int from, int d) {
        double[] l = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double rest = c[from + a * d + b];
                for (int e = 0; e < b; e++) {
                    rest -= l[a * d + e] * l[b * d + e];
                }
                if (a == b && !(rest > 0 && rest < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("a covariance is not positive definite");
                }
                l[a * d + b] = a == b ? StrictMath.sqrt(rest) : rest / l[b * d + b];
            }
        }
        double[] inverse = new double[d * d];
        for (int b = 0; b < d; b++) {
            inverse[b * d + b] = 1 / l[b * d + b];
            for (int a = b + 1; a < d; a++) {
                double sum = 0;
                for (int e = b; e < a; e++) {
                    sum += l[a * d + e] * inverse[e * d + b];
                }
                inverse[a * d + b] = -sum / l[a * d + a];
            }
        }
        return inverse;
    }
}
