package credence.desktop.chart;

import credence.desktop.theme.Ink;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.dataset.events.ChartBits;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import java.util.Objects;
import java.util.Optional;

/// A chart over time: shows one picture at a time, shares its time axis and cursor with others.
///
/// Drag zooms, wheel zooms at the cursor, Shift and drag pans, double click resets; the left and right arrow keys move
/// the cursor by one point. The menu exports the picture and its data and shows them as a table.
/// All methods on the JavaFX thread; the pictures come from anywhere.
public final class TimeChart extends BorderPane {

    private final TimeCursor cursor;
    private final ChartTools tools;
    private final Ink ink = new Ink(this::restyled);
    private final PictureData data;
    private final TimeAxis timeAxis;
    private final ValueAxis valueAxis;
    private final XYChart chart;
    private final CursorOverlay overlay;
    private final ChartHeader header;
    private final StackPane centre = new StackPane();
    private Subscription following = Subscription.EMPTY;

    /// @param cursor shared by all charts that stand above each other
    /// @param first what to show until told otherwise
    public TimeChart(TimeCursor cursor, ChartTools tools, TimePicture first) {
        this.cursor = cursor;
        this.tools = tools;
        data = new PictureData(first);
        timeAxis = new TimeAxis(tools.figures().zone());
        valueAxis = new ValueAxis(first.scale(), tools.figures());
        chart = new XYChart(timeAxis, valueAxis);
        chart.getRenderers().setAll(new PictureRenderer(data, ink::colour));
        chart.getLegend().getNode().setVisible(false);
        chart.getLegend().getNode().setManaged(false);
        chart.getMenuPane().setTop(null);
        chart.getMenuPane().setTriggerDistance(0);
        chart.setAnimated(false);
        chart.getPlotForeground().setMouseTransparent(false);
        overlay = new CursorOverlay(chart.getPlotForeground(), cursor, tools.figures());
        header = new ChartHeader(ink::colour);
        getStyleClass().add("time-chart");
        String sheet =
                Objects.requireNonNull(TimeChart.class.getResource("chart.css")).toExternalForm();
        getStylesheets().add(sheet);
        centre.getChildren().setAll(chart);
        getChildren().add(ink);
        setTop(header);
        setCenter(centre);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        new PlotGestures(this, chart.getPlotForeground(), cursor, overlay).install();
        sceneProperty().subscribe(scene -> follow(scene != null));
        show(first);
    }

    /// Replaces what is shown. Zoom and cursor stay.
    public void show(TimePicture picture) {
        data.show(picture);
        setAccessibleText(picture.title() + ". " + picture.summary());
        header.show(picture);
        overlay.show(picture);
        if (getScene() != null) {
            cursor.extent(this, Layers.extent(picture));
        }
        fit();
    }

    public TimePicture picture() {
        return data.picture();
    }

    public TimeCursor cursor() {
        return cursor;
    }

    ChartTools tools() {
        return tools;
    }

    /// Where moments and values lie on the plot at the moment.
    Frame frame() {
        return new Frame(
                cursor.range(),
                valueAxis.getMin(),
                valueAxis.getMax(),
                Math.max(1, chart.getPlotForeground().getWidth()),
                Math.max(1, chart.getPlotForeground().getHeight()));
    }

    // The cursor may outlive the chart, so it is listened to only while the chart is in a scene.
    private void follow(boolean inScene) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (inScene) {
            cursor.extent(this, Layers.extent(picture()));
            following =
                    Subscription.combine(
                            cursor.rangeProperty().subscribe(range -> fit()),
                            cursor.positionProperty().subscribe(position -> overlay.move(frame())));
        } else {
            cursor.extent(this, Optional.empty());
        }
    }

    private void fit() {
        TimeRange range = cursor.range();
        ValueFit fit = ValueFit.of(picture(), range);
        timeAxis.show(range);
        valueAxis.show(picture().scale(), fit.low(), fit.high());
        overlay.move(frame());
    }

    private void restyled() {
        chart.fireInvalidated(ChartBits.ChartCanvas);
        header.show(picture());
    }
}
