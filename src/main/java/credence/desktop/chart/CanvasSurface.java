package credence.desktop.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws on a JavaFX canvas. Leaves the context as it found it only if the caller saves and restores it.
final class CanvasSurface implements Surface {

    private final GraphicsContext canvas;

    CanvasSurface(GraphicsContext canvas, Font font) {
        this.canvas = canvas;
        canvas.setFont(font);
        canvas.setTextBaseline(VPos.BASELINE);
        canvas.setLineJoin(StrokeLineJoin.BEVEL);
        canvas.setLineCap(StrokeLineCap.BUTT);
        canvas.setGlobalAlpha(1);
    }

    @Override
    public void line(double[] xs, double[] ys, int count, Pen pen) {
        use(pen);
        canvas.strokePolyline(xs, ys, count);
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color fill) {
        canvas.setFill(fill);
        canvas.fillPolygon(xs, ys, count);
    }

    @Override
    public void box(double x, double y, double width, double height, Color fill) {
        canvas.setFill(fill);
        canvas.fillRect(x, y, width, height);
    }

    @Override
    public void dot(Dot shape, double x, double y, double size, Color colour) {
        double half = size / 2;
        switch (shape) {
            case DISC -> {
                canvas.setFill(colour);
                canvas.fillOval(x - half, y - half, size, size);
            }
            case RING -> {
                use(new Pen(colour, 1.6));
                canvas.strokeOval(x - half + 0.8, y - half + 0.8, size - 1.6, size - 1.6);
            }
            case DIAMOND -> {
                canvas.setFill(colour);
                canvas.fillPolygon(
                        new double[] {x, x + half, x, x - half},
                        new double[] {y - half, y, y + half, y},
                        4);
            }
        }
    }

    @Override
    public void text(String text, double x, double y, Color colour, Anchor anchor) {
        canvas.setFill(colour);
        canvas.setTextAlign(
                switch (anchor) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        canvas.fillText(text, x, y);
    }

    @Override
    public void moved(double x, double y, Runnable drawing) {
        canvas.save();
        canvas.translate(x, y);
        drawing.run();
        canvas.restore();
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable drawing) {
        canvas.save();
        canvas.translate(x, y);
        canvas.beginPath();
        canvas.rect(0, 0, width, height);
        canvas.clip();
        drawing.run();
        canvas.restore();
    }

    private void use(Pen pen) {
        canvas.setStroke(pen.colour());
        canvas.setLineWidth(pen.width());
        canvas.setLineDashes(pen.dash());
    }
}
