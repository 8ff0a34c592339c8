package credence.desktop.chart;

import credence.desktop.theme.Hue;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.TickMark;

import javafx.scene.paint.Color;

import java.util.function.Function;

/// A chart as an SVG drawing: title, legend, axes with the ticks of the screen, and the layers drawn as on the screen.
final class SvgPicture {

    private static final double LEFT = 84;
    private static final double TOP = 48;
    private static final double RIGHT = 16;
    private static final double BOTTOM = 52;

    private final Function<Hue, Color> ink;
    private final SvgSurface surface = new SvgSurface();

    SvgPicture(Function<Hue, Color> ink) {
        this.ink = ink;
    }

    String draw(TimePicture picture, Frame frame, Axis time, Axis values) {
        double width = LEFT + frame.width() + RIGHT;
        double height = TOP + frame.height() + BOTTOM;
        surface.anchored(picture.title(), 12, 18, ink.apply(Hue.TEXT), "start");
        legend(picture);
        surface.open(LEFT, TOP);
        axes(picture, frame, time, values);
        surface.close();
        surface.openClipped(LEFT, TOP, frame.width(), frame.height());
        new Pencil(surface, frame, ink).draw(picture);
        surface.close();
        return surface.document(
                width, height, picture.title() + ". " + picture.summary(), ink.apply(Hue.SURFACE));
    }

    private void axes(TimePicture picture, Frame frame, Axis time, Axis values) {
        Surface.Pen grid = new Surface.Pen(ink.apply(Hue.GRID), 1);
        Surface.Pen line = new Surface.Pen(ink.apply(Hue.AXIS_LINE), 1);
        Color text = ink.apply(Hue.AXIS_TEXT);
        for (TickMark tick : time.getTickMarks()) {
            double x = frame.x((long) tick.getValue());
            surface.segment(x, 0, x, frame.height(), grid);
            surface.anchored(tick.getText(), x, frame.height() + 16, text, "middle");
        }
        for (TickMark tick : values.getTickMarks()) {
            double y = frame.y(tick.getValue());
            surface.segment(0, y, frame.width(), y, grid);
            surface.anchored(tick.getText(), -6, y + 4, text, "end");
        }
        surface.segment(0, frame.height(), frame.width(), frame.height(), line);
        surface.segment(0, 0, 0, frame.height(), line);
        surface.anchored(picture.scale().title(), -LEFT + 12, -8, text, "start");
        surface.anchored(time.getName(), frame.width(), frame.height() + 44, text, "end");
    }

    private void legend(TimePicture picture) {
        double x = 12;
        for (Layer layer : LegendSwatch.entries(picture)) {
            surface.open(x, 23);
            LegendSwatch.draw(layer, surface, ink);
            surface.close();
            surface.anchored(layer.name(), x + 24, 32, ink.apply(Hue.AXIS_TEXT), "start");
            x += 40 + 6.2 * layer.name().length();
        }
    }
}
