package credence.core.performance;

import java.util.Arrays;
import java.util.Comparator;

/// p-values that pay for how many were looked at.
///
/// An adjusted p ≤ α says that the test survives at level α. Checked against `p.adjust` of R (skill.padjust.holm_bh).
public final class MultipleTesting {

    private MultipleTesting() {}

    /// Holm's (1979): at level α the chance of any false alarm is at most α, whatever the tests have to do with each other.
    ///
    /// @param p each in [0, 1]
    /// @return adjusted, in the order given, each in [0, 1]
    public static double[] holm(double... p) {
        Integer[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, (p.length - i) * p[order[i]]);
            adjusted[order[i]] = Math.min(1, most);
        }
        return adjusted;
    }

    /// Benjamini and Hochberg's (1995): of the tests that survive at level α, at most the share α are false alarms in expectation; for
    /// tests that are independent or move together.
    ///
    /// @param p each in [0, 1]
    /// @return adjusted, in the order given, each in [0, 1]
    public static double[] benjaminiHochberg(double... p) {
        Integer[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            least = Math.min(least, p[order[i]] * p.length / (i + 1));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    private static Integer[] ascending(double[] p) {
        Integer[] order = new Integer[p.length];
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException("a p-value lies in 0…1, not " + p[i]);
            }
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        return order;
    }
}
