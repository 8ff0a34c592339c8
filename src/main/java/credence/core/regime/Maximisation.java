package credence.core.regime;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/// The model that best explains what a pass of [Expectation] has counted, under floor and pseudo-counts.
///
/// Variances below the floor in some direction are raised to it along that direction, which is the most likely covariance
/// among those that keep the floor; a stay that is too short is raised to the least likewise. A state that hardly occurs keeps its emission.
final class Maximisation {

    /// Less evidence than this tells nothing of a state.
    private static final double TRACE = 1e-8;

    private Maximisation() {}

    static GaussianHmm of(Expectation counted, GaussianHmm old, EmParameters parameters) {
        int k = old.states();
        int d = old.dimension();
        double[] means = old.means().clone();
        double[] covariances = old.covariances().clone();
        for (int i = 0; i < k; i++) {
            double weight = counted.weight[i];
            if (!(weight > TRACE)) {
                continue;
            }
            for (int a = 0; a < d; a++) {
                means[i * d + a] += counted.first[i * d + a] / weight;
                for (int b = 0; b <= a; b++) {
                    double moment =
                            counted.second[(i * d + a) * d + b] / weight
                                    - counted.first[i * d + a]
                                            / weight
                                            * (counted.first[i * d + b] / weight);
                    double together = parameters.apart() && a != b ? 0 : moment;
                    covariances[(i * d + a) * d + b] = together;
                    covariances[(i * d + b) * d + a] = together;
                }
            }
            floor(covariances, i * d * d, d, parameters.varianceFloor());
        }
        return new GaussianHmm(chain(counted, old.chain(), parameters), d, means, covariances);
    }

    private static MarkovChain chain(Expectation counted, MarkovChain old, EmParameters by) {
        int k = old.states();
        double[] start = new double[k];
        double[] transition = new double[k * k];
        for (int i = 0; i < k; i++) {
            start[i] = counted.initial[i] + by.move();
            for (int j = 0; j < k; j++) {
                transition[i * k + j] = counted.moves[i * k + j] + by.pseudoCount(i, j);
            }
            normalise(transition, i * k, k, old.transitions());
            keepStay(transition, i, k, 1 - 1 / by.leastStay());
        }
        normalise(start, 0, k, old.starts());
        return new MarkovChain(start, transition);
    }

    /// Raises the chance to stay to its least. The others shrink in proportion, which is the most probable row among those that keep
    /// it, since the logarithm is concave.
    private static void keepStay(double[] rows, int state, int k, double least) {
        double stay = rows[state * k + state];
        if (stay >= least) {
            return;
        }
        for (int j = 0; j < k; j++) {
            rows[state * k + j] =
                    j == state ? least : rows[state * k + j] / (1 - stay) * (1 - least);
        }
    }

    private static void normalise(double[] counts, int from, int k, double[] old) {
        double sum = 0;
        for (int j = from; j < from + k; j++) {
            sum += counts[j];
        }
        for (int j = from; j < from + k; j++) {
            counts[j] = sum > TRACE ? counts[j] / sum : old[j];
        }
    }

    /// Raises the variance of the matrix at `from` to at least `least` in every direction.
    static void floor(double[] c, int from, int d, double least) {
        // Without a floor only what rounding may take is given back.
        double floor = Math.max(least, 1e-12);
        if (d == 1) {
            c[from] = Math.max(c[from], floor);
            return;
        }
        if (keeps(c, from, d, floor)) {
            return;
        }
        double[][] matrix = new double[d][d];
        for (int a = 0; a < d; a++) {
            System.arraycopy(c, from + a * d, matrix[a], 0, d);
        }
        EigenDecomposition parts = new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int e = 0; e < d; e++) {
                    sum +=
                            Math.max(parts.getRealEigenvalue(e), floor)
                                    * parts.getEigenvector(e).getEntry(a)
                                    * parts.getEigenvector(e).getEntry(b);
                }
                c[from + a * d + b] = sum;
                c[from + b * d + a] = sum;
            }
        }
    }

    /// Whether the matrix less the floor still has a Cholesky factor.
    private static boolean keeps(double[] c, int from, int d, double floor) {
        double[] l = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double rest = c[from + a * d + b] - (a == b ? floor : 0);
                for (int e = 0; e < b; e++) {
                    rest -= l[a * d + e] * l[b * d + e];
                }
                if (a == b && !(rest > 0)) {
                    return false;
                }
                l[a * d + b] = a == b ? StrictMath.sqrt(rest) : rest / l[b * d + b];
            }
        }
        return true;
    }
}
