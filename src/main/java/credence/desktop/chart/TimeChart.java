package credence.desktop.chart;

import credence.desktop.fx.FileChoice;
import credence.desktop.fx.FileExport;
import credence.desktop.theme.Ink;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.dataset.events.ChartBits;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

import java.util.Objects;
import java.util.Optional;

/// A chart over time: shows one picture at a time, shares its time axis and cursor with others.
///
/// Drag zooms, wheel zooms at the cursor, Shift and drag pans, double click resets; the left and right arrow keys move
/// the cursor by one point. The menu exports the picture and its data and shows them as a table.
/// All methods on the JavaFX thread; the pictures come from anywhere.
public final class TimeChart extends BorderPane {

    private static final double SHARP = 2;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 240;
    private static final double PIXELS_A_LETTER = 6.2;

    private final TimeCursor cursor;
    private final ChartTools tools;
    private final BooleanProperty tableShown = new SimpleBooleanProperty(this, "tableShown");
    private final Ink ink = new Ink(this::restyled);
    private final PictureSource data;
    private final TimeAxis timeAxis;
    private final ValueAxis valueAxis;
    private final XYChart chart;
    private final Pane plot;
    private final CursorOverlay overlay;
    private final ChartHeader header;
    private Subscription following = Subscription.EMPTY;

    /// @param cursor shared by all charts that stand above each other
    /// @param first what to show until told otherwise
    public TimeChart(TimeCursor cursor, ChartTools tools, TimePicture first) {
        this.cursor = cursor;
        this.tools = tools;
        data = new PictureSource(first);
        timeAxis = new TimeAxis(tools.figures().zone());
        valueAxis = new ValueAxis(first.scale(), tools.figures());
        chart = bareChart();
        chart.getRenderers().setAll(new PictureRenderer(data, ink::colour));
        plot = chart.getPlotForeground();
        overlay = new CursorOverlay(this, plot, cursor, tools.figures());
        header = new ChartHeader(this, ink::colour);
        getStyleClass().add("time-chart");
        getStylesheets()
                .add(
                        Objects.requireNonNull(TimeChart.class.getResource("chart.css"))
                                .toExternalForm());
        getChildren().add(ink);
        setTop(header);
        setCenter(chart);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        new PlotGestures(this, plot, cursor, overlay).install();
        installContextMenu();
        tableShown.subscribe(table -> swap());
        plot.heightProperty().subscribe(this::fit);
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
        if (tableShown.get()) {
            swap();
        }
    }

    public TimePicture picture() {
        return data.picture();
    }

    public TimeCursor cursor() {
        return cursor;
    }

    /// Whether the data stand in the chart's place as a table.
    public BooleanProperty tableShownProperty() {
        return tableShown;
    }

    /// Whether labels and title of the time axis are shown; not needed where a chart below shows them.
    public void timeLabelsShown(boolean shown) {
        timeAxis.labelled(shown);
    }

    /// Makes the most of a small card: the time axis in one line without the zone, and above the plot a line with the title and one with
    /// the legend.
    public void compact() {
        getStyleClass().add("compact");
        timeAxis.compact();
        header.compact();
    }

    /// The data as CSV: everything, not only what is in view.
    public String csv() {
        return ChartCsv.text(ChartTable.of(picture()));
    }

    /// What is in view as an SVG drawing.
    public String svg() {
        SvgSurface surface = new SvgSurface();
        WholePicture whole = whole();
        whole.draw(surface);
        return surface.document(whole.size().getWidth(), whole.size().getHeight(), whole.words());
    }

    /// What is in view as a PNG picture, twice as sharp as on the screen.
    public byte[] png() {
        WholePicture whole = whole();
        Canvas canvas =
                new Canvas(whole.size().getWidth() * SHARP, whole.size().getHeight() * SHARP);
        canvas.getGraphicsContext2D().scale(SHARP, SHARP);
        whole.draw(
                new CanvasSurface(
                        canvas.getGraphicsContext2D(), timeAxis.getTickLabelStyle().getFont()));
        return Png.encode(canvas.snapshot(null, null));
    }

    // At least so large that a low chart of a stack can be read on paper.
    private WholePicture whole() {
        Frame seen = frame();
        double height = Math.max(LEAST_HEIGHT, seen.height());
        ValueFit fit = ValueFit.of(picture(), seen.time(), height);
        Frame large =
                new Frame(
                        seen.time(),
                        fit.low(),
                        fit.high(),
                        Math.max(LEAST_WIDTH, seen.width()),
                        height);
        return new WholePicture(picture(), large, tools.figures(), ink::colour);
    }

    void export(FileChoice.Kind kind) {
        var owner = getScene() == null ? null : getScene().getWindow();
        new FileExport(tools.files())
                .save(owner, picture().title(), kind, () -> content(kind))
                .ifPresent(header::say);
    }

    void copyData() {
        ClipboardContent content = new ClipboardContent();
        content.putString(csv());
        Clipboard.getSystemClipboard().setContent(content);
        header.say("Copied");
    }

    /// Where moments and values lie on the plot at the moment.
    Frame frame() {
        return new Frame(
                cursor.range(),
                valueAxis.getMin(),
                valueAxis.getMax(),
                Math.max(1, plot.getWidth()),
                Math.max(1, plot.getHeight()));
    }

    private byte[] content(FileChoice.Kind kind) {
        if (kind.equals(FileChoice.Kind.PNG)) {
            return png();
        }
        return FileExport.utf8(kind.equals(FileChoice.Kind.SVG) ? svg() : csv());
    }

    private XYChart bareChart() {
        XYChart bare = new XYChart(timeAxis, valueAxis);
        bare.getLegend().getNode().setVisible(false);
        bare.getLegend().getNode().setManaged(false);
        // The hidden tool bar would slide in over the data.
        bare.getMenuPane().setTop(null);
        bare.getMenuPane().setTriggerDistance(0);
        // Tab stops at the chart, once, not at what it is made of.
        bare.getMenuPane().setFocusTraversable(false);
        bare.getPlotArea().setFocusTraversable(false);
        bare.setAnimated(false);
        bare.getPlotForeground().setMouseTransparent(false);
        return bare;
    }

    private void installContextMenu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(ChartMenu.items(this));
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        plot.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    private void swap() {
        setCenter(tableShown.get() ? new TableTwin(picture(), tools.figures()) : chart);
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
        ValueFit fit = ValueFit.of(picture(), range, plot.getHeight());
        timeAxis.show(range);
        ValueScale scale = picture().scale();
        boolean room = plot.getHeight() > scale.title().length() * PIXELS_A_LETTER;
        valueAxis.show(scale, room, fit);
        overlay.move(frame());
    }

    private void restyled() {
        chart.fireInvalidated(ChartBits.ChartCanvas);
        header.show(picture());
    }
}
