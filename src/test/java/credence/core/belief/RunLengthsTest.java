package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.testkit.KnownAnswer;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

class RunLengthsTest {

    /// Gaussian data of known variance, mean N(mean0, var0): the run's posterior mean and variance make its predictive density.
    @Test
    void gaussianRunLengthsAreThoseOfAnotherProgram() {
        KnownAnswer known = KnownAnswer.of("change.bocpd.gaussian");
        double[] data = known.inputList("data");
        double noise = known.input("varx");
        RunLengths runs = new RunLengths(known.input("hazard"), 100);
        double[] mapRunLength = new double[data.length];
        for (int t = 0; t < data.length; t++) {
            double[] predictive = new double[t + 1];
            for (int r = 0; r <= t; r++) {
                double precision = 1 / known.input("var0") + r / noise;
                double sum = known.input("mean0") / known.input("var0");
                for (int i = t - r; i < t; i++) {
                    sum += data[i] / noise;
                }
                double variance = 1 / precision + noise;
                double miss = data[t] - sum / precision;
                predictive[r] =
                        Math.exp(-miss * miss / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
            }
            runs.update(predictive);
            mapRunLength[t] = mostProbable(runs);
            if (t == 8) {
                known.agrees("runLength9", Arrays.copyOf(runs.probabilities(), 10));
            }
        }
        known.agrees("runLength12", Arrays.copyOf(runs.probabilities(), 13));
        known.agrees("mapRunLength", mapRunLength);
    }

    private static int mostProbable(RunLengths runs) {
        int best = 0;
        for (int r = 0; r < runs.count(); r++) {
            best = runs.probability(r) > runs.probability(best) ? r : best;
        }
        return best;
    }

    @Test
    void poolingKeepsEveryRunAsItWouldBeAndAddsUpTheLongOnes() {
        DrawSequence draws = Draws.of(20_263, "pooling").inOrder();
        RunLengths pooled = new RunLengths(1 / 250.0, 60);
        RunLengths whole = new RunLengths(1 / 250.0, 1000);
        for (int t = 0; t < 500; t++) {
            // Predictives that do not depend on the run from 60 on, as if those had seen the same.
            double[] predictive = new double[t + 1];
            for (int r = 0; r <= t; r++) {
                predictive[r] = r < 60 ? 0.1 + 0.8 * draws.uniform() : 0.4;
            }
            whole.update(predictive);
            pooled.update(Arrays.copyOf(predictive, Math.min(t + 1, 61)));
            double sum = 0;
            for (int r = 0; r < whole.count(); r++) {
                sum += whole.probability(r);
            }
            assertEquals(1, sum, 1e-12);
            for (int r = 0; r < Math.min(60, pooled.count()); r++) {
                assertEquals(whole.probability(r), pooled.probability(r), 1e-12);
            }
            assertEquals(whole.shorterThan(60), pooled.shorterThan(60), 1e-12);
            if (pooled.full()) {
                assertEquals(1 - whole.shorterThan(60), pooled.probability(60), 1e-12);
            }
        }
    }

    @Test
    void theFirstObservationLeavesHazardForAChangeAndTheRestForTheRun() {
        RunLengths runs = new RunLengths(0.25, 60);
        assertEquals(0.3, runs.update(new double[] {0.3}), 1e-15);
        assertArrayEquals(new double[] {0.25, 0.75}, Arrays.copyOf(runs.probabilities(), 2), 1e-15);
        assertEquals(2, runs.count());
    }

    @Test
    void comesBackFromItsBytes() throws IOException {
        RunLengths runs = new RunLengths(0.1, 60);
        for (int t = 0; t < 70; t++) {
            double[] predictive = new double[runs.count()];
            Arrays.setAll(predictive, r -> 1.0 / (2 + r % 7));
            runs.update(predictive);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            runs.write(new DataOutputStream(bytes));
            RunLengths back = new RunLengths(0.1, 60);
            back.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertEquals(runs.count(), back.count());
            assertArrayEquals(runs.probabilities(), back.probabilities());
        }
    }
}
