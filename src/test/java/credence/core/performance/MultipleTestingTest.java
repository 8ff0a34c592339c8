package credence.core.performance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import credence.testkit.KnownAnswer;

import org.junit.jupiter.api.Test;

import java.util.stream.DoubleStream;

class MultipleTestingTest {

    @Test
    void bothAgreeWithPAdjustOfR() {
        KnownAnswer known = KnownAnswer.of("skill.padjust.holm_bh");
        double[] p = known.inputList("p");
        known.agrees(
                "holm_then_bh",
                DoubleStream.concat(
                                DoubleStream.of(MultipleTesting.holm(p)),
                                DoubleStream.of(MultipleTesting.benjaminiHochberg(p)))
                        .toArray());
    }

    /// By hand: sorted 0.01, 0.02, 0.02, 0.9 times 4/1, 4/2, 4/3, 4/4, then the least from the right.
    @Test
    void theOrderOfTheTestsDoesNotMatter() {
        assertArrayEquals(
                new double[] {0.08 / 3, 0.9, 0.08 / 3, 0.08 / 3},
                MultipleTesting.benjaminiHochberg(0.02, 0.9, 0.01, 0.02),
                1e-12);
        assertArrayEquals(
                new double[] {0.06, 0.9, 0.04, 0.06},
                MultipleTesting.holm(0.02, 0.9, 0.01, 0.02),
                1e-12);
    }

    @Test
    void noTestsGiveNoAnswersAndNonsenseIsRefused() {
        assertArrayEquals(new double[0], MultipleTesting.holm());
        assertArrayEquals(new double[0], MultipleTesting.benjaminiHochberg());
        assertThrows(
                IllegalArgumentException.class,
                () -> MultipleTesting.benjaminiHochberg(Double.NaN));
    }
}
