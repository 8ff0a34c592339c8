package credence.desktop.chart;

import credence.desktop.theme.Figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a chart says about one moment, in words: values, not pixels.
final class Readout {

    private static final int MOST_LINES = 12;

    private final Figures figures;

    Readout(Figures figures) {
        this.figures = figures;
    }

    /// The moment first, then a line per layer that has something to say there.
    List<String> at(TimePicture picture, long moment) {
        List<String> lines = new ArrayList<>();
        lines.add(figures.fullTime(Instant.ofEpochMilli(moment)));
        for (Layer layer : LegendSwatch.inReadingOrder(picture)) {
            if (lines.size() > MOST_LINES) {
                lines.add("…");
                break;
            }
            line(picture, layer, moment, lines);
        }
        return lines;
    }

    private void line(TimePicture picture, Layer layer, long moment, List<String> lines) {
        switch (layer) {
            case Layer.Line line -> {
                int i = line.series().atOrBefore(moment);
                if (i >= 0) {
                    lines.add(
                            noted(
                                    line.name() + " " + value(picture, line.series().value(i)),
                                    line.note().apply(i)));
                }
            }
            case Layer.Band band -> {
                int i = band.low().atOrBefore(moment);
                if (i >= 0) {
                    lines.add(
                            band.name()
                                    + " "
                                    + value(picture, band.low().value(i))
                                    + " to "
                                    + value(picture, band.high().value(i)));
                }
            }
            case Layer.Dots dots -> outcome(dots.outcomes(), dots.note(), moment, lines);
            case Layer.Ticks ticks -> outcome(ticks.outcomes(), ticks.note(), moment, lines);
            case Layer.Bars bars ->
                    bars.bars().stream()
                            .filter(bar -> bar.from() <= moment && moment < bar.to())
                            .forEach(
                                    bar ->
                                            lines.add(
                                                    bars.name()
                                                            + " "
                                                            + value(picture, bar.value())));
            case Layer.Spans spans ->
                    spans.spans().stream()
                            .filter(span -> span.range().contains(moment))
                            .forEach(span -> lines.add(span.label()));
            case Layer.Ribbon ribbon ->
                    ribbon.at(moment)
                            .ifPresent(
                                    stretch ->
                                            lines.add(
                                                    ribbon.name()
                                                            + ", probability "
                                                            + figures.share(
                                                                    stretch.probability())));
            case Layer.Marks marks ->
                    marks.marks().stream()
                            .filter(mark -> mark.time() == moment)
                            .forEach(mark -> lines.add(mark.label()));
            case Layer.Level level -> lines.add(level.name() + " " + value(picture, level.value()));
        }
    }

    private static void outcome(
            Outcomes outcomes,
            java.util.function.IntFunction<String> note,
            long moment,
            List<String> lines) {
        int i = outcomes.places().atOrBefore(moment);
        if (i >= 0 && outcomes.places().time(i) == moment) {
            lines.add(noted(outcomes.kind(i).word(), note.apply(i)));
        }
    }

    private String value(TimePicture picture, double value) {
        return figures.value(value, picture.scale().unit());
    }

    private static String noted(String text, String note) {
        return note.isEmpty() ? text : text + " · " + note;
    }
}
