package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.market.Candle;
import credence.core.market.FeatureMeter;
import credence.core.market.Features;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class FiveRuleTest {

    /// States with these means and volatilities, all moves equally likely.
    private static GaussianHmm states(double[] means, double... volatilities) {
        int k = means.length;
        double[] start = new double[k];
        double[][] moves = new double[k][k];
        double[][] mean = new double[k][1];
        double[][][] covariance = new double[k][1][1];
        for (int i = 0; i < k; i++) {
            start[i] = 1.0 / k;
            java.util.Arrays.fill(moves[i], 1.0 / k);
            mean[i][0] = means[i];
            covariance[i][0][0] = volatilities[i] * volatilities[i];
        }
        return new GaussianHmm(new MarkovChain(start, moves), mean, covariance);
    }

    @Test
    void theCalmestRisingStateIsBullAndTheWildestThatDoesNotRiseIsBear() {
        assertEquals(
                List.of(FiveRegime.BEAR_DEFENSIVE, FiveRegime.BULL_MOMENTUM, FiveRegime.CHOPPY),
                FiveRule.names(states(new double[] {-0.001, 0.001, 0}, 0.03, 0.006, 0.01)));
        assertEquals(
                List.of(FiveRegime.BEAR_DEFENSIVE, FiveRegime.BULL_MOMENTUM),
                FiveRule.names(states(new double[] {0, 1e-9}, 0.03, 0.006)));
    }

    @Test
    void aCalmFallingStateAndAWildRisingOneAreChoppy() {
        assertEquals(
                List.of(FiveRegime.CHOPPY, FiveRegime.CHOPPY, FiveRegime.CHOPPY),
                FiveRule.names(states(new double[] {-0.001, -0.1, 0.002}, 0.006, 0.01, 0.03)));
        assertEquals(
                List.of(FiveRegime.CHOPPY, FiveRegime.BEAR_DEFENSIVE),
                FiveRule.names(states(new double[] {0, -0.001}, 0.006, 0.01)));
    }

    @Test
    void theNameWithTheLargestSumIsReadAndSaysItsFigures() {
        GaussianHmm model =
                states(new double[] {0.0012, 0, 0.0004, -0.002}, 0.005, 0.01, 0.012, 0.03);
        FiveRule rule = FiveRule.ofStates(model, new double[] {0.4, 0.25, 0.3, 0.05});
        assertEquals(FiveRegime.CHOPPY, rule.regime());
        assertEquals(0.55, rule.probabilities().get(FiveRegime.CHOPPY), 1e-12);
        assertEquals(
                "CHOPPY: with 55 % the market is in a state that is neither the calmest and rising"
                        + " nor the wildest and falling, most likely the 3rd calmest of 4"
                        + " (volatility 1.20 % a day, mean +0.040 % a day).",
                rule.reason());
        assertEquals(
                "BULL_MOMENTUM: with 90 % the market is in the calmest of 4 states, and that one"
                        + " rises (volatility 0.50 % a day, mean +0.120 % a day).",
                FiveRule.ofStates(model, new double[] {0.9, 0.1, 0, 0}).reason());
        assertEquals(
                "BEAR_DEFENSIVE: with 80 % the market is in the wildest of 4 states, and that one"
                        + " does not rise (volatility 3.00 % a day, mean -0.200 % a day).",
                FiveRule.ofStates(model, new double[] {0.1, 0.1, 0, 0.8}).reason());
    }

    /// Sixty quiet days and more, then a fall of so much a day.
    private static Features after(double fall, int days) {
        FeatureMeter meter = new FeatureMeter(Days.DAY);
        Instant opened = Instant.parse("2020-01-01T00:00:00Z");
        double price = 100;
        Features last = null;
        for (int i = 0; i < 100 + days; i++) {
            double open = price;
            double quiet = (i % 2 == 0 ? 1.001 : 0.999) + i * 1e-9;
            price *= i < 100 ? quiet : 1 - fall * (i % 2 == 0 ? 1 : 0.2);
            last =
                    meter.add(
                            new Candle(
                                    opened,
                                    Days.DAY,
                                    open,
                                    Math.max(open, price),
                                    Math.min(open, price),
                                    price,
                                    1));
            opened = opened.plus(Days.DAY);
        }
        return last;
    }

    @Test
    void aCrisisNeedsBothAWildWeekAndAnOpenLoss() {
        FiveParameters five = FiveParameters.DEFAULT;
        assertFalse(FiveRule.crisis(after(0, 0), five), "quiet");
        // Wild, but hardly lower.
        assertFalse(FiveRule.crisis(after(0.01, 4), five));
        assertTrue(after(0.01, 4).ranks().dailyVolatility().orElse(0) >= 0.95);
        Features fallen = after(0.04, 6);
        assertTrue(fallen.drawdown().orElse(0) >= 0.10);
        assertTrue(FiveRule.crisis(fallen, five));
        FiveRule rule = FiveRule.ofCrisis(fallen, five);
        assertEquals(1.0, rule.probabilities().get(FiveRegime.CRISIS));
        assertTrue(
                rule.reason().contains("(95 % is enough)")
                        && rule.reason().contains("(10 % is enough)"),
                rule.reason());
    }
}
