package credence.desktop.chart;

import javafx.scene.paint.Color;

/// What pictures are drawn on: a canvas or an SVG file. Coordinates in pixels from the plot's upper left corner.
interface Surface {

    /// Shapes of dots, so that colour never is the only difference.
    enum Dot {
        DISC,
        RING,
        DIAMOND
    }

    /// @param dash lengths of strokes and gaps; empty for an unbroken line
    record Pen(Color colour, double width, double... dash) {}

    /// A line through the first `count` points.
    void line(double[] xs, double[] ys, int count, Pen pen);

    /// The area within the first `count` points.
    void area(double[] xs, double[] ys, int count, Color fill);

    void box(double x, double y, double width, double height, Color fill);

    void dot(Dot shape, double x, double y, double size, Color colour);

    /// Small text that begins at a point on its base line.
    void text(String text, double x, double y, Color colour);

    default void segment(double x1, double y1, double x2, double y2, Pen pen) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, 2, pen);
    }
}
