package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.Test;

/// What both kinds of mixture owe to whoever asks for a quantile.
class MixtureTest {

    private static final int ROUNDS = 1_000;

    private final DrawSequence draws = Draws.of(20_263, "mixtures").inOrder();

    /// One to forty components, often far apart, with weights from all of it to next to nothing.
    private Mixture any(boolean beta) {
        int n = 1 + draws.below(40);
        double[] weights = new double[n];
        double[] first = new double[n];
        double[] second = new double[n];
        double[] third = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = StrictMath.exp(4 * draws.normal());
            total += weights[i];
            first[i] = beta ? StrictMath.exp(3 * draws.normal()) : 5 * draws.normal();
            second[i] = StrictMath.exp((beta ? 3 : 2) * draws.normal());
            third[i] = 2.5 + StrictMath.exp(3 * draws.normal());
        }
        for (int i = 0; i < n; i++) {
            weights[i] /= total;
        }
        return beta
                ? new BetaMixture(weights, first, second, n)
                : new StudentMixture(weights, first, second, third, n);
    }

    private double somewhere(Mixture one) {
        double x = one.mean() + 3 * one.standardDeviation() * (2 * draws.uniform() - 1);
        return Math.clamp(x, one.lowest() + 1e-3, one.highest() - 1e-3);
    }

    @Test
    void theProbabilityBelowIsTheSameWhetherTheDensityIsAskedForOrNot() {
        double[] sums = new double[2];
        for (int i = 0; i < ROUNDS; i++) {
            Mixture one = any(i % 2 == 0);
            double x = somewhere(one);
            one.at(x, sums);
            assertEquals(one.cdf(x), sums[Mixture.BELOW], 1e-15);
        }
    }

    @Test
    void theDensityIsTheSlopeOfTheProbability() {
        double[] sums = new double[2];
        for (int i = 0; i < ROUNDS; i++) {
            Mixture one = any(i % 2 == 0);
            double x = somewhere(one);
            double h = 1e-5 * Math.min(1, one.standardDeviation());
            one.at(x, sums);
            double slope = (one.cdf(x + h) - one.cdf(x - h)) / (2 * h);
            double other = (one.cdf(x + 2 * h) - one.cdf(x - 2 * h)) / (4 * h);
            // The slope is as exact as two steps agree.
            double exact = 1e-4 * slope + 10 * Math.abs(slope - other) + 1e-13 / h;
            assertEquals(slope, sums[Mixture.DENSITY], exact, () -> "at " + x);
        }
    }

    @Test
    void theDensityInTheVeryMiddleIsThatOfTheStudentDistribution() {
        StudentMixture one =
                new StudentMixture(
                        new double[] {1},
                        new double[] {2},
                        new double[] {0.5},
                        new double[] {4},
                        1);
        double[] sums = new double[2];
        for (double x : new double[] {2, 2 + 1e-14, 2 + 1e-9}) {
            one.at(x, sums);
            // t with 4 degrees of freedom has density 3/8 at 0.
            assertEquals(0.375 / 0.5, sums[Mixture.DENSITY], 1e-7);
            assertEquals(0.5, sums[Mixture.BELOW], 1e-8);
        }
    }

    @Test
    void aQuantileIsExactToAMillionthOfTheDeviationHoweverOddTheMixture() {
        for (int i = 0; i < ROUNDS; i++) {
            Mixture one = any(i % 2 == 0);
            double off = 1e-6 * one.standardDeviation();
            double last = Double.NEGATIVE_INFINITY;
            for (double level : new double[] {0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999}) {
                double x = one.quantile(level);
                assertTrue(x >= last - off, "quantiles rise");
                last = x;
                assertTrue(one.cdf(x - off) <= level + 1e-12, () -> level + " at " + x);
                assertTrue(one.cdf(x + off) >= level - 1e-12, () -> level + " at " + x);
            }
        }
    }
}
