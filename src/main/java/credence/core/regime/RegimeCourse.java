package credence.core.regime;

import credence.core.value.Regime;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

import java.util.List;

/// A bot's results and the regimes at entry, in time order; R less its mean.
final class RegimeCourse {

    private static final int REGIMES = Regime.values().length;

    private final double[] r;

    /// What the regimes explain of r: its least squares fit by their probabilities.
    private final double[] fit;

    private final double[][] p = new double[REGIMES][];
    private final double[] counts = new double[REGIMES];
    private final boolean resultsDiffer;

    /// @param clamp R is looked at within ±clamp
    RegimeCourse(List<Dependence.Entry> entries, double clamp) {
        int n = entries.size();
        r = new double[n];
        double mean = 0;
        boolean differ = false;
        for (int i = 0; i < n; i++) {
            r[i] = Math.clamp(entries.get(i).r(), -clamp, clamp);
            mean += r[i] / n;
            differ |= r[i] != r[0];
        }
        resultsDiffer = differ;
        for (int i = 0; i < n; i++) {
            r[i] -= mean;
        }
        for (Regime regime : Regime.values()) {
            int k = regime.ordinal();
            p[k] = new double[n];
            for (int i = 0; i < n; i++) {
                p[k][i] = entries.get(i).atEntry().of(regime);
                counts[k] += p[k][i];
            }
        }
        fit = fit();
    }

    /// Where a regime was never probable, or two always went together, the shortest of the solutions; the fit is the same.
    private double[] fit() {
        double[][] products = new double[REGIMES][REGIMES];
        double[] sums = new double[REGIMES];
        for (int i = 0; i < r.length; i++) {
            for (int k = 0; k < REGIMES; k++) {
                sums[k] += p[k][i] * r[i];
                for (int l = 0; l < REGIMES; l++) {
                    products[k][l] += p[k][i] * p[l][i];
                }
            }
        }
        RealVector slopes =
                new SingularValueDecomposition(MatrixUtils.createRealMatrix(products))
                        .getSolver()
                        .solve(MatrixUtils.createRealVector(sums));
        double[] explained = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            for (int k = 0; k < REGIMES; k++) {
                explained[i] += slopes.getEntry(k) * p[k][i];
            }
        }
        return explained;
    }

    int size() {
        return r.length;
    }

    /// Expected outcomes in a regime.
    double count(int regime) {
        return counts[regime];
    }

    boolean resultsDiffer() {
        return resultsDiffer;
    }

    boolean regimesDiffer() {
        for (double[] row : p) {
            for (double x : row) {
                if (x != row[0]) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The regimes moved against the results by so many places, the end joined to the beginning.
    ///
    /// @param shift 0 … size − 1
    /// @param taking regimes that take part
    ShiftedCourse shifted(int shift, int[] taking) {
        int n = r.length;
        double[][] moments = new double[taking.length][];
        for (int j = 0; j < taking.length; j++) {
            double[] row = p[taking[j]];
            double a = 0;
            double b = 0;
            double aa = 0;
            double ab = 0;
            double bb = 0;
            for (int i = 0, at = shift; i < n; i++) {
                double w = row[at];
                double wr = w * r[i];
                double wf = w * fit[i];
                a += wr;
                b += wf;
                aa += wr * r[i];
                ab += wr * fit[i];
                bb += wf * fit[i];
                at = at + 1 == n ? 0 : at + 1;
            }
            double count = counts[taking[j]];
            moments[j] =
                    new double[] {count, a / count, b / count, aa / count, ab / count, bb / count};
        }
        return new ShiftedCourse(moments);
    }

    /// Mean of r²: what rounding is small beside.
    double scale() {
        double squares = 0;
        for (double x : r) {
            squares += x * x / r.length;
        }
        return squares;
    }
}
