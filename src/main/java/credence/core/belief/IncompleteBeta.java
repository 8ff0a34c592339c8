package credence.core.belief;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.FastMath;

/// The regularised incomplete beta function I_x(a, b) of fixed a and b, ready to be asked many times.
///
/// Continued fraction of NIST DLMF 8.17.22, evaluated by the modified Lentz method, with the symmetry I_x(a, b) = 1 − I_{1−x}(b, a) where
/// the fraction would converge slowly. The library's own function computes ln B(a, b) anew at every x and allocates; a belief chart asks
/// some hundred thousand times. Checked against `org.apache.commons.math3.special.Beta`.
final class IncompleteBeta {

    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-14;
    private static final int MOST_STEPS = 10_000;

    private final double a;
    private final double b;
    private final double logBeta;

    /// @param a positive and finite; b likewise
    IncompleteBeta(double a, double b) {
        this.a = a;
        this.b = b;
        // Not the difference of three logarithms of Γ, which loses a digit for each that a and b
        // have.
        this.logBeta = Beta.logBeta(a, b);
    }

    /// @return in [0, 1]; 0 for x ≤ 0, 1 for x ≥ 1
    double at(double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        return at(x, front(x));
    }

    /// ln B(a, b).
    double logBeta() {
        return logBeta;
    }

    /// x^a (1 − x)^b ÷ B(a, b), which is the density at x times x (1 − x).
    ///
    /// @param x in (0, 1)
    double front(double x) {
        return FastMath.exp(a * FastMath.log(x) + b * FastMath.log1p(-x) - logBeta);
    }

    /// The same as [#at(double)] where the front is known.
    ///
    /// @param x in (0, 1)
    double at(double x, double front) {
        double value =
                x < (a + 1) / (a + b + 2)
                        ? front * fraction(x, a, b) / a
                        : 1 - front * fraction(1 - x, b, a) / b;
        return Math.clamp(value, 0.0, 1.0);
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MOST_STEPS; m++) {
            int twice = 2 * m;
            double even = m * (b - m) * x / ((a + twice - 1) * (a + twice));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + twice) * (a + twice + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double change = d * c;
            h *= change;
            if (Math.abs(change - 1) < PRECISION) {
                break;
            }
        }
        return h;
    }

    private static double away(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }
}
