package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StateMatchingTest {

    private static GaussianHmm line(double... meansAndDeviations) {
        int k = meansAndDeviations.length / 2;
        double[] start = new double[k];
        double[][] moves = new double[k][k];
        double[][] mean = new double[k][1];
        double[][][] covariance = new double[k][1][1];
        for (int i = 0; i < k; i++) {
            start[i] = 1.0 / k;
            java.util.Arrays.fill(moves[i], 1.0 / k);
            mean[i][0] = meansAndDeviations[2 * i];
            covariance[i][0][0] = meansAndDeviations[2 * i + 1] * meansAndDeviations[2 * i + 1];
        }
        return new GaussianHmm(new MarkovChain(start, moves), mean, covariance);
    }

    @Test
    void theDistanceIsBhattacharyyas() {
        // A doubled deviation: ½ ln(((1 + 4) ÷ 2) ÷ 2) = ½ ln 1.25.
        assertEquals(
                0.5 * Math.log(1.25), StateMatching.distance(line(0, 1), 0, line(0, 2), 0), 1e-12);
        // A mean moved by one deviation: ⅛.
        assertEquals(0.125, StateMatching.distance(line(3, 1), 0, line(4, 1), 0), 1e-12);
        assertEquals(0, StateMatching.distance(line(3, 1), 0, line(3, 1), 0), 1e-12);
    }

    @Test
    void inAPlaneItTakesBothAxesTogether() {
        MarkovChain one = new MarkovChain(new double[] {1}, new double[][] {{1}});
        GaussianHmm here =
                new GaussianHmm(one, new double[][] {{0, 0}}, new double[][][] {{{1, 0}, {0, 4}}});
        GaussianHmm there =
                new GaussianHmm(one, new double[][] {{1, 2}}, new double[][][] {{{4, 0}, {0, 4}}});
        // S = diag(2.5, 4): ⅛(1 ÷ 2.5 + 4 ÷ 4) + ½ ln(10 ÷ √(4 · 16)).
        assertEquals(
                (0.4 + 1) / 8 + 0.5 * Math.log(10.0 / 8),
                StateMatching.distance(here, 0, there, 0),
                1e-12);
    }

    @Test
    void theUnitDoesNotMatter() {
        assertEquals(
                StateMatching.distance(line(1, 2), 0, line(2, 3), 0),
                StateMatching.distance(line(100, 200), 0, line(200, 300), 0),
                1e-12);
    }

    @Test
    void statesAreFoundInWhateverOrderTheyComeBack() {
        GaussianHmm former = line(0.1, 1, 0, 2, -0.3, 5, 0, 12);
        int[] shuffled = {2, 0, 3, 1};
        StateMatching match = StateMatching.of(former, former.ordered(shuffled));
        assertEquals(0, match.worst(), 1e-12);
        assertArrayEquals(new int[] {1, 3, 0, 2}, match.order());
        GaussianHmm back = former.ordered(shuffled).ordered(match.order());
        assertArrayEquals(former.means(), back.means(), 0.0);
        assertArrayEquals(former.covariances(), back.covariances(), 0.0);
    }

    /// Nearest first would give the first state the second's partner.
    @Test
    void theLeastTotalDecidesNotTheNearestPair() {
        StateMatching match = StateMatching.of(line(0, 1, 1, 1), line(0.9, 1, 2.2, 1));
        assertArrayEquals(new int[] {0, 1}, match.order());
        assertEquals(1.44 / 8, match.worst(), 1e-12);
    }
}
