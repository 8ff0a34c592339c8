package credence.desktop.chart;

import java.util.Optional;
import java.util.stream.Stream;

/// What can be asked of the layers of a picture whatever their kind.
final class Layers {

    private static final TimeSeries NONE = new TimeSeries(new long[0], new double[0]);

    private Layers() {}

    /// From the first to the last moment of any layer. A single moment gets a day around it.
    static Optional<TimeRange> extent(TimePicture picture) {
        return picture.layers().stream().flatMap(Layers::ends).reduce(TimeRange::join);
    }

    static TimeSeries firstLine(TimePicture picture) {
        return picture.layers().stream().flatMap(Layers::points).findFirst().orElse(NONE);
    }

    /// The series of a layer that stand for its points; none for layers without points.
    static Stream<TimeSeries> points(Layer layer) {
        return switch (layer) {
            case Layer.Line line -> Stream.of(line.series());
            case Layer.Dots dots -> Stream.of(dots.outcomes().places());
            case Layer.Ticks ticks -> Stream.of(ticks.outcomes().places());
            case Layer.Band band -> Stream.of(band.low(), band.high());
            case Layer.Bars _, Layer.Marks _, Layer.Spans _, Layer.Ribbon _, Layer.Level _ ->
                    Stream.empty();
        };
    }

    private static Stream<TimeRange> ends(Layer layer) {
        return switch (layer) {
            case Layer.Bars bars ->
                    bars.bars().stream().map(bar -> new TimeRange(bar.from(), bar.to()));
            case Layer.Spans spans -> spans.spans().stream().map(Layer.Span::range);
            case Layer.Ribbon ribbon -> ribbon.stretches().stream().map(Layer.Stretch::range);
            case Layer.Marks marks ->
                    marks.marks().stream().map(mark -> around(mark.time(), mark.time()));
            case Layer.Level _ -> Stream.empty();
            default ->
                    points(layer)
                            .filter(series -> !series.isEmpty())
                            .map(series -> around(series.time(0), series.time(series.size() - 1)));
        };
    }

    private static TimeRange around(long from, long to) {
        long halfDay = 43_200_000;
        return from < to ? new TimeRange(from, to) : new TimeRange(from - halfDay, to + halfDay);
    }
}
