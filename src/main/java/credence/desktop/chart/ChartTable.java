package credence.desktop.chart;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The data of a picture as a table: what cannot be read from a drawing, for the table twin and for CSV.
///
/// One row per point when all lines stand on the same times; else one row per point of each line, with its name.
/// Columns (bars) give one row each. Values are exact; nothing is thinned out.
///
/// @param headers one per column
/// @param size number of rows
record ChartTable(List<String> headers, int size, Cells cells) {

    /// A cell: an [Long] for a moment, a [Double], a text, or null where there is nothing.
    interface Cells {
        @Nullable Object cell(int row, int column);
    }

    static ChartTable of(TimePicture picture) {
        List<Layer.Bars> bars = kind(picture, Layer.Bars.class);
        List<Layer.Line> lines = kind(picture, Layer.Line.class);
        List<TimeSeries> all = picture.layers().stream().flatMap(Layers::points).toList();
        if (all.isEmpty()) {
            return bars.isEmpty()
                    ? new ChartTable(List.of("Time"), 0, (row, column) -> null)
                    : bars(bars);
        }
        TimeSeries first = all.getFirst();
        boolean together = all.stream().allMatch(first::sharesTimesWith);
        return together ? wide(picture, first) : stacked(picture, lines);
    }

    /// One way to fill a column of a wide table.
    private record Filler(String header, Cells cells) {}

    private static ChartTable wide(TimePicture picture, TimeSeries times) {
        List<Filler> fillers = new ArrayList<>();
        fillers.add(new Filler("Time", (row, column) -> times.time(row)));
        for (Layer layer : picture.layers().reversed()) {
            switch (layer) {
                case Layer.Line line -> {
                    fillers.add(new Filler(line.name(), (row, column) -> line.series().value(row)));
                    fillers.add(
                            new Filler(
                                    line.name() + ", note",
                                    (row, column) -> line.note().apply(row)));
                }
                case Layer.Band band -> {
                    fillers.add(
                            new Filler(
                                    band.name() + ", low", (row, column) -> band.low().value(row)));
                    fillers.add(
                            new Filler(
                                    band.name() + ", high",
                                    (row, column) -> band.high().value(row)));
                }
                case Layer.Dots dots -> outcomes(dots.outcomes(), dots.note(), fillers);
                case Layer.Ticks ticks -> outcomes(ticks.outcomes(), ticks.note(), fillers);
                case Layer.Marks marks ->
                        fillers.add(
                                new Filler(
                                        marks.name(),
                                        (row, column) -> labels(marks, times.time(row))));
                case Layer.Ribbon ribbon ->
                        fillers.add(
                                new Filler(
                                        ribbon.name(),
                                        (row, column) -> share(ribbon, times.time(row))));
                case Layer.Spans _, Layer.Bars _, Layer.Level _ -> {}
            }
        }
        return new ChartTable(
                fillers.stream().map(Filler::header).toList(),
                times.size(),
                (row, column) -> fillers.get(column).cells().cell(row, column));
    }

    private static void outcomes(
            Outcomes outcomes, java.util.function.IntFunction<String> note, List<Filler> fillers) {
        fillers.add(new Filler("Result", (row, column) -> outcomes.kind(row).word()));
        fillers.add(new Filler("Result, note", (row, column) -> note.apply(row)));
    }

    /// How sure a ribbon is at a moment, nothing outside of it.
    private static @Nullable Double share(Layer.Ribbon ribbon, long time) {
        return ribbon.at(time).map(Layer.Stretch::probability).orElse(null);
    }

    private static String labels(Layer.Marks marks, long time) {
        return marks.marks().stream()
                .filter(mark -> mark.time() == time)
                .map(Layer.Mark::label)
                .collect(Collectors.joining(", "));
    }

    private static ChartTable stacked(TimePicture picture, List<Layer.Line> lines) {
        int[] starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.get(i).series().size();
        }
        return new ChartTable(
                List.of("Name", "Time", picture.scale().title()),
                starts[lines.size()],
                (row, column) -> {
                    int found = java.util.Arrays.binarySearch(starts, row);
                    int line = found >= 0 ? lastOf(starts, found) : -found - 2;
                    Layer.Line layer = lines.get(line);
                    int point = row - starts[line];
                    return switch (column) {
                        case 0 -> layer.name();
                        case 1 -> layer.series().time(point);
                        default -> layer.series().value(point);
                    };
                });
    }

    // Empty lines start where the next one does; the row belongs to the last that starts there.
    private static int lastOf(int[] starts, int found) {
        int last = found;
        while (last + 1 < starts.length - 1 && starts[last + 1] == starts[found]) {
            last++;
        }
        return last;
    }

    private static ChartTable bars(List<Layer.Bars> layers) {
        List<Layer.Bar> bars = layers.stream().flatMap(layer -> layer.bars().stream()).toList();
        return new ChartTable(
                List.of("From", "To", layers.getFirst().name()),
                bars.size(),
                (row, column) ->
                        switch (column) {
                            case 0 -> bars.get(row).from();
                            case 1 -> bars.get(row).to();
                            default -> bars.get(row).value();
                        });
    }

    private static <T extends Layer> List<T> kind(TimePicture picture, Class<T> type) {
        return picture.layers().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
