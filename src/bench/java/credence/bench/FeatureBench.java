package credence.bench;

import credence.core.market.Candle;
import credence.core.market.FeatureMeter;

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
import org.openjdk.jmh.infra.Blackhole;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// Features of a long series of candles: the time per candle must not grow with the series, but for the ranks' logarithm.
///
/// Beside it, over the same candles, the plain way: every figure computed afresh over its window at every candle (and, for the ranks,
/// over the last 200 values only, since the whole past would take days).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class FeatureBench {

    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int LIVE = 2_000;
    private static final int HELD = 250;

    @Param({"100000", "1000000"})
    public int candles;

    private double[] open = new double[0];
    private double[] high = new double[0];
    private double[] low = new double[0];
    private double[] close = new double[0];
    private double[] volume = new double[0];
    private FeatureMeter live = new FeatureMeter(QUARTER);
    private int next;

    @Setup(Level.Trial)
    public void walk() {
        SplittableRandom random = new SplittableRandom(11);
        int n = candles + HELD;
        open = new double[n];
        high = new double[n];
        low = new double[n];
        close = new double[n];
        volume = new double[n];
        double price = 100;
        for (int i = 0; i < n; i++) {
            open[i] = price;
            price *= 1 + (random.nextDouble() - 0.5) / 100;
            close[i] = price;
            high[i] = Math.max(open[i], price) * (1 + random.nextDouble() / 500);
            low[i] = Math.min(open[i], price) * (1 - random.nextDouble() / 500);
            volume[i] = 1 + 1000 * random.nextDouble();
        }
        live = new FeatureMeter(QUARTER);
        for (next = 0; next < candles; next++) {
            live.add(candle(next));
        }
    }

    private Candle candle(int i) {
        int k = i % candles;
        return new Candle(
                START.plusSeconds(i * 900L),
                QUARTER,
                open[k],
                high[k],
                low[k],
                close[k],
                volume[k]);
    }

    /// Processor time, which other work on the machine hardly changes.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {

        /// Nanoseconds per candle, summed over the measured iterations.
        public double perCandle;

        @Setup(Level.Iteration)
        public void clear() {
            perCandle = 0;
        }

        private void since(long before, int candles) {
            perCandle += (double) (now() - before) / candles;
        }

        private static long now() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    /// The whole series, one candle at a time, with all features and ranks in the whole past.
    @Benchmark
    public void metered(Blackhole sink, Cost cost) {
        long before = Cost.now();
        FeatureMeter meter = new FeatureMeter(QUARTER);
        for (int i = 0; i < candles; i++) {
            sink.consume(meter.add(candle(i)));
        }
        cost.since(before, candles);
    }

    /// The whole series, every figure afresh from its window.
    @Benchmark
    public void recomputed(Blackhole sink, Cost cost) {
        long before = Cost.now();
        double[] figures = new double[12];
        double[][] last = new double[7][200];
        for (int i = HELD; i < candles; i++) {
            recompute(i, figures);
            for (int f = 0; f < last.length; f++) {
                sink.consume(rank(last[f], figures[f]));
                last[f][i % 200] = figures[f];
            }
            sink.consume(figures);
        }
        cost.since(before, candles);
    }

    /// New candles on a series that is as long already.
    @Benchmark
    public void liveStep(Blackhole sink, Cost cost) {
        long before = Cost.now();
        for (int i = 0; i < LIVE; i++) {
            sink.consume(live.add(candle(next++)));
        }
        cost.since(before, LIVE);
    }

    /// New candles, for each of which the last 250 are measured from the first.
    @Benchmark
    public void liveRecomputed(Blackhole sink, Cost cost) {
        long before = Cost.now();
        for (int i = 0; i < LIVE; i++) {
            FeatureMeter meter = new FeatureMeter(QUARTER);
            for (int k = i; k < i + HELD - 1; k++) {
                meter.add(candle(k));
            }
            sink.consume(meter.add(candle(i + HELD - 1)));
        }
        cost.since(before, LIVE);
    }

    private static double rank(double[] values, double value) {
        int below = 0;
        for (double v : values) {
            below += v < value ? 2 : v == value ? 1 : 0;
        }
        return below / 2.0 / values.length;
    }

    /// Average true range and directional movement over 250 candles, means, efficiency, volatility, variance ratio, median, drawdown.
    private void recompute(int i, double[] figures) {
        double atr = 0;
        double up = 0;
        double down = 0;
        double adx = 0;
        for (int k = i - HELD + 1; k <= i; k++) {
            double range = Math.max(high[k], close[k - 1]) - Math.min(low[k], close[k - 1]);
            double rise = high[k] - high[k - 1];
            double fall = low[k - 1] - low[k];
            atr = (atr * 13 + range) / 14;
            up = (up * 13 + (rise > fall && rise > 0 ? rise : 0)) / 14;
            down = (down * 13 + (fall > rise && fall > 0 ? fall : 0)) / 14;
            adx = (adx * 13 + 100 * Math.abs(up - down) / (up + down + 1e-300)) / 14;
        }
        figures[0] = atr / close[i];
        figures[1] = adx;
        double way = 0;
        double sum = 0;
        double squares = 0;
        for (int k = i - 19; k <= i; k++) {
            way += Math.abs(close[k] - close[k - 1]);
            double r = StrictMath.log(close[k] / close[k - 1]);
            sum += r;
            squares += r * r;
        }
        double sd = Math.sqrt((squares - sum * sum / 20) / 19);
        figures[2] = Math.abs(close[i] - close[i - 20]) / way;
        figures[3] = sd;
        figures[6] = sum / (sd * Math.sqrt(20));
        double mean = StrictMath.log(close[i] / close[i - 60]) / 60;
        double one = 0;
        double five = 0;
        for (int k = i - 59; k <= i; k++) {
            double r = StrictMath.log(close[k] / close[k - 1]) - mean;
            one += r * r;
            if (k >= i - 55) {
                double s = StrictMath.log(close[k] / close[k - 5]) - 5 * mean;
                five += s * s;
            }
        }
        figures[4] = 1 - five / one;
        double[] traded = Arrays.copyOfRange(volume, i - 19, i + 1);
        Arrays.sort(traded);
        figures[5] = 2 * volume[i] / (traded[9] + traded[10]);
        int f = 7;
        for (int period : new int[] {20, 50, 200}) {
            double total = 0;
            for (int k = i - period + 1; k <= i; k++) {
                total += close[k];
            }
            figures[f++] = total / period;
        }
        double top = 0;
        for (int k = i - HELD + 1; k <= i; k++) {
            top = Math.max(top, high[k]);
        }
        figures[10] = 1 - close[i] / top;
    }
}
