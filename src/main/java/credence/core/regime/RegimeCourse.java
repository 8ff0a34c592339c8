package credence.core.regime;

import credence.core.value.Regime;

import java.util.List;

/// A bot's results and the regimes at entry, in time order; R less its mean.
final class RegimeCourse {

    private final double[] r;
    private final double[][] p = new double[Regime.values().length][];
    private final double[] counts = new double[Regime.values().length];
    private final double[] sums = new double[Regime.values().length];
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
                sums[k] += p[k][i] * r[i];
            }
        }
    }

    int size() {
        return r.length;
    }

    double result(int place) {
        return r[place];
    }

    double probability(int regime, int place) {
        return p[regime][place];
    }

    /// Expected outcomes in a regime.
    double count(int regime) {
        return counts[regime];
    }

    /// Mean R in a regime less the mean of all.
    ///
    /// @param regime of positive count
    double mean(int regime) {
        return sums[regime] / counts[regime];
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

    /// Weighted sum of squares between regimes, these moved against the results by so many places, the end joined to the beginning.
    ///
    /// @param shift 0 … size − 1
    double between(int shift) {
        int n = r.length;
        double between = 0;
        for (int k = 0; k < p.length; k++) {
            if (counts[k] > 0) {
                double[] row = p[k];
                double sum = 0;
                for (int i = 0; i < n - shift; i++) {
                    sum += row[i + shift] * r[i];
                }
                for (int i = n - shift; i < n; i++) {
                    sum += row[i + shift - n] * r[i];
                }
                between += sum * sum / counts[k];
            }
        }
        return between;
    }
}
