package credence.desktop.chart;

import javafx.scene.paint.Color;

/// What pictures are drawn on: a canvas or an SVG file. Coordinates in pixels from the upper left corner.
interface Surface {

    /// Shapes of dots, so that colour never is the only difference.
    enum Dot {
        DISC,
        RING,
        DIAMOND
    }

    /// Which part of a text stands at its point.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// @param dash lengths of strokes and gaps; empty for an unbroken line
    record Pen(Color colour, double width, double... dash) {}

    /// A line through the first `count` points.
    void line(double[] xs, double[] ys, int count, Pen pen);

    /// The area within the first `count` points.
    void area(double[] xs, double[] ys, int count, Color fill);

    void box(double x, double y, double width, double height, Color fill);

    void dot(Dot shape, double x, double y, double size, Color colour);

    /// Small text on its base line; a second line stands below the first.
    void text(String text, double x, double y, Color colour, Anchor anchor);

    /// Draws with another origin.
    void moved(double x, double y, Runnable drawing);

    /// Draws with another origin, and nothing outside a box there.
    void clipped(double x, double y, double width, double height, Runnable drawing);

    default void text(String text, double x, double y, Color colour) {
        text(text, x, y, colour, Anchor.START);
    }

    default void segment(double x1, double y1, double x2, double y2, Pen pen) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, 2, pen);
    }
}
