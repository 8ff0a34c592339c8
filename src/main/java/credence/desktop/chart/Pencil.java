package credence.desktop.chart;

import credence.desktop.theme.Hue;

import javafx.scene.paint.Color;

import java.util.function.Function;

/// Draws a picture on a surface. The same for the screen and for files.
final class Pencil {

    private static final double DOT = 7;
    private static final double PIXELS_A_DOT = 4;
    private static final int STRIP = 4;
    private static final double STRIP_HEIGHT = 10;
    private static final double LANE_HEIGHT = 14;
    private static final double FAINTEST = 0.45;
    private static final double ROOM_FOR_LABELS = 110;

    private final Surface surface;
    private final Frame frame;
    private final Function<Hue, Color> ink;
    private final Trace trace = new Trace();
    private final Trace other = new Trace();

    Pencil(Surface surface, Frame frame, Function<Hue, Color> ink) {
        this.surface = surface;
        this.frame = frame;
        this.ink = ink;
    }

    void draw(TimePicture picture) {
        if (picture.scale().zeroLine() && frame.low() <= 0 && frame.high() >= 0) {
            double y = Math.round(frame.y(0)) + 0.5;
            surface.segment(0, y, frame.width(), y, new Surface.Pen(ink.apply(Hue.ZERO_LINE), 1));
        }
        for (Layer layer : picture.layers()) {
            switch (layer) {
                case Layer.Line line -> line(line);
                case Layer.Band band -> band(band);
                case Layer.Dots dots -> dots(dots.outcomes());
                case Layer.Ticks ticks -> ticks(ticks.outcomes());
                case Layer.Bars bars -> bars(bars);
                case Layer.Marks marks -> marks(marks);
                case Layer.Spans spans -> spans(spans);
                case Layer.Ribbon ribbon -> new RibbonPencil(surface, frame).draw(ribbon, ink);
                case Layer.Level level -> level(level);
            }
        }
    }

    private void line(Layer.Line line) {
        trace.clear();
        Color colour =
                line.weight() == Layer.Weight.FAINT
                        ? ink.apply(line.hue()).deriveColor(0, 1, 1, 0.35)
                        : ink.apply(line.hue());
        double width =
                switch (line.weight()) {
                    case FAINT -> 1;
                    case NORMAL -> 1.5;
                    case STRONG -> 2;
                };
        Trace.Stretch stretch = Trace.Stretch.of(line.series(), frame);
        if (stretch.dense(frame)) {
            trace.envelope(line.series(), stretch, frame, width);
            surface.area(trace.xs(), trace.ys(), trace.count(), colour);
            return;
        }
        trace.points(line.series(), stretch, frame);
        surface.line(trace.xs(), trace.ys(), trace.count(), new Surface.Pen(colour, width));
    }

    private void band(Layer.Band band) {
        trace.clear();
        other.clear();
        trace.edge(band.low(), frame, true);
        other.edge(band.high(), frame, false);
        if (band.edged()) {
            Surface.Pen pen = new Surface.Pen(ink.apply(Hue.BAND_EDGE), 1);
            surface.line(trace.xs(), trace.ys(), trace.count(), pen);
            surface.line(other.xs(), other.ys(), other.count(), pen);
        }
        trace.back(other);
        surface.area(trace.xs(), trace.ys(), trace.count(), ink.apply(band.fill()));
    }

    private void dots(Outcomes outcomes) {
        TimeSeries places = outcomes.places();
        int from = places.atOrAfter(frame.time().from());
        int to = places.atOrBefore(frame.time().to()) + 1;
        if (to - from > frame.width() / PIXELS_A_DOT) {
            strip(outcomes, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            Outcome kind = outcomes.kind(i);
            surface.dot(
                    shape(kind),
                    frame.x(places.time(i)),
                    frame.y(places.value(i)),
                    DOT,
                    colour(kind));
        }
    }

    /// Where dots would run together: for every few pixels the share won from below, the share lost from above.
    private void strip(Outcomes outcomes, int from, int to) {
        TimeSeries places = outcomes.places();
        double top = frame.height() - STRIP_HEIGHT;
        int start = from;
        for (double x = 0; x < frame.width() && start < to; x += STRIP) {
            int end = Math.min(to, places.atOrAfter(frame.time(x + STRIP)));
            if (end > start) {
                double all = end - start;
                double won = outcomes.count(Outcome.WON, start, end) / all * STRIP_HEIGHT;
                double lost = outcomes.count(Outcome.LOST, start, end) / all * STRIP_HEIGHT;
                double even = STRIP_HEIGHT - won - lost;
                surface.box(x, top, STRIP - 1, lost, colour(Outcome.LOST));
                surface.box(x, top + lost, STRIP - 1, even, colour(Outcome.EVEN));
                surface.box(x, top + lost + even, STRIP - 1, won, colour(Outcome.WON));
                start = end;
            }
        }
    }

    private void ticks(Outcomes outcomes) {
        TimeSeries places = outcomes.places();
        int from = places.atOrAfter(frame.time().from());
        int to = places.atOrBefore(frame.time().to()) + 1;
        if (to - from > frame.width() / PIXELS_A_DOT) {
            lanes(outcomes, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            Outcome kind = outcomes.kind(i);
            surface.dot(
                    shape(kind), frame.x(places.time(i)), frame.y(kind.sign()), DOT, colour(kind));
        }
    }

    /// Where ticks would run together: a stroke a pixel column and kind, the darker the more of them.
    private void lanes(Outcomes outcomes, int from, int to) {
        Trace.Stretch stretch = new Trace.Stretch(from, to);
        int[] most = {1};
        Trace.columns(
                outcomes.places(),
                stretch,
                frame,
                (x, start, end) -> most[0] = Math.max(most[0], end - start));
        double height = Math.min(LANE_HEIGHT, Math.abs(frame.y(0) - frame.y(1)) * 0.7);
        Trace.columns(
                outcomes.places(),
                stretch,
                frame,
                (x, start, end) -> {
                    for (Outcome kind : Outcome.values()) {
                        int count = outcomes.count(kind, start, end);
                        if (count > 0) {
                            double strength = FAINTEST + (1 - FAINTEST) * count / most[0];
                            surface.box(
                                    x - 0.5,
                                    frame.y(kind.sign()) - height / 2,
                                    1,
                                    height,
                                    colour(kind).deriveColor(0, 1, 1, strength));
                        }
                    }
                });
    }

    private void bars(Layer.Bars bars) {
        Color fill = ink.apply(bars.hue());
        double foot = frame.y(Math.clamp(0, frame.low(), frame.high()));
        for (Layer.Bar bar : bars.bars()) {
            double x = Math.max(frame.x(bar.from()), 0);
            double end = Math.min(frame.x(bar.to()), frame.width());
            if (end > x && bar.value() != 0) {
                double top = frame.y(bar.value());
                double gap = end - x > 4 ? 1 : 0;
                surface.box(
                        x + gap / 2,
                        Math.min(top, foot),
                        end - x - gap,
                        Math.abs(foot - top),
                        fill);
            }
        }
    }

    private void marks(Layer.Marks marks) {
        double free = -1;
        for (Layer.Mark mark : marks.marks()) {
            if (frame.time().contains(mark.time())) {
                double x = Math.round(frame.x(mark.time())) + 0.5;
                Color colour = ink.apply(mark.hue());
                surface.segment(x, 0, x, frame.height(), new Surface.Pen(colour, 1.2, 5, 4));
                if (x > free && frame.height() > ROOM_FOR_LABELS) {
                    surface.text(mark.label(), x + 4, 12, colour);
                    free = x + 10 + 6.5 * mark.label().length();
                }
            }
        }
    }

    private void spans(Layer.Spans spans) {
        Color colour = ink.apply(spans.hue());
        for (Layer.Span span : spans.spans()) {
            double from = Math.max(0, frame.x(span.range().from()));
            double to = Math.min(frame.width(), frame.x(span.range().to()));
            if (to > from) {
                surface.box(from, 0, to - from, frame.height(), colour.deriveColor(0, 1, 1, 0.08));
                hatch(from, to, new Surface.Pen(colour.deriveColor(0, 1, 1, 0.5), 1));
                surface.text(span.label(), from + 4, frame.height() - 16, colour);
            }
        }
    }

    private void hatch(double from, double to, Surface.Pen pen) {
        double height = frame.height();
        for (double x = from - height; x < to; x += 9) {
            double left = Math.max(x, from);
            double right = Math.min(x + height, to);
            if (right > left) {
                surface.segment(left, height - (left - x), right, height - (right - x), pen);
            }
        }
    }

    private void level(Layer.Level level) {
        double y = Math.round(frame.y(level.value())) + 0.5;
        Color colour = ink.apply(level.hue());
        surface.segment(0, y, frame.width(), y, new Surface.Pen(colour, 1.2, 2, 3));
        surface.text(level.name(), 6, y - 4, colour);
    }

    private Color colour(Outcome kind) {
        return ink.apply(
                switch (kind) {
                    case WON -> Hue.PROFIT;
                    case LOST -> Hue.LOSS;
                    case EVEN -> Hue.EVEN;
                });
    }

    private static Surface.Dot shape(Outcome kind) {
        return switch (kind) {
            case WON -> Surface.Dot.DISC;
            case LOST -> Surface.Dot.RING;
            case EVEN -> Surface.Dot.DIAMOND;
        };
    }
}
