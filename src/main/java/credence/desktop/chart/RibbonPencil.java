package credence.desktop.chart;

import credence.desktop.theme.Hue;

import javafx.scene.paint.Color;

import java.util.function.Function;

/// Draws ribbons at the foot of a plot: colour, letter and pattern tell the kinds apart, and the less sure a stretch is, the paler.
final class RibbonPencil {

    /// Height of the ribbon in pixels.
    static final double HEIGHT = 16;

    private static final double PALEST = 0.2;
    private static final double ROOM_FOR_LETTER = 20;
    private static final double PATTERN = 6;
    private static final double ROOM_FOR_PATTERN = 3;

    private final Surface surface;
    private final Frame frame;

    RibbonPencil(Surface surface, Frame frame) {
        this.surface = surface;
        this.frame = frame;
    }

    void draw(Layer.Ribbon ribbon, Function<Hue, Color> ink) {
        Color colour = ink.apply(ribbon.hue());
        for (Layer.Stretch stretch : ribbon.stretches()) {
            double from = Math.max(0, frame.x(stretch.range().from()));
            double to = Math.min(frame.width(), frame.x(stretch.range().to()));
            if (to > from) {
                double strength = PALEST + (1 - PALEST) * stretch.probability();
                Color fill = colour.deriveColor(0, 1, 1, strength);
                box(from, to, ribbon.pattern(), fill);
                if (!ribbon.letter().isEmpty() && to - from >= ROOM_FOR_LETTER) {
                    // On the plain ground, so that no stroke runs through it.
                    double half = ribbon.letter().length() > 1 ? 9 : 6;
                    surface.box(
                            (from + to) / 2 - half,
                            frame.height() - HEIGHT + 1,
                            2 * half,
                            HEIGHT - 2,
                            ink.apply(Hue.SURFACE));
                    surface.text(
                            ribbon.letter(),
                            (from + to) / 2,
                            frame.height() - HEIGHT / 2 + 4,
                            ink.apply(Hue.TEXT),
                            Surface.Anchor.MIDDLE);
                }
            }
        }
    }

    private void box(double from, double to, Layer.Pattern pattern, Color fill) {
        double top = frame.height() - HEIGHT;
        surface.box(from, top, to - from, HEIGHT, fill.deriveColor(0, 1, 1, 0.55));
        if (to - from < ROOM_FOR_PATTERN) {
            return;
        }
        Surface.Pen pen = new Surface.Pen(fill, 1.5);
        switch (pattern) {
            case PLAIN -> {}
            case RISING -> slanted(from, to, pen, true);
            case FALLING -> slanted(from, to, pen, false);
            case CROSSED -> {
                slanted(from, to, pen, true);
                slanted(from, to, pen, false);
            }
            case LEVEL -> {
                surface.segment(from, top + 4.5, to, top + 4.5, pen);
                surface.segment(from, top + HEIGHT - 4.5, to, top + HEIGHT - 4.5, pen);
            }
            case UPRIGHT -> {
                for (double x = aligned(from); x < to; x += PATTERN) {
                    surface.segment(x, top, x, frame.height(), pen);
                }
            }
            case EDGED -> surface.box(from, top, to - from, 3, fill);
        }
    }

    private void slanted(double from, double to, Surface.Pen pen, boolean rising) {
        double foot = frame.height();
        for (double x = aligned(from - HEIGHT); x < to; x += PATTERN) {
            double left = Math.max(x, from);
            double right = Math.min(x + HEIGHT, to);
            if (right > left) {
                double low = left - x;
                double high = right - x;
                double top = foot - HEIGHT;
                surface.segment(
                        left,
                        rising ? foot - low : top + low,
                        right,
                        rising ? foot - high : top + high,
                        pen);
            }
        }
    }

    /// Strokes of neighbouring stretches stand on one raster, so that panning does not make them flicker.
    private static double aligned(double x) {
        return Math.floor(x / PATTERN) * PATTERN;
    }
}
