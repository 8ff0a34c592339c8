package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.SplittableRandom;

/// What a window says depends on its numbers alone, to the last bit, however long the series was and however absurd.
class RollingSumsTest {

    private static final int MILLION = 1_000_000;

    @Test
    void afterAMillionCandlesAMeanHasTheBitsOfAFreshExactSum() {
        SplittableRandom random = new SplittableRandom(41);
        RollingMean mean = new RollingMean(200);
        double[] last = new double[200];
        double price = 2644.02;
        for (int i = 0; i < MILLION; i++) {
            price *= 1 + (random.nextDouble() - 0.5) / 100;
            price = Math.clamp(price, 1e-3, 1e9);
            mean.add(price);
            last[i % 200] = price;
            if (i >= 199 && i % 9973 == 0) {
                assertEquals(exactSum(last) / 200, mean.mean().orElseThrow());
            }
        }
        assertEquals(exactSum(last) / 200, mean.mean().orElseThrow());
    }

    @Test
    void pricesFromAMillionMillionthToAMillionMillionLeaveNoTrace() {
        SplittableRandom random = new SplittableRandom(42);
        RollingMean mean = new RollingMean(20);
        EfficiencyRatio ratio = new EfficiencyRatio(20);
        double[] last = new double[20];
        for (int i = 0; i < 100_000; i++) {
            double price = Math.pow(10, random.nextDouble(-12, 12));
            mean.add(price);
            ratio.add(price);
            last[i % 20] = price;
            if (i >= 19 && i % 101 == 0) {
                assertEquals(exactSum(last) / 20, mean.mean().orElseThrow());
            }
        }
        // The giants have left; what is left is tiny and yet exact.
        EfficiencyRatio fresh = new EfficiencyRatio(20);
        for (int i = 0; i <= 20; i++) {
            double price = 1e-12 * (1 + i * i % 7);
            mean.add(price);
            ratio.add(price);
            fresh.add(price);
            last[i % 20] = price;
        }
        assertEquals(exactSum(last) / 20, mean.mean().orElseThrow());
        assertEquals(fresh.value(), ratio.value());
    }

    @Test
    void aSumHalfWayBetweenTwoDoublesIsRoundedByWhatFollows() {
        double half = 0x1p-53;
        double[][] cases = {
            {1, half, 0x1p-120},
            {1, half, -0x1p-120},
            {1, -half / 2, 0x1p-120},
            {1, half, half * half, -1},
            {1e16, 1, -1e16},
            {1e300, 1e-300, -1e300}
        };
        for (double[] numbers : cases) {
            ExactSum sum = new ExactSum();
            for (double number : numbers) {
                sum.add(number);
            }
            assertEquals(exactSum(numbers), sum.value());
        }
    }

    @Test
    void anySumOfAnyNumbersIsTheExactOneRoundedOnce() {
        SplittableRandom random = new SplittableRandom(43);
        for (int round = 0; round < 2000; round++) {
            double[] numbers = new double[1 + random.nextInt(40)];
            ExactSum sum = new ExactSum();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Math.scalb((double) random.nextInt(-4, 5), random.nextInt(-120, 120));
                sum.add(numbers[i]);
            }
            assertEquals(exactSum(numbers), sum.value());
        }
    }

    @Test
    void theLargestDoublesHaveAMean() {
        RollingMean mean = new RollingMean(200);
        for (int i = 0; i < 250; i++) {
            mean.add(Double.MAX_VALUE);
        }
        assertEquals(Double.MAX_VALUE, mean.mean().orElseThrow());
        assertEquals(0, mean.slope().orElseThrow());
    }

    /// Independent of the code under test: exact decimal arithmetic, rounded once.
    private static double exactSum(double[] numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double number : numbers) {
            sum = sum.add(new BigDecimal(number));
        }
        return sum.doubleValue();
    }
}
