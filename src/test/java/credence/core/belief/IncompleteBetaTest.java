package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.testkit.KnownAnswer;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncompleteBetaTest {

    private static final double[] SHAPES = {
        0.05, 0.3, 0.5, 1, 1.7, 3, 5.5, 10, 33.3, 57, 120, 288.5, 488, 1000
    };

    @Test
    void agreesWithCommonsMathOverAWideGrid() {
        int compared = 0;
        for (double a : SHAPES) {
            for (double b : SHAPES) {
                IncompleteBeta mine = new IncompleteBeta(a, b);
                for (int i = 0; i <= 400; i++) {
                    double x = grid(i);
                    assertEquals(
                            Beta.regularizedBeta(x, a, b, 1e-15, 100_000),
                            mine.at(x),
                            1e-12,
                            () -> "I_" + x + "(" + a + ", " + b + ")");
                    compared++;
                }
            }
        }
        assertEquals(SHAPES.length * SHAPES.length * 401, compared);
    }

    /// 1e-12 … ½ … 1 − 1e-12, half of the places even, half crowding at the ends.
    private static double grid(int i) {
        if (i % 2 == 0) {
            return i / 400.0;
        }
        double small = StrictMath.pow(10, -12 * Math.abs(200 - i) / 200.0) / 2;
        return i < 200 ? small : 1 - small;
    }

    /// Values of mpmath 1.3 with 40 digits (betainc, or quadrature of the density where that does not converge).
    @ParameterizedTest
    @CsvSource({
        "0.05, 7, 0.3, 0.9983150581770601168, 1e-14",
        "0.5, 0.5, 1e-12, 6.3661977236768743997e-7, 1e-18",
        "57.3, 11.2, 0.83, 0.41422638274051325215, 1e-13",
        "488, 512, 0.49, 0.55052762730003118571, 1e-12",
        "2000, 3, 0.9995, 0.91956057722798292983, 1e-12",
        "14000, 13000, 0.52, 0.68689941032043940217, 1e-10",
        "250.5, 0.5, 0.98, 0.0014734882316800209161, 1e-14",
        "0.001, 0.001, 0.5, 0.5, 1e-14"
    })
    void agreesWithManyDigits(double a, double b, double x, double expected, double tolerance) {
        assertEquals(expected, new IncompleteBeta(a, b).at(x), tolerance);
    }

    @Test
    void isTheProbabilityThatARateLiesBelow() {
        KnownAnswer known = KnownAnswer.of("belief.probAboveHalf");
        IncompleteBeta posterior =
                new IncompleteBeta(
                        known.input("priorAlpha") + known.input("wins"),
                        known.input("priorBeta") + known.input("losses"));
        known.agrees("probability", 1 - posterior.at(known.input("threshold")));
    }

    @Test
    void staysWithinZeroAndOneAndRises() {
        for (double a : SHAPES) {
            for (double b : SHAPES) {
                IncompleteBeta beta = new IncompleteBeta(a, b);
                assertEquals(0, beta.at(0));
                assertEquals(0, beta.at(-1));
                assertEquals(1, beta.at(1));
                assertEquals(1, beta.at(2));
                double last = 0;
                for (int i = 1; i < 200; i++) {
                    double at = beta.at(i / 200.0);
                    assertTrue(at >= last - 1e-12 && at <= 1, a + " " + b + " " + i);
                    last = at;
                }
            }
        }
    }
}
