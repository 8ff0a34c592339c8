package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.testkit.KnownAnswer;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

class GaussianHmmTest {

    private static double[] list(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asDouble();
        }
        return values;
    }

    private static double[][] rows(JsonNode node) {
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = list(node.get(i));
        }
        return rows;
    }

    private static final KnownAnswer PLANE = KnownAnswer.of("hmm.scoreFull2d");
    private static final KnownAnswer LINE = KnownAnswer.of("hmm.filteredVsSmoothed.gaussian3");

    private static GaussianHmm plane() {
        JsonNode in = PLANE.inputs();
        return new GaussianHmm(
                new MarkovChain(list(in.get("start")), rows(in.get("trans"))),
                rows(in.get("means")),
                new double[][][] {rows(in.get("covs").get(0)), rows(in.get("covs").get(1))});
    }

    /// The parameters that an independent implementation reached after 25 iterations.
    private static GaussianHmm line() {
        JsonNode in = LINE.inputs().get("params");
        double[] means = list(in.get("means"));
        double[] variances = list(in.get("vars"));
        return new GaussianHmm(
                new MarkovChain(list(in.get("start")), rows(in.get("trans"))),
                Arrays.stream(means).mapToObj(m -> new double[] {m}).toArray(double[][]::new),
                Arrays.stream(variances)
                        .mapToObj(v -> new double[][] {{v}})
                        .toArray(double[][][]::new));
    }

    private static double[][] lineSeries() {
        return Arrays.stream(LINE.inputList("x"))
                .mapToObj(x -> new double[] {x})
                .toArray(double[][]::new);
    }

    @Test
    void aPlaneWithFullCovarianceScoresAsElsewhere() {
        GaussianHmm model = plane();
        double[][] series = rows(PLANE.inputs().get("X"));
        double[][] logs = model.logDensities(series);
        PLANE.agrees("logLik", model.chain().filter(logs).logLikelihood());
        PLANE.agrees("viterbiLogProb", model.chain().viterbi(logs).logProbability());
        PLANE.agrees(
                "posterior0",
                Arrays.stream(model.chain().smooth(logs)).mapToDouble(p -> p[0]).toArray());
        Expectation scaled =
                new Expectation(
                        Arrays.stream(series).flatMapToDouble(Arrays::stream).toArray(), 2, 2);
        scaled.forward(model);
        PLANE.agrees("logLik", scaled.logLikelihood());
    }

    @Test
    void filteredAndHindsightAgreeWithElsewhereAndDifferAtTwentyEightPoints() {
        GaussianHmm model = line();
        double[][] logs = model.logDensities(lineSeries());
        double[][] filtered = model.chain().filter(logs).probabilities();
        double[][] smoothed = model.chain().smooth(logs);
        for (String t : LINE.expected().get("filtered").propertyNames()) {
            int at = Integer.parseInt(t);
            assertArrayEquals(
                    list(LINE.expected().get("filtered").get(t)), filtered[at], LINE.absolute());
            assertArrayEquals(
                    list(LINE.expected().get("smoothed").get(t)), smoothed[at], LINE.absolute());
        }
        int differ = 0;
        for (int t = 0; t < filtered.length; t++) {
            differ += largest(filtered[t]) == largest(smoothed[t]) ? 0 : 1;
        }
        LINE.agrees("argmaxDifferences", differ);
    }

    private static int largest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return best;
    }

    @Test
    void stepByStepIsTheWholeFilterBitForBit() {
        GaussianHmm model = line();
        double[][] series = lineSeries();
        MarkovChain.Filtered whole = model.chain().filter(model.logDensities(series));
        double[] p = whole.probabilities()[0].clone();
        for (int t = 1; t < series.length; t++) {
            model.chain().step(p, model.logDensities(series[t]));
            assertArrayEquals(whole.probabilities()[t], p, 0.0);
        }
    }

    @Test
    void whatIsFittedHereIsAtLeastAsLikelyAsWhatElsewhereReachedInTwentyFiveIterations() {
        Observations series = Observations.of(lineSeries());
        double theirs = line().chain().filter(line().logDensities(lineSeries())).logLikelihood();
        GaussianHmm continued = new Fitting(EmParameters.PLAIN).iterate(series, line(), 1);
        double after =
                continued.chain().filter(continued.logDensities(lineSeries())).logLikelihood();
        assertTrue(after >= theirs, after + " < " + theirs);
        Fit fit =
                new Fitting(EmParameters.PLAIN.withTolerance(1e-9).withIterations(2000))
                        .fit(series, 3);
        // The fit speaks of the standardised series: n · ln(deviation) lies between the two.
        double ours =
                fit.logLikelihood() - 240 * Math.log(fit.standardiser().orElseThrow().deviation(0));
        assertTrue(ours >= theirs, ours + " < " + theirs);
    }

    @Test
    void itReadsBackWhatItWrote() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        plane().write(new DataOutputStream(bytes));
        GaussianHmm back =
                GaussianHmm.read(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertArrayEquals(plane().means(), back.means(), 0.0);
        assertArrayEquals(plane().covariances(), back.covariances(), 0.0);
        assertArrayEquals(plane().chain().transitions(), back.chain().transitions(), 0.0);
    }

    @Test
    void statesInAnotherOrderAreTheSameModel() {
        double[] x = {0.3, -0.1};
        double[] here = plane().logDensities(x);
        double[] there = plane().ordered(new int[] {1, 0}).logDensities(x);
        assertEquals(here[0], there[1], 0.0);
        assertEquals(here[1], there[0], 0.0);
        assertEquals(0.25, plane().ordered(new int[] {1, 0}).chain().transition(0, 1), 0.0);
    }

    @Test
    void aFarAwayObservationLeavesEverythingFinite() {
        GaussianHmm model = plane();
        for (double far : new double[] {1e3, 1e10, 1e200, -1e308}) {
            double[] p = {0.5, 0.5};
            double log = model.chain().step(p, model.logDensities(new double[] {far, far}));
            assertTrue(Double.isFinite(log), "at " + far);
            assertEquals(1, p[0] + p[1], 1e-12);
        }
    }

    @Test
    void aCovarianceThatIsNoneIsRefused() {
        MarkovChain one = new MarkovChain(new double[] {1}, new double[][] {{1}});
        double[][] mean = {{0, 0}};
        assertThrows(
                IllegalArgumentException.class,
                () -> new GaussianHmm(one, mean, new double[][][] {{{1, 2}, {2, 1}}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new GaussianHmm(one, mean, new double[][][] {{{Double.NaN, 0}, {0, 1}}}));
    }
}
