package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class TraceTest {

    private static final double WIDTH = 300;
    private static final double HEIGHT = 100;

    @Test
    void ofAFewPointsEachIsDrawnAndItsValueHoldsUntilTheNext() {
        TimeSeries series = new TimeSeries(new long[] {0, 50, 100}, new double[] {0, 1, 0.5});
        Frame frame = new Frame(new TimeRange(0, 100), 0, 1, WIDTH, HEIGHT);
        Trace.Stretch stretch = Trace.Stretch.of(series, frame);
        Trace trace = new Trace();
        trace.points(series, stretch, frame);
        assertFalse(stretch.dense(frame));
        double[][] corners = {{0, 100}, {150, 100}, {150, 0}, {300, 0}, {300, 50}};
        assertEquals(corners.length, trace.count());
        for (int i = 0; i < corners.length; i++) {
            assertEquals(corners[i][0], trace.xs()[i]);
            assertEquals(corners[i][1], trace.ys()[i]);
        }
    }

    @Test
    void theLastValueHoldsToTheEdgeOfTheFrame() {
        TimeSeries series = new TimeSeries(new long[] {0, 50}, new double[] {0, 1});
        Frame frame = new Frame(new TimeRange(0, 100), 0, 1, WIDTH, HEIGHT);
        Trace trace = new Trace();
        trace.points(series, Trace.Stretch.of(series, frame), frame);
        assertEquals(WIDTH, trace.xs()[trace.count() - 1]);
        assertEquals(0, trace.ys()[trace.count() - 1]);
    }

    @Test
    void whereADenseLineHasNoPointsItHoldsTheValueBefore() {
        // A thousand points at each end and nothing between; the first thousand at 0.2, the others
        // at 0.8.
        long[] times = new long[2000];
        double[] values = new double[2000];
        for (int i = 0; i < 1000; i++) {
            times[i] = i;
            times[1000 + i] = 99_000L + i;
            values[i] = 0.2;
            values[1000 + i] = 0.8;
        }
        TimeSeries series = new TimeSeries(times, values);
        Frame frame = new Frame(new TimeRange(0, 99_999), 0, 1, WIDTH, HEIGHT);
        for (boolean band : new boolean[] {false, true}) {
            Trace trace = new Trace();
            if (band) {
                trace.edge(series, frame, true);
            } else {
                trace.envelope(series, Trace.Stretch.of(series, frame), frame, 0);
            }
            int across = 0;
            for (int i = 1; i < trace.count(); i++) {
                if (Math.abs(trace.xs()[i] - trace.xs()[i - 1]) > 200) {
                    assertEquals(frame.y(0.2), trace.ys()[i - 1], 1e-9);
                    assertEquals(frame.y(0.2), trace.ys()[i], 1e-9);
                    across++;
                }
            }
            assertEquals(band ? 1 : 2, across, "lines across the gap");
        }
    }

    @Test
    void aLineRunsOnToThePointsJustOutsideTheFrame() {
        TimeSeries series =
                new TimeSeries(new long[] {0, 10, 20, 30, 40, 50}, new double[] {0, 0, 0, 0, 0, 0});
        Frame frame = new Frame(new TimeRange(15, 35), 0, 1, WIDTH, HEIGHT);
        assertEquals(new Trace.Stretch(1, 5), Trace.Stretch.of(series, frame));
    }

    @Test
    void aMillionPointsBecomeTwoAPixelColumnAndKeepEveryExtreme() {
        int n = 1_000_000;
        long[] times = new long[n];
        double[] values = new double[n];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < n; i++) {
            times[i] = i;
            values[i] = random.nextDouble(0.4, 0.6);
        }
        values[654_321] = 0.99;
        values[123_456] = 0.01;
        TimeSeries series = new TimeSeries(times, values);
        Frame frame = new Frame(new TimeRange(0, n - 1), 0, 1, WIDTH, HEIGHT);
        Trace trace = new Trace();
        trace.envelope(series, Trace.Stretch.of(series, frame), frame, 2);
        assertTrue(trace.count() <= 2 * (WIDTH + 2), () -> "drew " + trace.count());
        double[] ys = Arrays.copyOf(trace.ys(), trace.count());
        assertEquals(frame.y(0.99) - 1, Arrays.stream(ys).min().orElseThrow(), 1e-9);
        assertEquals(frame.y(0.01) + 1, Arrays.stream(ys).max().orElseThrow(), 1e-9);
    }

    @Test
    void columnsCoverExactlyThePointsThatFallIntoThem() {
        // 3,000 points over 300 pixels, ten a column.
        long[] times = new long[3000];
        for (int i = 0; i < 3000; i++) {
            times[i] = i * 10L + 5;
        }
        TimeSeries series = new TimeSeries(times, new double[3000]);
        Frame frame = new Frame(new TimeRange(0, 30_000), 0, 300, WIDTH, 300);
        int[] next = {0};
        Trace.columns(
                series,
                Trace.Stretch.of(series, frame),
                frame,
                (x, from, to) -> {
                    assertEquals(next[0] * 10, from);
                    assertEquals(next[0] * 10 + 10, to);
                    assertEquals(next[0] + 0.5, x);
                    next[0]++;
                });
        assertEquals(300, next[0]);
    }
}
