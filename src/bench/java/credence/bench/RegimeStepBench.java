package credence.bench;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.regime.GaussianHmm;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// A live bar: one step of the filter, against filtering the last 250 bars again.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RegimeStepBench {

    private static final int WINDOW = 250;

    @Param({"1", "2"})
    public int dimension;

    private final double[][] window = new double[WINDOW][];
    private GaussianHmm model = RegimeFitBench.model(3, 1);
    private double[] filtered = {};
    private int next;

    @Setup
    public void market() {
        DrawSequence draws = Draws.of(4, "bench.regimes").inOrder();
        for (int t = 0; t < WINDOW; t++) {
            window[t] = new double[dimension];
            for (int a = 0; a < dimension; a++) {
                window[t][a] = draws.normal();
            }
        }
        model = RegimeFitBench.model(3, dimension);
        filtered = new double[] {0.2, 0.3, 0.5};
    }

    @Benchmark
    public double oneStep() {
        next = next + 1 == WINDOW ? 0 : next + 1;
        return model.chain().step(filtered, model.logDensities(window[next]));
    }

    @Benchmark
    public double filteringTheWindowAgain() {
        return model.chain().filter(model.logDensities(window)).logLikelihood();
    }
}
