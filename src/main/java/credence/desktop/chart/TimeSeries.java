package credence.desktop.chart;

import java.util.Arrays;

/// Finite values over time, oldest first; equal times are allowed. Immutable.
///
/// Keeps the least and greatest value of every run of 64 points, of every 64 such runs and so on, so that the extent
/// of any stretch costs about the same however many points it holds: this is what keeps a million points fluid.
public final class TimeSeries {

    private static final int BLOCK = 64;

    private final long[] times;
    private final double[] values;
    private final double[][] lows;
    private final double[][] highs;

    /// @param times milliseconds since 1970 UTC, never decreasing
    /// @param values as many, all finite
    public TimeSeries(long[] times, double[] values) {
        this(times.clone(), values.clone(), true);
    }

    private TimeSeries(long[] times, double[] values, boolean checkTimes) {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    times.length + " times for " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " is " + values[i]);
            }
            if (checkTimes && i > 0 && times[i] < times[i - 1]) {
                throw new IllegalArgumentException("time " + i + " is before the one ahead of it");
            }
        }
        this.times = times;
        this.values = values;
        int levels = 0;
        for (int n = values.length; n > BLOCK; n = (n + BLOCK - 1) / BLOCK) {
            levels++;
        }
        lows = new double[levels][];
        highs = new double[levels][];
        double[] below = values;
        double[] above = values;
        for (int level = 0; level < levels; level++) {
            below = fold(below, true);
            above = fold(above, false);
            lows[level] = below;
            highs[level] = above;
        }
    }

    /// Other values at the same times, which are shared, not copied.
    public TimeSeries with(double[] otherValues) {
        return new TimeSeries(times, otherValues.clone(), false);
    }

    public int size() {
        return times.length;
    }

    public boolean isEmpty() {
        return times.length == 0;
    }

    public long time(int i) {
        return times[i];
    }

    public double value(int i) {
        return values[i];
    }

    /// Whether both stand on the very same times.
    boolean sharesTimesWith(TimeSeries other) {
        return times == other.times || Arrays.equals(times, other.times);
    }

    /// Index of the first point at or after a time; `size()` when there is none.
    public int atOrAfter(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Index of the last point at or before a time; −1 when there is none.
    public int atOrBefore(long time) {
        return time == Long.MAX_VALUE ? times.length - 1 : atOrAfter(time + 1) - 1;
    }

    /// Least value of the points from `from` to before `to`, of which there is at least one.
    double least(int from, int to) {
        return extreme(lows, from, to, true);
    }

    /// Greatest value of the points from `from` to before `to`, of which there is at least one.
    double greatest(int from, int to) {
        return extreme(highs, from, to, false);
    }

    // Walks up to ever longer runs while both ends are aligned, taking the odd ones on the way.
    private double extreme(double[][] runs, int from, int to, boolean least) {
        if (from >= to) {
            throw new IllegalArgumentException("no point between " + from + " and " + to);
        }
        double result = values[from];
        double[] level = values;
        int next = 0;
        int low = from;
        int high = to;
        while (next < runs.length && high - low > 2 * BLOCK) {
            int nextLow = (low + BLOCK - 1) / BLOCK;
            int nextHigh = high / BLOCK;
            result = scan(level, low, nextLow * BLOCK, result, least);
            result = scan(level, nextHigh * BLOCK, high, result, least);
            level = runs[next];
            low = nextLow;
            high = nextHigh;
            next++;
        }
        return scan(level, low, high, result, least);
    }

    private static double scan(double[] level, int from, int to, double start, boolean least) {
        double result = start;
        for (int i = from; i < to; i++) {
            result = least ? Math.min(result, level[i]) : Math.max(result, level[i]);
        }
        return result;
    }

    private static double[] fold(double[] level, boolean least) {
        double[] runs = new double[(level.length + BLOCK - 1) / BLOCK];
        for (int run = 0; run < runs.length; run++) {
            int from = run * BLOCK;
            runs[run] = scan(level, from, Math.min(level.length, from + BLOCK), level[from], least);
        }
        return runs;
    }
}
