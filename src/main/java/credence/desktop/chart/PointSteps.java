package credence.desktop.chart;

import java.util.List;

/// From point to point along all layers of a picture.
final class PointSteps {

    private PointSteps() {}

    /// The next point before a moment, or the moment itself when there is none.
    static long before(TimePicture picture, long moment) {
        long best = Long.MIN_VALUE;
        for (TimeSeries series : points(picture)) {
            int i = series.atOrAfter(moment) - 1;
            best = i >= 0 ? Math.max(best, series.time(i)) : best;
        }
        return best == Long.MIN_VALUE ? moment : best;
    }

    /// The next point after a moment, or the moment itself when there is none.
    static long after(TimePicture picture, long moment) {
        long best = Long.MAX_VALUE;
        for (TimeSeries series : points(picture)) {
            int i = series.atOrBefore(moment) + 1;
            best = i < series.size() ? Math.min(best, series.time(i)) : best;
        }
        return best == Long.MAX_VALUE ? moment : best;
    }

    /// The point nearest to a moment, or the moment itself when there are no points.
    static long nearest(TimePicture picture, long moment) {
        long before = before(picture, moment + 1);
        long after = after(picture, moment);
        if (before == moment + 1) {
            return after;
        }
        return after == moment || moment - before <= after - moment ? before : after;
    }

    private static List<TimeSeries> points(TimePicture picture) {
        return picture.layers().stream().flatMap(Layers::points).toList();
    }
}
