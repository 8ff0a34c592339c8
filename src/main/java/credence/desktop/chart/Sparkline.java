package credence.desktop.chart;

import credence.desktop.theme.Hue;
import credence.desktop.theme.Ink;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

import java.util.List;

/// A word-sized line for table cells: a bare canvas, cheap by the hundred. Zero is dashed when it is in view; the last
/// point is a dot, coloured by its sign.
public final class Sparkline extends Region {

    private static final double WIDTH = 84;
    private static final double HEIGHT = 20;
    private static final double MARGIN = 3;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Ink ink = new Ink(this::draw);
    private List<Double> values = List.of();

    public Sparkline() {
        getStyleClass().add("sparkline");
        getChildren().setAll(canvas, ink);
        setMouseTransparent(true);
    }

    /// @param values oldest first; nothing is drawn for an empty list
    public void show(List<Double> newValues) {
        values = newValues;
        draw();
    }

    public List<Double> values() {
        return values;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(0, Math.rint((getHeight() - HEIGHT) / 2));
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        if (values.isEmpty()) {
            return;
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double span = high > low ? high - low : 1;
        double middle = high > low ? 0 : 0.5;
        double[] xs = new double[values.size()];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = MARGIN + (xs.length == 1 ? 1 : i / (xs.length - 1.0)) * (WIDTH - 2 * MARGIN);
            ys[i] = y((values.get(i) - low) / span + middle);
        }
        if (low < 0 && high > 0) {
            double zero = Math.round(y(-low / span)) + 0.5;
            pen.setStroke(ink.colour(Hue.ZERO_LINE));
            pen.setLineWidth(1);
            pen.setLineDashes(2, 3);
            pen.strokeLine(0, zero, WIDTH, zero);
        }
        pen.setLineDashes();
        pen.setStroke(ink.colour(Hue.TEXT));
        pen.setLineWidth(1.2);
        pen.strokePolyline(xs, ys, xs.length);
        double last = values.getLast();
        pen.setFill(ink.colour(last > 0 ? Hue.PROFIT : last < 0 ? Hue.LOSS : Hue.EVEN));
        pen.fillOval(xs[xs.length - 1] - 2.5, ys[xs.length - 1] - 2.5, 5, 5);
    }

    private static double y(double share) {
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }
}
