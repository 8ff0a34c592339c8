package credence.desktop.chart;

import java.util.Arrays;

/// Points on their way to a surface, and how a series becomes few of them.
///
/// Where there is room every point is drawn as it is. Else each pixel column keeps its least and greatest value, so that
/// no spike is lost however many points share the column.
final class Trace {

    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int count;

    double[] xs() {
        return xs;
    }

    double[] ys() {
        return ys;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    void add(double x, double y) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, count * 2);
            ys = Arrays.copyOf(ys, count * 2);
        }
        xs[count] = x;
        ys[count] = y;
        count++;
    }

    /// Walks another trace backwards, which closes an area.
    void back(Trace other) {
        for (int i = other.count - 1; i >= 0; i--) {
            add(other.xs[i], other.ys[i]);
        }
    }

    /// The points of a series in a frame and one beyond each end, so that lines run on to the edges.
    record Stretch(int from, int to) {

        static Stretch of(TimeSeries series, Frame frame) {
            return new Stretch(
                    Math.max(0, series.atOrAfter(frame.time().from()) - 1),
                    Math.min(series.size(), series.atOrBefore(frame.time().to()) + 2));
        }

        /// Whether there are too many points to draw each of them.
        boolean dense(Frame frame) {
            return to - from > 2 * Math.ceil(frame.width());
        }
    }

    /// What a pixel column of a dense series holds.
    interface Column {
        void take(double x, int from, int to);
    }

    static void columns(TimeSeries series, Stretch stretch, Frame frame, Column column) {
        int columns = (int) Math.ceil(frame.width());
        int start = stretch.from();
        for (int i = 0; i <= columns && start < stretch.to(); i++) {
            int end =
                    i == columns
                            ? stretch.to()
                            : Math.min(stretch.to(), series.atOrAfter(frame.time(i + 1.0)));
            if (end > start) {
                column.take(i + 0.5, start, end);
                start = end;
            }
        }
    }

    /// Follows every point. A value holds until the next one: nothing was believed, earned or weighed in between.
    /// The last one holds to the edge of the frame.
    void points(TimeSeries series, Stretch stretch, Frame frame) {
        for (int i = stretch.from(); i < stretch.to(); i++) {
            double x = frame.x(series.time(i));
            if (i > stretch.from()) {
                add(x, ys[count - 1]);
            }
            add(x, frame.y(series.value(i)));
        }
        holdToTheEdge(frame);
    }

    private void holdToTheEdge(Frame frame) {
        if (count > 0 && xs[count - 1] < frame.width()) {
            add(frame.width(), ys[count - 1]);
        }
    }

    /// The area a dense line of some width covers: from the least to the greatest value of every column, reaching back
    /// to where the column before ended. Filling it is several times cheaper than stroking the zigzag.
    void envelope(TimeSeries series, Stretch stretch, Frame frame, double width) {
        Trace upper = new Trace();
        columns(
                series,
                stretch,
                frame,
                (x, from, to) -> {
                    double before = series.value(Math.max(stretch.from(), from - 1));
                    double greatest = Math.max(before, series.greatest(from, to));
                    double least = Math.min(before, series.least(from, to));
                    if (count > 0 && x - xs[count - 1] > 1) {
                        // Empty columns: the value before them held.
                        for (double hold : new double[] {xs[count - 1] + 0.5, x - 0.5}) {
                            upper.add(hold, frame.y(before) - width / 2);
                            add(hold, frame.y(before) + width / 2);
                        }
                    }
                    upper.add(x, frame.y(greatest) - width / 2);
                    add(x, frame.y(least) + width / 2);
                });
        double last = series.value(stretch.to() - 1);
        upper.add(frame.width(), frame.y(last) - width / 2);
        add(frame.width(), frame.y(last) + width / 2);
        back(upper);
    }

    /// Follows one side of a band: the least of its lower or the greatest of its upper line in every column.
    void edge(TimeSeries series, Frame frame, boolean lower) {
        Stretch stretch = Stretch.of(series, frame);
        if (!stretch.dense(frame)) {
            points(series, stretch, frame);
            return;
        }
        columns(
                series,
                stretch,
                frame,
                (x, from, to) -> {
                    if (count > 0 && x - xs[count - 1] > 1) {
                        double before = frame.y(series.value(from - 1));
                        add(xs[count - 1] + 0.5, before);
                        add(x - 0.5, before);
                    }
                    add(x, frame.y(lower ? series.least(from, to) : series.greatest(from, to)));
                });
        holdToTheEdge(frame);
    }
}
