package credence.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

/// Seed 1 throughout. Bounds are five standard errors or p-values of 10⁻⁴: a sound generator fails none of them by chance
/// (and with a fixed seed either always or never).
class DrawsTest {

    private static final int N = 100_000;
    private final Draws draws = Draws.of(1, "test").at("fact");

    @Test
    void equalKeysGiveEqualNumbersInAnyOrderOfAsking() {
        Draws again = Draws.of(1, "test").at("fact");
        double late = again.uniform(99);
        for (int i = 0; i < 99; i++) {
            assertEquals(draws.uniform(i), again.uniform(i));
        }
        assertEquals(draws.uniform(99), late);
    }

    @Test
    void keysThatRunTogetherWhenJoinedAreStillApart() {
        Set<Long> seen = new HashSet<>();
        seen.add(Draws.of(1, "ab").at("c").bits(0));
        seen.add(Draws.of(1, "a").at("bc").bits(0));
        seen.add(Draws.of(1, "abc").bits(0));
        seen.add(Draws.of(2, "ab").at("c").bits(0));
        seen.add(Draws.of(1, "ab").at("c").bits(1));
        assertEquals(5, seen.size());
    }

    /// SHA-256 of eight bytes seed, four bytes length, "bandit", "f00d", then Philox; worked out outside this program
    /// (Python's hashlib and the published rounds).
    @Test
    void theKeyIsTheHashOfSeedLearnerAndFact() {
        assertEquals(WORKED_OUT_ELSEWHERE, Draws.of(7, "bandit").at("f00d").bits(3));
    }

    private static final long WORKED_OUT_ELSEWHERE = 0x2f8ccd1691425a13L;

    @Test
    void uniformsHaveMeanVarianceAndFlatCells() {
        double sum = 0;
        double squares = 0;
        long[] cells = new long[100];
        for (int i = 0; i < N; i++) {
            double u = draws.uniform(i);
            assertTrue(u >= 0 && u < 1);
            sum += u;
            squares += (u - 0.5) * (u - 0.5);
            cells[(int) (u * 100)]++;
        }
        assertEquals(0.5, sum / N, 5 * StrictMath.sqrt(1.0 / 12 / N));
        // The variance of (u − ½)² is 1/80 − 1/144 = 1/180.
        assertEquals(1.0 / 12, squares / N, 5 * StrictMath.sqrt(1.0 / 180 / N));
        assertTrue(
                chiSquare(cells)
                        < new ChiSquaredDistribution(99).inverseCumulativeProbability(1 - 1e-4));
    }

    @Test
    void firstDrawsOfManyFactsAreAsFlatAsManyDrawsOfOne() {
        long[] cells = new long[64];
        Draws learner = Draws.of(1, "test");
        for (int i = 0; i < N; i++) {
            cells[learner.at(Integer.toString(i)).below(64, 0)]++;
        }
        assertTrue(
                chiSquare(cells)
                        < new ChiSquaredDistribution(63).inverseCumulativeProbability(1 - 1e-4));
    }

    @Test
    void smallIntegersAreEquallyLikely() {
        long[] cells = new long[7];
        for (int i = 0; i < N; i++) {
            cells[draws.below(7, i)]++;
        }
        assertTrue(
                chiSquare(cells)
                        < new ChiSquaredDistribution(6).inverseCumulativeProbability(1 - 1e-4));
    }

    @Test
    void boundsMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> draws.below(0, 0));
        assertEquals(0, draws.below(1, 0));
    }

    @Test
    void normalsFollowTheNormalDistribution() {
        double[] sample = new double[20_000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = draws.normal(i);
        }
        double p =
                new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), sample);
        assertTrue(p > 1e-4, "p = " + p);
    }

    @Test
    void neighbouringDrawsAndNeighbouringFactsAreUncorrelated() {
        Draws learner = Draws.of(1, "test");
        double alongOrdinals = 0;
        double alongFacts = 0;
        Draws before = learner.at("0");
        for (int i = 0; i < N; i++) {
            alongOrdinals += draws.normal(i) * draws.normal(i + 1);
            Draws next = learner.at(Integer.toString(i + 1));
            alongFacts += before.normal(0) * next.normal(0);
            before = next;
        }
        assertEquals(0, alongOrdinals / N, 5 / StrictMath.sqrt(N));
        assertEquals(0, alongFacts / N, 5 / StrictMath.sqrt(N));
    }

    @Test
    void flippingOneBitOfSeedOrOrdinalFlipsHalfTheBits() {
        int rounds = 0;
        long flipped = 0;
        for (int base = 0; base < 100; base++) {
            for (int bit = 0; bit < 64; bit++) {
                long one = 1L << bit;
                flipped += Long.bitCount(draws.bits(base) ^ draws.bits(base ^ one));
                flipped +=
                        Long.bitCount(
                                Draws.of(base, "test").bits(0)
                                        ^ Draws.of(base ^ one, "test").bits(0));
                rounds += 2;
            }
        }
        // Each of 64 bits flips with chance ½: sd of the mean of n rounds is 4/√n.
        assertEquals(32, (double) flipped / rounds, 5 * 4 / StrictMath.sqrt(rounds));
        assertNotEquals(0, flipped);
    }

    @Test
    void aSequenceAsksTheOrdinalsInOrder() {
        DrawSequence sequence = draws.inOrder();
        assertEquals(draws.uniform(0), sequence.uniform());
        assertEquals(draws.below(10, 1), sequence.below(10));
        assertEquals(draws.normal(2), sequence.normal());
    }

    private static double chiSquare(long[] cells) {
        double expected = (double) N / cells.length;
        double sum = 0;
        for (long cell : cells) {
            sum += (cell - expected) * (cell - expected) / expected;
        }
        return sum;
    }
}
