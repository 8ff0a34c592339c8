package credence.desktop.chart;

import credence.desktop.theme.Hue;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The small picture in front of a legend entry, drawn like the layer itself.
final class LegendSwatch {

    private static final double WIDTH = 18;
    private static final double HEIGHT = 10;
    private static final int MOST_ENTRIES = 9;

    private LegendSwatch() {}

    /// Whether a layer needs an entry: faint lines and named levels do not.
    private static boolean stands(Layer layer) {
        return switch (layer) {
            case Layer.Line line -> line.weight() != Layer.Weight.FAINT;
            case Layer.Level _ -> false;
            case Layer.Marks marks -> !marks.marks().isEmpty();
            case Layer.Spans spans -> !spans.spans().isEmpty();
            case Layer.Ribbon ribbon -> !ribbon.stretches().isEmpty();
            case Layer.Band _, Layer.Dots _, Layer.Ticks _, Layer.Bars _ -> true;
        };
    }

    /// The layers uppermost first, what only marks a moment last.
    static List<Layer> inReadingOrder(TimePicture picture) {
        return picture.layers().reversed().stream()
                .sorted(Comparator.comparing(LegendSwatch::isMark))
                .toList();
    }

    /// The layers with an entry.
    static List<Layer> entries(TimePicture picture) {
        return inReadingOrder(picture).stream()
                .filter(LegendSwatch::stands)
                .limit(MOST_ENTRIES)
                .toList();
    }

    /// How many lines stand in the background without an entry.
    static long others(TimePicture picture) {
        return picture.layers().stream()
                .filter(
                        layer ->
                                layer instanceof Layer.Line line
                                        && line.weight() == Layer.Weight.FAINT)
                .count();
    }

    private static boolean isMark(Layer layer) {
        return layer instanceof Layer.Marks
                || layer instanceof Layer.Spans
                || layer instanceof Layer.Ribbon;
    }

    /// What stands beside the swatch.
    static String words(Layer layer) {
        return layer instanceof Layer.Ribbon ribbon
                ? ribbon.letter()
                        + "  "
                        + ribbon.name()
                        + " "
                        + ribbon.note()
                        + (ribbon.result().isEmpty() ? "" : ", " + ribbon.result())
                : layer.name();
    }

    static Node of(Layer layer, Function<Hue, Color> ink) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        draw(layer, new CanvasSurface(canvas.getGraphicsContext2D(), Font.getDefault()), ink);
        return canvas;
    }

    static void draw(Layer layer, Surface surface, Function<Hue, Color> ink) {
        double middle = HEIGHT / 2;
        switch (layer) {
            case Layer.Line line ->
                    surface.segment(
                            0, middle, WIDTH, middle, new Surface.Pen(ink.apply(line.hue()), 2));
            case Layer.Band band -> surface.box(0, 0, WIDTH, HEIGHT, ink.apply(band.fill()));
            case Layer.Dots _, Layer.Ticks _ -> {
                surface.dot(Surface.Dot.DISC, 4.5, middle, 7, ink.apply(Hue.PROFIT));
                surface.dot(Surface.Dot.RING, 13.5, middle, 7, ink.apply(Hue.LOSS));
            }
            case Layer.Bars bars -> surface.box(2, 1, WIDTH - 4, HEIGHT - 1, ink.apply(bars.hue()));
            case Layer.Marks marks -> {
                Hue hue = marks.marks().isEmpty() ? Hue.SEAM : marks.marks().getFirst().hue();
                surface.segment(9, 0, 9, HEIGHT, new Surface.Pen(ink.apply(hue), 1.5, 3, 2));
            }
            case Layer.Spans spans ->
                    surface.box(
                            0, 0, WIDTH, HEIGHT, ink.apply(spans.hue()).deriveColor(0, 1, 1, 0.4));
            case Layer.Ribbon ribbon ->
                    new RibbonPencil(
                                    surface,
                                    new Frame(new TimeRange(0, 1), 0, 1, WIDTH, HEIGHT + 2))
                            .draw(
                                    new Layer.Ribbon(
                                            ribbon.name(),
                                            "",
                                            "",
                                            ribbon.hue(),
                                            "",
                                            ribbon.pattern(),
                                            java.util.List.of(
                                                    new Layer.Stretch(new TimeRange(0, 1), 1))),
                                    ink);
            case Layer.Level level ->
                    surface.segment(
                            0,
                            middle,
                            WIDTH,
                            middle,
                            new Surface.Pen(ink.apply(level.hue()), 1.5, 2, 3));
        }
    }
}
