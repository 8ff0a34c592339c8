package credence.core.market;

import java.util.Arrays;

/// Sum of doubles that forgets nothing: numbers may be added and taken away in any order, and the value is always the exact sum of those
/// left, correctly rounded.
///
/// The sum is kept as parts that do not overlap, each the rounding error of the next (Shewchuk, 1997, "Adaptive Precision Floating-Point
/// Arithmetic", grow-expansion with zero elimination). So a window's sum depends on the numbers in the window alone, in whatever order
/// they came. Exact while neither the sum nor a part leaves the range of a double; callers keep |sum| < 2^1023.
final class ExactSum {

    private double[] parts = new double[4];
    private int count;

    void add(double number) {
        double carry = number;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double part = parts[i];
            double sum = carry + part;
            double shadow = sum - carry;
            double error = (carry - (sum - shadow)) + (part - shadow);
            if (error != 0) {
                parts[kept++] = error;
            }
            carry = sum;
        }
        if (carry != 0) {
            if (kept == parts.length) {
                parts = Arrays.copyOf(parts, kept * 2);
            }
            parts[kept++] = carry;
        }
        count = kept;
    }

    void subtract(double number) {
        add(-number);
    }

    void clear() {
        count = 0;
    }

    /// The sum, rounded to nearest once; 0 of nothing.
    double value() {
        if (count == 0) {
            return 0;
        }
        int i = count - 1;
        double sum = parts[i];
        double error = 0;
        while (i > 0 && error == 0) {
            double part = parts[--i];
            double larger = sum;
            sum = larger + part;
            error = part - (sum - larger);
        }
        // Half way between two doubles the smaller parts decide to which side.
        if (i > 0 && Math.signum(error) == Math.signum(parts[i - 1])) {
            double twice = 2 * error;
            double other = sum + twice;
            if (other - sum == twice) {
                return other;
            }
        }
        return sum;
    }
}
