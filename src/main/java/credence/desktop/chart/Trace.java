package credence.desktop.chart;

/// The points of a line as drawn: as they are where there is room, else first, least, greatest and last of every
/// pixel column, which paints the very same pixels (the M4 aggregation of Jugel et al., VLDB 2014).
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
            xs = java.util.Arrays.copyOf(xs, count * 2);
            ys = java.util.Arrays.copyOf(ys, count * 2);
        }
        xs[count] = x;
        ys[count] = y;
        count++;
    }

    /// Follows a series from one point left of the frame to one right of it.
    void line(TimeSeries series, Frame frame) {
        int from = Math.max(0, series.atOrAfter(frame.time().from()) - 1);
        int to = Math.min(series.size(), series.atOrBefore(frame.time().to()) + 2);
        int columns = (int) Math.ceil(frame.width());
        if (to - from <= 2 * columns) {
            for (int i = from; i < to; i++) {
                add(frame.x(series.time(i)), frame.y(series.value(i)));
            }
            return;
        }
        int start = from;
        for (int column = 0; column <= columns && start < to; column++) {
            int end =
                    column == columns
                            ? to
                            : Math.min(to, series.atOrAfter(frame.time(column + 1.0)));
            if (end > start) {
                double x = column + 0.5;
                add(x, frame.y(series.value(start)));
                add(x, frame.y(series.least(start, end)));
                add(x, frame.y(series.greatest(start, end)));
                add(x, frame.y(series.value(end - 1)));
                start = end;
            }
        }
    }

    /// Follows one side of a band: the least of its lower or the greatest of its upper line in every column.
    void edge(TimeSeries series, Frame frame, boolean lower) {
        int from = Math.max(0, series.atOrAfter(frame.time().from()) - 1);
        int to = Math.min(series.size(), series.atOrBefore(frame.time().to()) + 2);
        int columns = (int) Math.ceil(frame.width());
        if (to - from <= 2 * columns) {
            for (int i = from; i < to; i++) {
                add(frame.x(series.time(i)), frame.y(series.value(i)));
            }
            return;
        }
        int start = from;
        for (int column = 0; column <= columns && start < to; column++) {
            int end =
                    column == columns
                            ? to
                            : Math.min(to, series.atOrAfter(frame.time(column + 1.0)));
            if (end > start) {
                add(
                        column + 0.5,
                        frame.y(lower ? series.least(start, end) : series.greatest(start, end)));
                start = end;
            }
        }
    }

    /// Walks another trace backwards, which closes an area.
    void back(Trace other) {
        for (int i = other.count - 1; i >= 0; i--) {
            add(other.xs[i], other.ys[i]);
        }
    }
}
