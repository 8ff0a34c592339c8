package credence.core.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Estimate;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

class ClusteredSampleTest {

    /// 95 % quantile of the normal distribution.
    private static final double Z = 1.6448536269514722;

    private static void near(double value, double low, double high, ClusteredEstimate found) {
        Estimate e = found.estimate();
        assertEquals(Status.OK, e.status());
        assertEquals(value, e.orElse(Double.MAX_VALUE), 1e-9);
        assertEquals(low, java.util.Objects.requireNonNull(e.low()), 1e-9);
        assertEquals(high, java.util.Objects.requireNonNull(e.high()), 1e-9);
    }

    private static void bare(double value, Status status, ClusteredEstimate found) {
        assertEquals(value, found.estimate().orElse(Double.MAX_VALUE), 1e-12);
        assertNull(found.estimate().low());
        assertNull(found.estimate().high());
        assertEquals(status, found.estimate().status());
    }

    /// Ten spells of two outcomes, +1 and +1 in five of them, −1 and −1 in the others. By hand: s_g = ±2, ten times 4 is 40, times
    /// 10 ÷ 9, by 20²: 1/9, so the error is 1/3; t with 9 degrees 1.8331129327 (tables: 1.833). Taken as independent, twenty outcomes
    /// would have √(20 ÷ 19 ÷ 20) = 0.229.
    @Test
    void tenSpellsOfTwoAlikeAreTenOutcomes() {
        ClusteredSample sample = new ClusteredSample();
        for (int i = 0; i < 20; i++) {
            sample.add(i / 2, i < 10 ? 1 : -1);
        }
        near(0, -1.8331129327 / 3, 1.8331129327 / 3, sample.mean());
        assertEquals(20, sample.mean().estimate().n());
        assertEquals(10, sample.mean().clusters());
        assertEquals(20, sample.effectiveOutcomes(), 1e-12);
        assertEquals(10, sample.effectiveClusters(), 1e-12);
    }

    private static double pattern(int i) {
        return (i * 7 % 11 - 4) / 2.0 + i / 3 % 4;
    }

    /// statsmodels 0.15.0: `OLS(y, ones).fit(cov_type='cluster', cov_kwds={'groups': g}, use_t=True)` on ten clusters of three gives
    /// 1.8333333333 with error 0.3073181486, `conf_int(0.1)` 1.26998446…2.39668221.
    @Test
    void clustersOfOneSizeGiveTheSandwichOfStatsmodels() {
        ClusteredSample sample = new ClusteredSample();
        for (int i = 0; i < 30; i++) {
            sample.add(i / 3, pattern(i));
        }
        double reach = 1.8331129326562368 * 0.30731814857642953;
        near(
                1.8333333333333328,
                1.8333333333333328 - reach,
                1.8333333333333328 + reach,
                sample.mean());
        assertEquals(1.26998446, 1.8333333333333328 - reach, 1e-8);
    }

    /// The same by `GLM(b, ones, family=Binomial())` with b = y > 1: 0.6, `conf_int(0.1)` of the log odds 0.51649395…0.67807307.
    @Test
    void aShareGivesTheLogOddsOfStatsmodels() {
        ClusteredSample sample = new ClusteredSample();
        for (int i = 0; i < 30; i++) {
            sample.add(i / 3, pattern(i) > 1 ? 1 : 0);
        }
        near(0.6, 0.5164939507280479, 0.6780730711656429, sample.share());
    }

    private static final int[] SIZES = {1, 1, 2, 2, 3, 3, 4, 5, 6, 9, 14};
    private static final double[] LEVELS = {.5, -1, 0, 2, -.5, 1, -1.5, .25, 1, -.75, .5};

    private static ClusteredSample unequal(boolean weighted) {
        ClusteredSample sample = new ClusteredSample();
        int i = 0;
        for (int g = 0; g < SIZES.length; g++) {
            for (int k = 0; k < SIZES[g]; k++, i++) {
                double y = ((i * i * 5 + 3 * i) % 13 - 5) / 4.0 + LEVELS[g];
                sample.add(g, weighted ? 1.0 / (1 << i % 4) : 1, y);
            }
        }
        return sample;
    }

    /// numpy 2.4 with whole matrices: CR2 by (I − H_gg)^(−½) of scipy's `sqrtm` has the error 0.31910999303, and tr² ÷ tr of the square
    /// of the 50 × 50 form 5.65634847863 degrees.
    @Test
    void unequalClustersGiveBellAndMcCaffreys() {
        near(-0.095, -0.7219009043917071, 0.5319009043917071, unequal(false).mean());
    }

    /// The same with weights 1, ½, ¼, ⅛ in turn: error 0.41047923422, 5.26401135377 degrees.
    @Test
    void weightsCountInTheErrorToo() {
        near(-0.05729166666666666, -0.8753509332550815, 0.7607675999217482, unequal(true).mean());
    }

    @Test
    void belowTenClustersThereIsNoInterval() {
        ClusteredSample sample = new ClusteredSample();
        for (int i = 0; i < 900; i++) {
            sample.add(i % 9, i % 2);
        }
        bare(0.5, Status.TOO_FEW, sample.mean());
        bare(0.5, Status.TOO_FEW, sample.share());
        assertEquals(9, sample.mean().clusters());
        assertEquals(900, sample.mean().estimate().n());
        assertEquals(ClusteredEstimate.NO_DATA, new ClusteredSample().mean());
        assertEquals(ClusteredEstimate.NO_DATA, new ClusteredSample().share());
    }

    @Test
    void outcomesThatNeverDifferHaveNoInterval() {
        ClusteredSample sample = new ClusteredSample();
        for (int i = 0; i < 40; i++) {
            sample.add(i / 2, 0.1);
        }
        bare(0.1, Status.ZERO_VARIANCE, sample.mean());
    }

    /// All won in twenty spells of three: 0.05^(1/20) = 0.8608916593 (Clopper–Pearson of 20 of 20).
    @Test
    void whereAllAreWonEverySpellCountsOnce() {
        ClusteredSample won = new ClusteredSample();
        ClusteredSample lost = new ClusteredSample();
        for (int i = 0; i < 60; i++) {
            won.add(i / 3, 1);
            lost.add(i / 3, 0);
        }
        near(1, 0.8608916593317348, 1, won.share());
        near(0, 0, 1 - 0.8608916593317348, lost.share());
    }

    /// One of two won in each of twenty spells: their shares never differ. As 40 independent outcomes: ½(1 − ½) ÷ 40 = 1/160; on log odds
    /// four times its root, t with 19 degrees 1.7291328115.
    @Test
    void spellsOfOneShareClaimNoMoreThanIndependentOutcomes() {
        ClusteredSample even = new ClusteredSample();
        for (int i = 0; i < 40; i++) {
            even.add(i / 2, i % 2);
        }
        double reach = 1.7291328115213678 * 4 * Math.sqrt(1.0 / 160);
        double low = 1 / (1 + Math.exp(reach));
        near(0.5, low, 1 - low, even.share());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        ClusteredSample sample = new ClusteredSample();
        assertThrows(IllegalArgumentException.class, () -> sample.add(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> sample.add(0, 1e101));
        assertThrows(IllegalArgumentException.class, () -> sample.add(0, 0, 1));
    }

    /// Spells of geometric length with results that correlate at ½ inside them, as spells of a market are: the stated 90 % must hold
    /// within 87 to 93 %. Taking outcomes as independent covers far less.
    @Test
    void ninetyPercentAreNinetyPercentWhereResultsOfASpellGoTogether() {
        for (int[] plan : new int[][] {{10, 5}, {12, 15}, {30, 5}, {80, 10}}) {
            Coverage found = coverage(plan[0], plan[1], 2_000);
            String where = plan[0] + " spells of " + plan[1] + ": " + found;
            assertTrue(found.mean() >= 0.87 && found.mean() <= 0.93, where);
            assertTrue(found.share() >= 0.87 && found.share() <= 0.93, where);
            assertTrue(found.naiveMean() < 0.65, where);
            assertTrue(found.naiveShare() < 0.75, where);
        }
    }

    private record Coverage(double mean, double share, double naiveMean, double naiveShare) {}

    private static Coverage coverage(int spells, int length, int runs) {
        double rate = 0.6;
        double cut = -0.2533471031357997; // 40 % quantile of the normal distribution
        double[] held = new double[4];
        for (int run = 0; run < runs; run++) {
            DrawSequence draws = Draws.of(run, "test.clusters." + spells).inOrder();
            ClusteredSample results = new ClusteredSample();
            ClusteredSample wins = new ClusteredSample();
            double[] all = new double[spells * length * 40];
            int n = 0;
            double won = 0;
            for (int g = 0; g < spells; g++) {
                double common = draws.normal();
                do {
                    double y = Math.sqrt(0.5) * (common + draws.normal());
                    results.add(g, y);
                    wins.add(g, y > cut ? 1 : 0);
                    won += y > cut ? 1 : 0;
                    all[n++] = y;
                } while (!draws.happens(1.0 / length));
            }
            held[0] += holds(results.mean().estimate(), 0);
            held[1] += holds(wins.share().estimate(), rate);
            held[2] += studentHolds(java.util.Arrays.copyOf(all, n)) ? 1 : 0;
            held[3] += wilsonHolds(won / n, n, rate) ? 1 : 0;
        }
        return new Coverage(held[0] / runs, held[1] / runs, held[2] / runs, held[3] / runs);
    }

    /// Outcomes taken as independent; a little narrower than Student's.
    private static boolean studentHolds(double[] values) {
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double squares = java.util.Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return Math.abs(mean) <= Z * Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static boolean wilsonHolds(double p, int n, double truth) {
        return Math.abs(p - truth) <= Z * Math.sqrt(truth * (1 - truth) / n);
    }

    private static int holds(Estimate found, double truth) {
        Double low = found.low();
        Double high = found.high();
        return low != null && high != null && low <= truth && truth <= high ? 1 : 0;
    }
}
