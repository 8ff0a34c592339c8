package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.testkit.KnownAnswer;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

class BetaMixtureTest {

    private static BetaMixture single(double alpha, double beta) {
        return new BetaMixture(new double[] {1}, new double[] {alpha}, new double[] {beta}, 1);
    }

    @Test
    void quantilesOfOneBetaAreThePublishedOnes() {
        KnownAnswer known = KnownAnswer.of("belief.betaQuantiles.18of20");
        BetaMixture posterior =
                single(
                        known.input("priorAlpha") + known.input("wins"),
                        known.input("priorBeta") + known.input("losses"));
        known.agrees(
                "quantiles",
                posterior.quantile(0.025),
                posterior.quantile(0.05),
                posterior.quantile(0.5),
                posterior.quantile(0.95),
                posterior.quantile(0.975));
    }

    @Test
    void theMiddleOfAnEvenBetaIsOneHalfAndTheUniformIsItsOwnQuantile() {
        assertEquals(0.5, single(30, 30).quantile(0.5), 1e-9);
        for (double level : new double[] {0.01, 0.05, 0.4, 0.95, 0.99}) {
            assertEquals(level, single(1, 1).quantile(level), 1e-9);
        }
    }

    @Test
    void meanAndVarianceAreThoseOfTheComponents() {
        // Beta(2, 2): mean 1/2, variance 1/20. Beta(3, 1): mean 3/4, variance 3/80. Half and half:
        // mean 5/8, variance 1/2·(1/20 + 3/80) + (1/8)² = 0.04375 + 0.015625.
        BetaMixture both =
                new BetaMixture(
                        new double[] {0.5, 0.5}, new double[] {2, 3}, new double[] {2, 1}, 2);
        assertEquals(0.625, both.mean(), 1e-15);
        assertEquals(Math.sqrt(0.059375), both.standardDeviation(), 1e-15);
    }

    @Test
    void mergingNeighboursMovesNoQuantileByAThousandthOfTheDeviation() {
        DrawSequence draws = Draws.of(20_262, "beta mixtures").inOrder();
        double worst = 0;
        for (int round = 0; round < 25; round++) {
            BotBelief belief = new BotBelief(BeliefParameters.DEFAULT);
            Prior prior = Prior.unseen(BeliefParameters.DEFAULT);
            double rate = 0.2 + 0.6 * draws.uniform();
            int outcomes = 1 + draws.below(500);
            for (int i = 0; i < outcomes; i++) {
                rate = draws.happens(0.01) ? 0.05 + 0.9 * draws.uniform() : rate;
                belief.learn(Outcomes.of(i * 3_600L, draws.happens(rate) ? 1 : 0), prior);
            }
            worst = Math.max(worst, error(belief, prior));
        }
        assertTrue(worst < 1e-3, "a quantile is off by " + worst + " standard deviations");
    }

    private static double error(BotBelief belief, Prior prior) {
        int n = belief.runs().count();
        double[] alpha = new double[n];
        double[] beta = new double[n];
        for (int r = 0; r < n; r++) {
            alpha[r] = prior.alpha() + belief.combined(Evidence.WINS, r);
            beta[r] = prior.beta() + belief.combined(Evidence.LOSSES, r);
        }
        double[] w = belief.runs().probabilities();
        BetaMixture mine = new BetaMixture(w, alpha, beta, n);
        double worst = 0;
        for (double level : new double[] {0.05, 0.25, 0.75, 0.95}) {
            double low = 0;
            double high = 1;
            for (int step = 0; step < 40; step++) {
                double x = (low + high) / 2;
                double below = 0;
                for (int r = 0; r < n; r++) {
                    below += w[r] * Beta.regularizedBeta(x, alpha[r], beta[r], 1e-12);
                }
                if (below < level) {
                    low = x;
                } else {
                    high = x;
                }
            }
            worst = Math.max(worst, Math.abs(mine.quantile(level) - low));
        }
        return worst / mine.standardDeviation();
    }
}
