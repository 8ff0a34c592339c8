package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentMixtureTest {

    private static StudentMixture single(double location, double scale, double freedom) {
        return new StudentMixture(
                new double[] {1},
                new double[] {location},
                new double[] {scale},
                new double[] {freedom},
                1);
    }

    @Test
    void oneComponentIsTheStudentDistributionOfCommonsMath() {
        for (double freedom : new double[] {2.5, 5, 6, 9.5, 17, 40, 151, 600, 1200}) {
            TDistribution t = new TDistribution(null, freedom);
            StudentMixture mine = single(0.3, 2, freedom);
            for (int i = -400; i <= 400; i++) {
                double x = i / 20.0;
                assertEquals(
                        t.cumulativeProbability(x),
                        mine.cdf(0.3 + 2 * x),
                        1e-12,
                        () -> "t of " + freedom + " at " + x);
            }
        }
    }

    /// Values of mpmath 1.3 with 40 digits: quadrature of the density. Near the middle they need more care than they seem to.
    @ParameterizedTest
    @CsvSource({
        "1e-9, 6, 3.8273277230987160161e-10",
        "-1e-9, 6, -3.8273277230987160161e-10",
        "1e-5, 9.5, 3.8859937497757966222e-6",
        "1e-8, 1000, 3.9884255731385815669e-9",
        "0.3, 6, 0.11285038954102077396",
        "-2.5, 11.37, -0.48555890468085901158"
    })
    void isExactNearTheMiddle(double t, double freedom, double fromHalf) {
        assertEquals(fromHalf, single(0, 1, freedom).cdf(t) - 0.5, 2e-16);
    }

    @Test
    void itsFarTailIsNotLost() {
        // mpmath: P(t_6 < −40) = 8.1591804652712346973e-9
        assertEquals(8.159180465271234e-9, single(0, 1, 6).cdf(-40), 1e-20);
    }

    @Test
    void quantilesOfOneComponentAreThoseOfCommonsMath() {
        for (double freedom : new double[] {6, 9.5, 40, 600}) {
            TDistribution t = new TDistribution(null, freedom, 1e-13);
            for (double level : new double[] {0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999}) {
                assertEquals(
                        -1 + 0.5 * t.inverseCumulativeProbability(level),
                        single(-1, 0.5, freedom).quantile(level),
                        1e-8);
            }
        }
    }

    @Test
    void quantilesOfMixturesAreThoseOfBruteForce() {
        DrawSequence draws = Draws.of(20_261, "student mixtures").inOrder();
        double worst = 0;
        for (int round = 0; round < 25; round++) {
            int n = 1 + draws.below(300);
            double[] w = new double[n];
            double[] m = new double[n];
            double[] s = new double[n];
            double[] f = new double[n];
            double total = 0;
            double at = draws.normal();
            for (int i = 0; i < n; i++) {
                // Neighbours are alike, as those of a belief are, with a jump now and then.
                at += draws.happens(0.02) ? 3 * draws.normal() : 0.02 * draws.normal();
                w[i] = StrictMath.exp(3 * draws.normal());
                m[i] = at;
                f[i] = 6 + i;
                s[i] = (1 + 0.05 * draws.uniform()) / StrictMath.sqrt(3 + i);
                total += w[i];
            }
            for (int i = 0; i < n; i++) {
                w[i] /= total;
            }
            StudentMixture mine = new StudentMixture(w, m, s, f, n);
            for (double level : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
                double exact = bruteForce(w, m, s, f, level);
                worst =
                        Math.max(
                                worst,
                                Math.abs(mine.quantile(level) - exact) / mine.standardDeviation());
            }
        }
        assertTrue(worst < 2e-3, "a quantile is off by " + worst + " standard deviations");
    }

    private static double bruteForce(double[] w, double[] m, double[] s, double[] f, double level) {
        TDistribution[] t = new TDistribution[w.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = new TDistribution(null, f[i]);
        }
        double low = -1e6;
        double high = 1e6;
        for (int step = 0; step < 70; step++) {
            double x = (low + high) / 2;
            double below = 0;
            for (int i = 0; i < t.length; i++) {
                below += w[i] * t[i].cumulativeProbability((x - m[i]) / s[i]);
            }
            if (below < level) {
                low = x;
            } else {
                high = x;
            }
        }
        return (low + high) / 2;
    }
}
