package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.testkit.KnownAnswer;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.stream.IntStream;

class MarkovChainTest {

    private static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = new double[rows.get(i).size()];
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] = rows.get(i).get(j).asDouble();
            }
        }
        return matrix;
    }

    private static MarkovChain chain(KnownAnswer known) {
        return new MarkovChain(known.inputList("start"), matrix(known.inputs().required("trans")));
    }

    private static double[][] logs(double[][] likelihoods) {
        return Arrays.stream(likelihoods)
                .map(row -> Arrays.stream(row).map(Math::log).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] emitted(KnownAnswer known) {
        double[][] emission = matrix(known.inputs().required("emission"));
        double[][] rows =
                Arrays.stream(known.inputList("observations"))
                        .mapToObj(
                                o ->
                                        Arrays.stream(emission)
                                                .mapToDouble(state -> state[(int) o])
                                                .toArray())
                        .toArray(double[][]::new);
        return logs(rows);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void theMostProbablePathOfTheTextbookIsFound() {
        KnownAnswer known = KnownAnswer.of("hmm.viterbi.wikipedia");
        MarkovChain.Path path = chain(known).viterbi(emitted(known));
        known.agrees("path", Arrays.stream(path.states()).asDoubleStream().toArray());
        known.agrees("probability", Math.exp(path.logProbability()));
    }

    @Test
    void hindsightAgreesWithTheTextbook() {
        KnownAnswer known = KnownAnswer.of("hmm.smoothed.wikipedia");
        known.agrees("posterior", flat(chain(known).smooth(emitted(known))));
    }

    @Test
    void theForwardLatticeAgreesWithTheUmbrellas() {
        KnownAnswer known = KnownAnswer.of("hmm.forward.umbrella");
        double[][] frames = matrix(known.inputs().required("frameprob"));
        MarkovChain.Filtered filtered = chain(known).filter(logs(frames));
        known.agrees("logLik", filtered.logLikelihood());
        double[] forward = new double[frames.length * 2];
        double soFar = 0;
        for (int t = 0; t < frames.length; t++) {
            soFar += filtered.logScales()[t];
            for (int i = 0; i < 2; i++) {
                forward[t * 2 + i] = filtered.probabilities()[t][i] * Math.exp(soFar);
            }
        }
        known.agrees("forward", forward);
    }

    @Test
    void statesThatNeverSwitchAreToldApartByTheFirstTellingObservation() {
        KnownAnswer known = KnownAnswer.of("regime.hamiltonFilter.identity3");
        double[][] byState = matrix(known.inputs().required("likelihood"));
        double[][] likelihoods =
                IntStream.range(0, byState[0].length)
                        .mapToObj(t -> Arrays.stream(byState).mapToDouble(row -> row[t]).toArray())
                        .toArray(double[][]::new);
        MarkovChain never =
                new MarkovChain(
                        known.inputList("initial"),
                        new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        double[][] filtered = never.filter(logs(likelihoods)).probabilities();
        double[] byRegime = new double[12];
        for (int i = 0; i < 3; i++) {
            for (int t = 0; t < 4; t++) {
                byRegime[i * 4 + t] = filtered[t][i];
            }
        }
        known.agrees("filtered_rows_are_regimes", byRegime);
        assertTrue(never.expectedDuration(0).isEmpty());
    }

    /// Two regimes of one spread, as the Stata manual has them.
    private static GaussianHmm federalFunds(KnownAnswer known) {
        double p00 = 0.9820939;
        double p10 = 0.0503587;
        double[][] transition = {{p00, 1 - p00}, {p10, 1 - p10}};
        double[] stationary = new MarkovChain(new double[] {0.5, 0.5}, transition).stationary();
        // Balance of a chain of two states.
        assertArrayEquals(
                new double[] {p10 / (p10 + 1 - p00), (1 - p00) / (p10 + 1 - p00)},
                stationary,
                1e-12);
        double[] means = known.inputList("means");
        double variance = known.input("sd") * known.input("sd");
        return new GaussianHmm(
                new MarkovChain(stationary, transition),
                new double[][] {{means[0]}, {means[1]}},
                new double[][][] {{{variance}}, {{variance}}});
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    }

    @Test
    void theLikelihoodOfTheFederalFundsIsStatas() {
        KnownAnswer known = KnownAnswer.of("regime.markovSwitching.fedfundsLogLik");
        GaussianHmm model = federalFunds(known);
        double[][] series = column(known.inputList("series"));
        known.agrees("logLik", model.chain().filter(model.logDensities(series)).logLikelihood());
        Expectation scaled = new Expectation(flat(series), 1, 2);
        scaled.forward(model);
        known.agrees("logLik", scaled.logLikelihood());
    }

    @Test
    void theFilteredRegimesOfTheFederalFundsAgree() {
        KnownAnswer known = KnownAnswer.of("regime.markovSwitching.fedfundsFiltered");
        GaussianHmm model = federalFunds(known);
        double[][] logs = model.logDensities(column(known.inputList("series")));
        double[][] filtered = model.chain().filter(logs).probabilities();
        known.agrees(
                "filtered1",
                Arrays.stream(known.inputList("indices")).map(t -> filtered[(int) t][1]).toArray());
    }

    @Test
    void longRunSharesSolveTheBalance() {
        // Flow into each state equals flow out: checked by the definition π = πA.
        double[][] a = {{0.9, 0.08, 0.02}, {0.05, 0.9, 0.05}, {0.01, 0.19, 0.8}};
        double[] share = new MarkovChain(new double[] {1, 0, 0}, a).stationary();
        assertEquals(1, Arrays.stream(share).sum(), 1e-12);
        for (int j = 0; j < 3; j++) {
            double into = 0;
            for (int i = 0; i < 3; i++) {
                into += share[i] * a[i][j];
            }
            assertEquals(share[j], into, 1e-12);
        }
        assertEquals(
                10, new MarkovChain(new double[] {1, 0, 0}, a).expectedDuration(0).orElse(0), 1e-9);
    }

    @Test
    void anObservationThatNoReachableStateCanMakeIsIgnored() {
        MarkovChain chain =
                new MarkovChain(new double[] {1, 0}, new double[][] {{1, 0}, {0.5, 0.5}});
        double[] p = {1, 0};
        double log = chain.step(p, new double[] {Double.NEGATIVE_INFINITY, 0});
        assertArrayEquals(new double[] {1, 0}, p);
        assertEquals(MarkovChain.IMPOSSIBLE, log);
    }

    @Test
    void rowsThatAreNoDistributionAreRefused() {
        double[] half = {0.5, 0.5};
        assertThrows(
                IllegalArgumentException.class,
                () -> new MarkovChain(half, new double[][] {{0.5, 0.6}, {0.5, 0.5}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MarkovChain(half, new double[][] {{Double.NaN, 1}, {0.5, 0.5}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MarkovChain(half, new double[][] {{0.5, 0.5}}));
    }
}
