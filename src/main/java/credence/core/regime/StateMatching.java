package credence.core.regime;

/// Which state of a new fit is which of the former one: the assignment of least total distance.
///
/// The distance of two states is Bhattacharyya's between their normal distributions, the same in any unit:
/// ⅛ δᵀ S⁻¹ δ + ½ ln(|S| ÷ √(|S₁||S₂|)), S the mean of both covariances, δ the difference of means. All assignments are tried
/// (K ≤ 6).
///
/// Source: Bhattacharyya (1943); Kailath (1967).
///
/// @param order state `order[i]` of the new model is state i of the former one
/// @param worst largest distance of a pair
record StateMatching(int[] order, double worst) {

    static StateMatching of(GaussianHmm former, GaussianHmm fresh) {
        int k = former.states();
        double[][] cost = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                cost[i][j] = distance(former, i, fresh, j);
            }
        }
        Search search = new Search(cost);
        search.from(0, 0);
        double worst = 0;
        for (int i = 0; i < k; i++) {
            worst = Math.max(worst, cost[i][search.best[i]]);
        }
        return new StateMatching(search.best, worst);
    }

    static double distance(GaussianHmm one, int i, GaussianHmm other, int j) {
        int d = one.dimension();
        MarkovChain single = new MarkovChain(new double[] {1}, new double[] {1});
        double[] mean = new double[d];
        double[] covariance = new double[d * d];
        double[] there = new double[d];
        for (int a = 0; a < d; a++) {
            mean[a] = one.mean(i, a);
            there[a] = other.mean(j, a);
            for (int b = 0; b < d; b++) {
                covariance[a * d + b] = (one.covariance(i, a, b) + other.covariance(j, a, b)) / 2;
            }
        }
        GaussianHmm middle = new GaussianHmm(single, d, mean, covariance);
        // ln of the density at a mean is −½ ln|S| − d/2 ln 2π: the constants cancel.
        double peak = middle.logPeak()[0];
        double apart = peak - middle.logDensities(there)[0];
        return apart / 4 - peak + (one.logPeak()[i] + other.logPeak()[j]) / 2;
    }

    /// Depth first, so of equal assignments the first in lexical order stays.
    private static final class Search {

        private final double[][] cost;
        private final int[] chosen;
        private final boolean[] taken;
        private int[] best;
        private double least = Double.POSITIVE_INFINITY;

        private Search(double[][] cost) {
            this.cost = cost;
            this.chosen = new int[cost.length];
            this.best = new int[cost.length];
            this.taken = new boolean[cost.length];
        }

        private void from(int i, double soFar) {
            if (soFar >= least) {
                return;
            }
            if (i == chosen.length) {
                least = soFar;
                best = chosen.clone();
                return;
            }
            for (int j = 0; j < chosen.length; j++) {
                if (!taken[j]) {
                    taken[j] = true;
                    chosen[i] = j;
                    from(i + 1, soFar + cost[i][j]);
                    taken[j] = false;
                }
            }
        }
    }
}
