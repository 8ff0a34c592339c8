package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.desktop.theme.Unit;

import org.junit.jupiter.api.Test;

class RoundStepsTest {

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(0.1, RoundSteps.step(0.42, 0.65, 4, Unit.SHARE));
        assertEquals(0.05, RoundSteps.step(0.42, 0.65, 5, Unit.SHARE));
        assertEquals(20_000, RoundSteps.step(0, 100_000, 5, Unit.NUMBER));
        assertEquals(2.0e-7, RoundSteps.step(0, 1.0e-6, 5, Unit.NUMBER));
    }

    /// Room for one number, but no multiple of 500 lies between.
    @Test
    void anAxisHasTwoNumbersToBeReadBy() {
        double step = RoundSteps.step(2020, 2460, 1, Unit.NUMBER);
        assertEquals(200, step);
        assertArrayEquals(new double[] {2200, 2400}, RoundSteps.ticks(2020, 2460, step));
        assertEquals(0.01, RoundSteps.step(0.4901, 0.5149, 2, Unit.SHARE));
    }

    @Test
    void anAxisOfOneValueHasAStepToo() {
        assertEquals(1, RoundSteps.step(5, 5, 4, Unit.NUMBER));
    }

    @Test
    void wholeThingsAreNotCountedInParts() {
        assertEquals(1, RoundSteps.step(0, 2, 8, Unit.COUNT));
    }

    @Test
    void ticksAreTheMultiplesBetweenTheBounds() {
        assertArrayEquals(
                new double[] {-0.2, -0.1, 0, 0.1, 0.2, 0.3},
                RoundSteps.ticks(-0.2, 0.3, 0.1),
                1e-12);
        assertArrayEquals(new double[] {0}, RoundSteps.ticks(-0.01, 0.01, 0.1));
    }
}
