package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

class FittingTest {

    private static final Fitting FITTING = new Fitting(EmParameters.DEFAULT);

    /// Three states of mean length 50, deviations 1, 2 and 5 percent; a second number follows the deviation.
    private static Observations market(long seed, int n, int d) {
        DrawSequence draws = Draws.of(seed, "test.fitting").inOrder();
        double[] mean = {0.1, 0, -0.3};
        double[] deviation = {1, 2, 5};
        Observations series = new Observations(d);
        int state = 0;
        for (int t = 0; t < n; t++) {
            if (draws.happens(1.0 / 50)) {
                state = (state + 1 + draws.below(2)) % 3;
            }
            double[] x = new double[d];
            x[0] = mean[state] + deviation[state] * draws.normal();
            for (int a = 1; a < d; a++) {
                x[a] = state + 0.5 * draws.normal();
            }
            series.add(x);
        }
        return series;
    }

    private static Observations times(Observations series, double factor) {
        Observations scaled = new Observations(series.dimension());
        for (int t = 0; t < series.size(); t++) {
            double[] x = new double[series.dimension()];
            for (int a = 0; a < x.length; a++) {
                x[a] = factor * series.value(t, a);
            }
            scaled.add(x);
        }
        return scaled;
    }

    private static int[] labels(Fit fit, Observations series) {
        GaussianHmm model = fit.model().orElseThrow();
        double[][] z = new double[series.size()][series.dimension()];
        for (int t = 0; t < z.length; t++) {
            for (int a = 0; a < z[t].length; a++) {
                z[t][a] = fit.standardiser().orElseThrow().standardised(series.value(t, a), a);
            }
        }
        double[][] p = model.chain().filter(model.logDensities(z)).probabilities();
        int[] labels = new int[z.length];
        for (int t = 0; t < z.length; t++) {
            for (int i = 1; i < p[t].length; i++) {
                labels[t] = p[t][i] > p[t][labels[t]] ? i : labels[t];
            }
        }
        return labels;
    }

    @Test
    void itFindsTheStatesThatMadeTheSeries() {
        for (int d = 1; d <= 2; d++) {
            Observations series = market(1, 6_000, d);
            Fit fit = FITTING.fit(series, 3);
            assertEquals(Status.OK, fit.status());
            assertTrue(fit.converged());
            Standardiser unit = fit.standardiser().orElseThrow();
            GaussianHmm raw = unit.restate(fit.model().orElseThrow(), Standardiser.none(d));
            int[] calmFirst =
                    IntStream.range(0, 3)
                            .boxed()
                            .sorted(Comparator.comparingDouble(raw::deviation))
                            .mapToInt(i -> i)
                            .toArray();
            GaussianHmm sorted = raw.ordered(calmFirst);
            // Some 2,000 observations a state: standard errors of deviations below 2 %, of means
            // below 0.12.
            assertEquals(1, sorted.deviation(0), 0.07);
            assertEquals(2, sorted.deviation(1), 0.2);
            assertEquals(5, sorted.deviation(2), 0.4);
            assertEquals(0.1, sorted.mean(0, 0), 0.1);
            assertEquals(-0.3, sorted.mean(2, 0), 0.4);
            for (int i = 0; i < 3; i++) {
                // 40 visits a state: the mean stay is known to a sixth, pseudo-counts aside.
                assertEquals(50, sorted.chain().expectedDuration(i).orElse(0), 25);
            }
        }
    }

    @Test
    void everyIterationIsAtLeastAsGoodAsTheOneBefore() {
        Observations series = market(2, 800, 2);
        GaussianHmm model =
                Starts.of(series.standardised(Standardiser.none(2)), 2, 3, EmParameters.DEFAULT)
                        .getFirst();
        Expectation expectation = new Expectation(series.standardised(Standardiser.none(2)), 2, 3);
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 40; i++) {
            expectation.forward(model);
            double now =
                    expectation.logLikelihood()
                            + Fitting.logPrior(model.chain(), EmParameters.DEFAULT);
            assertTrue(now >= before - 1e-9, "iteration " + i + ": " + now + " < " + before);
            before = now;
            model = FITTING.iterate(series, model, 1);
        }
    }

    @Test
    void theUnitOfTheDataChangesNoLabel() {
        for (int d = 1; d <= 2; d++) {
            Observations series = market(3, 1_500, d);
            int[] labels = labels(FITTING.fit(series, 3), series);
            for (double factor : new double[] {100, 0.01, 1e-9, 1e12}) {
                Observations scaled = times(series, factor);
                assertArrayEquals(labels, labels(FITTING.fit(scaled, 3), scaled));
            }
        }
    }

    @Test
    void equalSeriesGiveEqualBits() {
        Fit one = FITTING.fit(market(4, 700, 2), 4);
        Fit two = FITTING.fit(market(4, 700, 2), 4);
        assertArrayEquals(
                one.model().orElseThrow().covariances(),
                two.model().orElseThrow().covariances(),
                0.0);
        assertEquals(one.logLikelihood(), two.logLikelihood(), 0.0);
    }

    @Test
    void fewerThanFiftyObservationsAStateAreRefused() {
        assertEquals(Status.TOO_FEW, FITTING.fit(market(5, 149, 1), 3).status());
        assertTrue(FITTING.fit(market(5, 149, 1), 3).model().isEmpty());
        assertEquals(Status.OK, FITTING.fit(market(5, 150, 1), 3).status());
        assertEquals(Status.TOO_FEW, FITTING.fit(new Observations(2), 3).status());
    }

    @Test
    void aSeriesThatDoesNotVaryIsRefused() {
        for (double value : new double[] {0, 0.1, 1e300}) {
            Observations flat = new Observations(2);
            for (int t = 0; t < 400; t++) {
                flat.add(t % 7, value);
            }
            assertEquals(Status.ZERO_VARIANCE, FITTING.fit(flat, 3).status());
        }
    }

    /// The data on which others die or print NaN: few, repeated, collinear, with a giant.
    @Test
    void awkwardSeriesGiveFiniteModels() {
        List<Observations> awkward = new ArrayList<>();
        Observations twoValues = new Observations(1);
        Observations collinear = new Observations(3);
        Observations giant = market(6, 300, 2);
        Observations mostlyZero = new Observations(1);
        for (int t = 0; t < 300; t++) {
            twoValues.add(t % 2);
            collinear.add(t % 10, 2.0 * (t % 10), -3.0 * (t % 10) + 1);
            mostlyZero.add(t % 60 == 0 ? 1 : 0);
        }
        giant.add(1e250, -1e250);
        awkward.add(twoValues);
        awkward.add(collinear);
        awkward.add(giant);
        awkward.add(mostlyZero);
        awkward.add(times(giant, 1e-200));
        for (Observations series : awkward) {
            for (int k = 2; k <= 5; k++) {
                Fit fit = FITTING.fit(series, k);
                assertEquals(Status.OK, fit.status());
                GaussianHmm model = fit.model().orElseThrow();
                for (int i = 0; i < k; i++) {
                    for (int a = 0; a < series.dimension(); a++) {
                        assertTrue(Double.isFinite(model.mean(i, a)));
                        double variance = model.covariance(i, a, a);
                        assertTrue(variance >= 0.999e-3, "floor: " + variance);
                        assertTrue(Double.isFinite(variance));
                    }
                    assertTrue(model.chain().transition(i, (i + 1) % k) > 0);
                }
                assertTrue(Double.isFinite(fit.logLikelihood()));
                assertTrue(Double.isFinite(fit.bic(series.size())));
                assertFalse(Double.isNaN(fit.last()[0]));
            }
        }
    }

    @Test
    void schwarzsCriterionPaysForParameters() {
        Fit fit = FITTING.fit(market(7, 600, 2), 3);
        // 2 starts + 6 transitions + 6 means + 9 covariances.
        assertEquals(23, fit.model().orElseThrow().parameters());
        assertEquals(-2 * fit.logLikelihood() + 23 * Math.log(600), fit.bic(600), 1e-9);
    }
}
