package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.testkit.KnownAnswer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Each indicator against published values, or against values worked by hand.
class IndicatorsTest {

    private static final double EXACT = 1e-12;

    @Test
    void averageTrueRangeIsThatOfTaLib() {
        KnownAnswer answer = KnownAnswer.of("indicator.atr14.wilder");
        double[] high = answer.inputList("high");
        double[] low = answer.inputList("low");
        double[] close = answer.inputList("close");
        AverageTrueRange atr = new AverageTrueRange(14);
        List<OptionalDouble> values = new ArrayList<>();
        for (int i = 0; i < close.length; i++) {
            atr.add(high[i], low[i], close[i]);
            values.add(atr.value());
        }
        assertTrue(values.subList(0, 14).stream().allMatch(OptionalDouble::isEmpty));
        answer.agrees("atrAtBars", at(values, 14), at(values, 15), at(values, 27), at(values, 28));
    }

    @Test
    void relativeStrengthIsThatOfTaLib() {
        KnownAnswer answer = KnownAnswer.of("indicator.rsi14.wilder");
        RelativeStrength rsi = new RelativeStrength(14);
        List<OptionalDouble> values = new ArrayList<>();
        for (double close : answer.inputList("close")) {
            rsi.add(close);
            values.add(rsi.value());
        }
        assertTrue(values.subList(0, 14).stream().allMatch(OptionalDouble::isEmpty));
        answer.agrees("rsiAtBars", at(values, 14), at(values, 15), at(values, 16));
    }

    @Test
    void directionalIndicatorsAreThoseOfTaLib() {
        KnownAnswer answer = KnownAnswer.of("indicator.di14.wilder");
        double[] high = answer.inputList("high");
        double[] low = answer.inputList("low");
        double[] close = answer.inputList("close");
        DirectionalMovement movement = new DirectionalMovement(14);
        List<OptionalDouble> plus = new ArrayList<>();
        List<OptionalDouble> minus = new ArrayList<>();
        List<OptionalDouble> adx = new ArrayList<>();
        for (int i = 0; i < close.length; i++) {
            movement.add(high[i], low[i], close[i]);
            plus.add(movement.plusDi());
            minus.add(movement.minusDi());
            adx.add(movement.adx());
        }
        assertTrue(plus.subList(0, 14).stream().allMatch(OptionalDouble::isEmpty));
        answer.agrees(
                "plus14_plus27_plus28_minus14_minus28",
                at(plus, 14),
                at(plus, 27),
                at(plus, 28),
                at(minus, 14),
                at(minus, 28));
        // The same bars; the values are those of TA-Lib's
        // src/tools/ta_regtest/ta_test_func/test_adx.c, of
        // which the first ADX was once rounded to a whole number and the second cut off.
        double[] dx = {19.3689, 9.7131, 17.2905};
        for (int i = 0; i < dx.length; i++) {
            double p = at(plus, 14 + i);
            double m = at(minus, 14 + i);
            assertEquals(dx[i], 100 * Math.abs(p - m) / (p + m), 0.00006);
        }
        assertTrue(adx.subList(0, 27).stream().allMatch(OptionalDouble::isEmpty));
        assertEquals(23.0000, at(adx, 27), 0.001);
        assertEquals(22.0802, at(adx, 28), 0.0001);
    }

    @Test
    void nothingThatMovesHasNoDirection() {
        DirectionalMovement movement = new DirectionalMovement(14);
        RelativeStrength rsi = new RelativeStrength(14);
        for (int i = 0; i < 40; i++) {
            movement.add(5, 5, 5);
            rsi.add(5);
        }
        assertEquals(OptionalDouble.of(0), movement.adx());
        assertEquals(OptionalDouble.of(0), movement.plusDi());
        assertEquals(OptionalDouble.of(50), rsi.value());
    }

    @Test
    void meanAndItsSlope() {
        RollingMean mean = new RollingMean(3);
        mean.add(2);
        mean.add(4);
        assertEquals(OptionalDouble.empty(), mean.mean());
        mean.add(9);
        assertEquals(OptionalDouble.of(5), mean.mean());
        assertEquals(OptionalDouble.empty(), mean.slope());
        mean.add(17);
        // Means 5 and 10: the change of 5 is half of 10.
        assertEquals(OptionalDouble.of(10), mean.mean());
        assertEquals(0.5, mean.slope().orElseThrow(), EXACT);
    }

    @Test
    void efficiencyIsTheMoveOverTheWay() {
        EfficiencyRatio ratio = new EfficiencyRatio(4);
        for (double close : new double[] {10, 13, 11, 12}) {
            ratio.add(close);
        }
        assertEquals(OptionalDouble.empty(), ratio.value());
        ratio.add(16);
        // From 10 to 16 by steps of 3, 2, 1, 4.
        assertEquals(0.6, ratio.value().orElseThrow(), EXACT);
        for (int i = 0; i < 4; i++) {
            ratio.add(16);
        }
        assertEquals(OptionalDouble.of(0), ratio.value());
        for (int i = 1; i <= 4; i++) {
            ratio.add(16 - i);
        }
        assertEquals(OptionalDouble.of(1), ratio.value());
    }

    @Test
    void spreadAndMomentumOfReturns() {
        ReturnSpread spread = new ReturnSpread(4);
        for (double r : new double[] {0.01, 0.03, -0.02}) {
            spread.add(r);
        }
        assertEquals(OptionalDouble.empty(), spread.volatility());
        spread.add(0.02);
        // Mean 0.01, deviations 0, 0.02, −0.03, 0.01: squares 0.0014, ÷ 3.
        double sd = Math.sqrt(0.0014 / 3);
        assertEquals(sd, spread.volatility().orElseThrow(), EXACT);
        assertEquals(0.04 / (sd * 2), spread.momentum().orElseThrow(), EXACT);
    }

    @Test
    void returnsThatAreAllAlikeHaveNoVolatilityAndTheStrongestMomentum() {
        ReturnSpread spread = new ReturnSpread(20);
        VarianceRatio ratio = new VarianceRatio(5, 60);
        for (int i = 0; i < 60; i++) {
            spread.add(-0.1);
            ratio.add(-0.1);
        }
        assertEquals(OptionalDouble.of(0), spread.volatility());
        assertEquals(OptionalDouble.of(-100), spread.momentum());
        assertEquals(OptionalDouble.of(1), ratio.value());
        for (int i = 0; i < 20; i++) {
            spread.add(0);
        }
        assertEquals(OptionalDouble.of(0), spread.momentum());
    }

    @Test
    void varianceRatioWorkedByHand() {
        VarianceRatio ratio = new VarianceRatio(2, 4);
        for (double r : new double[] {1, 2, 3}) {
            ratio.add(r);
        }
        assertEquals(OptionalDouble.empty(), ratio.value());
        ratio.add(6);
        // Mean 3, deviations −2, −1, 0, 3. One step: 14 ÷ 3. Two steps: (9 + 1 + 9) ÷ (2·3·½) = 19
        // ÷ 3.
        assertEquals(19.0 / 14, ratio.value().orElseThrow(), EXACT);
    }

    @Test
    void movesThatAreTakenBackHaveASmallVarianceRatio() {
        VarianceRatio ratio = new VarianceRatio(2, 4);
        for (double r : new double[] {1, -1, 1, -1}) {
            ratio.add(r);
        }
        assertEquals(OptionalDouble.of(0), ratio.value());
    }

    @Test
    void medianOfAnEvenWindowLiesBetweenTheMiddleTwo() {
        RollingMedian median = new RollingMedian(4);
        for (double v : new double[] {7, 1, 5}) {
            median.add(v);
        }
        assertEquals(OptionalDouble.empty(), median.value());
        median.add(100);
        assertEquals(OptionalDouble.of(6), median.value());
        median.add(1);
        // 1, 5, 100, 1
        assertEquals(OptionalDouble.of(3), median.value());
    }

    @Test
    void highestHighForgetsDaysNotCandles() {
        HighestHigh highest = new HighestHigh(3);
        highest.add(10, 5);
        highest.add(10, 9);
        highest.add(10, 7);
        assertEquals(9, highest.value());
        // Days 11 and 12 have no candles and do not count.
        highest.add(13, 6);
        highest.add(14, 4);
        assertEquals(9, highest.value());
        highest.add(20, 3);
        assertEquals(6, highest.value());
        highest.add(21, 2);
        assertEquals(4, highest.value());
        highest.add(21, 8);
        assertEquals(8, highest.value());
    }

    private static double at(List<OptionalDouble> values, int index) {
        return values.get(index).orElseThrow();
    }

    /// In whole cents every difference is exact; in dollars a high that rises by as much as a low falls must still count as a tie.
    @Test
    void directionalIndicatorsAreTheSameInCentsAndInDollars() {
        credence.core.random.DrawSequence draws =
                credence.core.random.Draws.of(7, "test").at("ties").inOrder();
        DirectionalMovement cents = new DirectionalMovement(14);
        DirectionalMovement dollars = new DirectionalMovement(14);
        int low = 11_003;
        int high = 11_007;
        int ties = 0;
        for (int i = 0; i < 2_000; i++) {
            int fall = draws.below(7) - 3;
            int rise = draws.below(7) - 3;
            ties += rise == fall && rise > 0 ? 1 : 0;
            low = Math.max(500, low - fall);
            high = Math.max(low, high + rise);
            cents.add(high, low, low);
            dollars.add(high / 100.0, low / 100.0, low / 100.0);
            if (cents.adx().isPresent()) {
                assertEquals(
                        cents.adx().getAsDouble(),
                        dollars.adx().getAsDouble(),
                        1e-7,
                        "candle " + i);
            }
        }
        assertTrue(ties > 50, "ties: " + ties);
    }
}
