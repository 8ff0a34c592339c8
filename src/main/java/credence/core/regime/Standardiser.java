package credence.core.regime;

import java.util.Arrays;
import java.util.Optional;

/// Mean and standard deviation per axis, frozen at a fit: z = (x − mean) ÷ deviation. Makes a fit free of the unit of its data.
public final class Standardiser {

    /// A spread below this share of the mean's size is rounding, not variation.
    private static final double ROUNDING = 1e-12;

    private final double[] means;
    private final double[] deviations;

    Standardiser(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /// Leaves numbers as they are.
    public static Standardiser none(int dimension) {
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        return new Standardiser(new double[dimension], ones);
    }

    /// Of the whole series (population deviation); empty when an axis does not vary, or there is nothing.
    public static Optional<Standardiser> of(Observations series) {
        int d = series.dimension();
        int n = series.size();
        double[] means = new double[d];
        double[] deviations = new double[d];
        for (int a = 0; a < d; a++) {
            double largest = 0;
            for (int t = 0; t < n; t++) {
                means[a] += series.value(t, a) / n;
                largest = Math.max(largest, Math.abs(series.value(t, a)));
            }
            double squares = 0;
            for (int t = 0; t < n; t++) {
                // Divided first: numbers of any size stay within range.
                double off = largest > 0 ? (series.value(t, a) - means[a]) / largest : 0;
                squares += off * off;
            }
            deviations[a] = n == 0 ? 0 : largest * StrictMath.sqrt(squares / n);
            if (!(deviations[a] > ROUNDING * largest && deviations[a] >= Double.MIN_NORMAL)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Standardiser(means, deviations));
    }

    public int dimension() {
        return means.length;
    }

    public double mean(int axis) {
        return means[axis];
    }

    public double deviation(int axis) {
        return deviations[axis];
    }

    public double standardised(double x, int axis) {
        return (x - means[axis]) / deviations[axis];
    }

    /// The model in the units of this standardiser, stated in the units of another.
    GaussianHmm restate(GaussianHmm model, Standardiser in) {
        double[] scale = new double[means.length];
        double[] shift = new double[means.length];
        for (int a = 0; a < scale.length; a++) {
            scale[a] = deviations[a] / in.deviations[a];
            shift[a] = (means[a] - in.means[a]) / in.deviations[a];
        }
        return model.moved(scale, shift);
    }
}
