package credence.desktop.chart;

import credence.desktop.theme.Figures;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

import java.util.List;
import java.util.Optional;

/// The linked cursor, the tooltip and the frame of a zoom in progress, above the plot.
final class CursorOverlay {

    private final TimeChart chart;
    private final Pane plot;
    private final TimeCursor cursor;
    private static final double GAP = 12;
    private static final double ABOVE_SIBLINGS = -1;

    private final Readout readout;
    private final Line line = new Line();
    private final Label tip = new Label();
    private final Rectangle zoom = new Rectangle();
    private TimePicture picture = TimePicture.empty("", "", ValueScale.results());
    private boolean speaking;

    /// @param chart over all of which, and beyond, the tooltip may lie: a plot can be lower than its text
    CursorOverlay(TimeChart chart, Pane plot, TimeCursor cursor, Figures figures) {
        this.chart = chart;
        this.plot = plot;
        this.cursor = cursor;
        this.readout = new Readout(figures);
        line.getStyleClass().add("chart-cursor");
        tip.getStyleClass().addAll("chart-tip", "figures");
        zoom.getStyleClass().add("chart-zoom");
        for (var node : List.of(line, tip, zoom)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
            node.setVisible(false);
        }
        plot.getChildren().addAll(zoom, line);
        chart.getChildren().add(tip);
    }

    void show(TimePicture next) {
        picture = next;
    }

    /// Whether this chart, being under the mouse or in focus, gives the values; the others show the line only.
    void speak(boolean now) {
        speaking = now;
        tip.toFront();
        chart.setViewOrder(now ? ABOVE_SIBLINGS : 0);
    }

    /// Puts the line where the cursor stands.
    void move(Frame frame) {
        Optional<Long> position = cursor.positionProperty().get();
        boolean on = position.filter(frame.time()::contains).isPresent();
        line.setVisible(on);
        tip.setVisible(on && speaking);
        if (!on) {
            return;
        }
        long moment = position.orElseThrow();
        double x = Math.round(frame.x(moment)) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(0);
        line.setEndY(frame.height());
        if (speaking) {
            tip.setText(String.join("\n", readout.at(picture, moment)));
            tip.applyCss();
            tip.autosize();
            place(frame, x);
        }
    }

    private void place(Frame frame, double x) {
        Point2D corner = chart.sceneToLocal(plot.localToScene(0, 0));
        boolean right = x + GAP + tip.getWidth() < frame.width();
        double left = right ? x + GAP : Math.max(0, x - GAP - tip.getWidth());
        double lowest = chart.sceneToLocal(0, plot.getScene().getHeight()).getY() - tip.getHeight();
        tip.relocate(corner.getX() + left, Math.min(corner.getY() + GAP, lowest));
    }

    void zooming(double from, double to, double height) {
        zoom.setVisible(true);
        zoom.setX(Math.min(from, to));
        zoom.setWidth(Math.abs(to - from));
        zoom.setHeight(height);
    }

    void zoomed() {
        zoom.setVisible(false);
    }
}
