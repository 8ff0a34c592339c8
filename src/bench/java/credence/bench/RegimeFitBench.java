package credence.bench;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.regime.EmParameters;
import credence.core.regime.Fitting;
import credence.core.regime.GaussianHmm;
import credence.core.regime.MarkovChain;
import credence.core.regime.Observations;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/// Twenty iterations of expectation–maximisation: the time must grow with the observations, and no faster than the square of the states.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RegimeFitBench {

    private static final int ITERATIONS = 20;

    @Param({"10000"})
    public int n;

    @Param({"3"})
    public int states;

    @Param({"1", "4"})
    public int dimension;

    private final Fitting fitting = new Fitting(EmParameters.DEFAULT);
    private Observations series = new Observations(1);
    private GaussianHmm start = model(1, 1);

    @Setup(Level.Trial)
    public void market() {
        DrawSequence draws = Draws.of(3, "bench.regimes").inOrder();
        series = new Observations(dimension);
        int state = 0;
        for (int t = 0; t < n; t++) {
            state = draws.happens(0.02) ? draws.below(states) : state;
            double[] x = new double[dimension];
            for (int a = 0; a < dimension; a++) {
                x[a] = 0.1 * state + (0.5 + state) * draws.normal();
            }
            series.add(x);
        }
        start = model(states, dimension);
    }

    /// Spreads a little off from those of the market, moves rare.
    static GaussianHmm model(int k, int d) {
        double[] first = new double[k];
        double[][] moves = new double[k][k];
        double[][] means = new double[k][d];
        double[][][] covariances = new double[k][d][d];
        for (int i = 0; i < k; i++) {
            first[i] = 1.0 / k;
            for (int j = 0; j < k; j++) {
                moves[i][j] = k == 1 ? 1 : i == j ? 0.95 : 0.05 / (k - 1);
            }
            for (int a = 0; a < d; a++) {
                covariances[i][a][a] = (0.7 + i) * (0.7 + i);
            }
        }
        return new GaussianHmm(new MarkovChain(first, moves), means, covariances);
    }

    /// Processor time of the rounds, which other work on the machine hardly changes: the one divided by the other.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {

        /// Milliseconds, summed over the measured iterations.
        public double processor;

        public long rounds;

        @Setup(Level.Iteration)
        public void clear() {
            processor = 0;
            rounds = 0;
        }
    }

    @Benchmark
    public GaussianHmm twentyIterations(Cost cost) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        GaussianHmm fitted = fitting.iterate(series, start, ITERATIONS);
        cost.processor += (threads.getCurrentThreadCpuTime() - before) / 1e6;
        cost.rounds++;
        return fitted;
    }
}
