package credence.desktop.chart;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/// What a hand does on a plot: zoom, pan, reset, walk from point to point.
final class PlotGestures {

    private static final double SMALLEST_DRAG = 4;
    private static final double ZOOM_STEP = 1.25;

    private final TimeChart chart;
    private final Pane plot;
    private final TimeCursor cursor;
    private final CursorOverlay overlay;
    private double pressedAt;
    private double draggedTo;
    private boolean panning;
    private boolean dragging;

    PlotGestures(TimeChart chart, Pane plot, TimeCursor cursor, CursorOverlay overlay) {
        this.chart = chart;
        this.plot = plot;
        this.cursor = cursor;
        this.overlay = overlay;
    }

    void install() {
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(this::release);
        plot.setOnMouseMoved(event -> point(event.getX()));
        plot.setOnMouseExited(event -> leave());
        plot.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        cursor.reset();
                    }
                });
        plot.setOnScroll(this::scroll);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        // The line stays where it is for the next chart; the values are given by the one that is
        // looked at.
        chart.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (!focused && !plot.isHover()) {
                                overlay.speak(false);
                                overlay.move(chart.frame());
                            }
                        });
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressedAt = event.getX();
            draggedTo = pressedAt;
            panning = event.isShiftDown();
            dragging = true;
        }
    }

    private void drag(MouseEvent event) {
        if (!dragging) {
            return;
        }
        double x = Math.clamp(event.getX(), 0, plot.getWidth());
        if (panning) {
            Frame frame = chart.frame();
            cursor.pan(frame.time(draggedTo) - frame.time(x));
        } else {
            overlay.zooming(pressedAt, x, plot.getHeight());
        }
        draggedTo = x;
    }

    private void release(MouseEvent event) {
        if (dragging && !panning) {
            overlay.zoomed();
            if (Math.abs(draggedTo - pressedAt) >= SMALLEST_DRAG) {
                Frame frame = chart.frame();
                long from = frame.time(Math.min(pressedAt, draggedTo));
                long to = frame.time(Math.max(pressedAt, draggedTo));
                if (to > from) {
                    cursor.show(new TimeRange(from, to));
                }
            }
        }
        dragging = false;
    }

    private void scroll(ScrollEvent event) {
        Frame frame = chart.frame();
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double pixels = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            cursor.pan(-Math.round(pixels / frame.width() * frame.time().length()));
        } else if (event.getDeltaY() != 0) {
            cursor.zoom(
                    frame.time(event.getX()), event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP);
        }
        event.consume();
    }

    private void point(double x) {
        overlay.speak(true);
        cursor.moveTo(PointSteps.nearest(chart.picture(), chart.frame().time(x)));
    }

    private void leave() {
        overlay.speak(false);
        cursor.leave();
    }

    private void key(KeyEvent event) {
        Frame frame = chart.frame();
        long at = cursor.positionProperty().get().orElse(frame.time().from());
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> step(PointSteps.before(chart.picture(), at));
            case RIGHT -> step(PointSteps.after(chart.picture(), at));
            case PLUS, ADD, EQUALS -> cursor.zoom(at, 1 / ZOOM_STEP);
            case MINUS, SUBTRACT -> cursor.zoom(at, ZOOM_STEP);
            case HOME -> cursor.reset();
            case ESCAPE -> leave();
            default -> known = false;
        }
        if (known && event.getCode() != KeyCode.ESCAPE) {
            event.consume();
        }
    }

    private void step(long to) {
        overlay.speak(true);
        cursor.moveTo(to);
        if (!cursor.range().contains(to)) {
            long half = cursor.range().length() / 2;
            cursor.show(new TimeRange(to - half, to + half));
        }
    }
}
