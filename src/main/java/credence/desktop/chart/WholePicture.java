package credence.desktop.chart;

import credence.desktop.theme.Figures;
import credence.desktop.theme.Hue;
import credence.desktop.theme.Unit;

import javafx.geometry.Dimension2D;
import javafx.scene.paint.Color;

import java.util.function.Function;

/// A chart for a file: title, legend, axes, and the layers drawn as on the screen.
final class WholePicture {

    private static final double LEFT = 84;
    private static final double TOP = 56;
    private static final double RIGHT = 24;
    private static final double BOTTOM = 56;
    private static final double EDGE = 12;
    private static final double LETTER = 6.2;

    private final TimePicture picture;
    private final Frame frame;
    private final Figures figures;
    private final Function<Hue, Color> ink;

    WholePicture(TimePicture picture, Frame frame, Figures figures, Function<Hue, Color> ink) {
        this.picture = picture;
        this.frame = frame;
        this.figures = figures;
        this.ink = ink;
    }

    Dimension2D size() {
        return new Dimension2D(LEFT + frame.width() + RIGHT, TOP + frame.height() + BOTTOM);
    }

    String words() {
        return picture.title() + ". " + picture.summary();
    }

    void draw(Surface surface) {
        Dimension2D size = size();
        surface.box(0, 0, size.getWidth(), size.getHeight(), ink.apply(Hue.SURFACE));
        surface.text(picture.title(), EDGE, 18, ink.apply(Hue.TEXT));
        surface.text(
                picture.scale().title(),
                size.getWidth() - RIGHT,
                18,
                ink.apply(Hue.AXIS_TEXT),
                Surface.Anchor.END);
        legend(surface);
        surface.moved(LEFT, TOP, () -> axes(surface));
        surface.clipped(
                LEFT,
                TOP,
                frame.width(),
                frame.height(),
                () -> new Pencil(surface, frame, ink).draw(picture));
    }

    private void axes(Surface surface) {
        Surface.Pen grid = new Surface.Pen(ink.apply(Hue.GRID), 1);
        Surface.Pen line = new Surface.Pen(ink.apply(Hue.AXIS_LINE), 1);
        Color text = ink.apply(Hue.AXIS_TEXT);
        int across = (int) Math.max(1, frame.width() / TimeAxis.PIXELS_A_TICK);
        for (CalendarTicks.Tick tick :
                new CalendarTicks(figures.zone()).ticks(frame.time(), across)) {
            double x = frame.x(tick.time());
            surface.segment(x, 0, x, frame.height(), grid);
            surface.text(tick.label(), x, frame.height() + 16, text, Surface.Anchor.MIDDLE);
        }
        int up = (int) Math.max(2, frame.height() / ValueAxis.PIXELS_A_TICK);
        Unit unit = picture.scale().unit();
        double step = RoundSteps.step(frame.low(), frame.high(), up, unit);
        double floor = ValueFit.of(picture, frame.time(), frame.height()).floor();
        for (double value : RoundSteps.ticks(Math.max(frame.low(), floor), frame.high(), step)) {
            double y = frame.y(value);
            surface.segment(0, y, frame.width(), y, grid);
            surface.text(figures.tick(value, step, unit), -6, y + 4, text, Surface.Anchor.END);
        }
        surface.segment(0, frame.height(), frame.width(), frame.height(), line);
        surface.segment(0, 0, 0, frame.height(), line);
        surface.text(
                TimeAxis.title(figures.zone()),
                frame.width(),
                frame.height() + 46,
                text,
                Surface.Anchor.END);
    }

    private void legend(Surface surface) {
        double x = EDGE;
        for (Layer layer : LegendSwatch.entries(picture)) {
            surface.moved(x, 29, () -> LegendSwatch.draw(layer, surface, ink));
            String words = LegendSwatch.words(layer);
            surface.text(words, x + 24, 38, ink.apply(Hue.AXIS_TEXT));
            x += 40 + LETTER * words.length();
        }
    }
}
