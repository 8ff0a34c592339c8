package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.BeliefPoint;
import credence.desktop.fx.FileChoice;
import credence.desktop.fx.OnFx;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Theme;
import credence.desktop.theme.ThemeChoice;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a hand and an eye meet on a chart.
class TimeChartTest {

    private static final int POINTS = 60;

    @TempDir Path folder;

    private final Figures figures = new Figures(Locale.ENGLISH, ZoneId.of("UTC"));
    private final List<BeliefPoint> points = SamplePoints.belief("alpha", POINTS, 3);
    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private Theme theme;
    private TimeCursor cursor;
    private TimeChart upper;
    private TimeChart lower;
    private TimeRange all;

    @BeforeEach
    void openTwoLinkedCharts() {
        OnFx.run(
                () -> {
                    ChartTools tools = new ChartTools(figures, new FixedChoice());
                    BeliefPicture belief = new BeliefPicture(figures);
                    cursor = new TimeCursor();
                    upper = new TimeChart(cursor, tools, belief.accuracy("alpha", points));
                    lower = new TimeChart(cursor, tools, belief.edge("alpha", points));
                    Scene scene = new Scene(new VBox(upper, lower), 800, 600);
                    theme = new Theme();
                    theme.choiceProperty().set(ThemeChoice.LIGHT);
                    theme.dress(scene);
                    stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
        OnFx.pulses(stage.getScene(), 3);
        all = OnFx.get(cursor::range);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    @Test
    void allDataAreShownAtFirst() {
        assertEquals(points.getFirst().time().toEpochMilli(), all.from());
        assertEquals(points.getLast().time().toEpochMilli(), all.to());
    }

    @Test
    void dragZoomsBothChartsAndDoubleClickResetsThem() {
        robot.drag(at(upper, 0.25), MouseButton.PRIMARY).dropTo(at(upper, 0.5));
        TimeRange zoomed = OnFx.get(cursor::range);
        near(all.length() / 4.0, (double) zoomed.length(), all.length() * 0.02);
        near(all.from() + all.length() / 4.0, (double) zoomed.from(), all.length() * 0.02);
        OnFx.pulses(stage.getScene(), 2);
        assertEquals(zoomed, OnFx.get(() -> lower.frame().time()));
        robot.moveTo(at(lower, 0.5)).doubleClickOn(MouseButton.PRIMARY);
        assertEquals(all, OnFx.get(cursor::range));
    }

    @Test
    void aShortTwitchWhileClickingDoesNotZoom() {
        Point2D place = at(upper, 0.5);
        robot.drag(place, MouseButton.PRIMARY).dropTo(place.add(2, 0));
        assertEquals(all, OnFx.get(cursor::range));
    }

    @Test
    void shiftAndDragPans() {
        OnFx.run(() -> cursor.show(new TimeRange(all.from(), all.from() + all.length() / 2)));
        // The headless robot's mouse does not know of held keys, so the events are made here.
        shiftMouse(MouseEvent.MOUSE_PRESSED, 0.75);
        shiftMouse(MouseEvent.MOUSE_DRAGGED, 0.5);
        shiftMouse(MouseEvent.MOUSE_DRAGGED, 0.25);
        shiftMouse(MouseEvent.MOUSE_RELEASED, 0.25);
        TimeRange panned = OnFx.get(cursor::range);
        near(all.length() / 2.0, (double) panned.length(), 2);
        near(all.from() + all.length() / 4.0, (double) panned.from(), all.length() * 0.02);
    }

    @Test
    void theWheelZoomsAtTheCursor() {
        long under = OnFx.get(() -> upper.frame().time(0.25 * upper.frame().width()));
        wheel(0.25, 40);
        TimeRange zoomed = OnFx.get(cursor::range);
        near(all.length() / 1.25, (double) zoomed.length(), 2);
        long now = OnFx.get(() -> upper.frame().time(0.25 * upper.frame().width()));
        near((double) under, (double) now, all.length() * 0.01);
    }

    @Test
    void arrowKeysWalkFromOutcomeToOutcome() {
        OnFx.run(
                () -> {
                    upper.requestFocus();
                    cursor.moveTo(points.get(10).time().toEpochMilli());
                });
        robot.push(KeyCode.RIGHT);
        assertEquals(Optional.of(points.get(11).time().toEpochMilli()), position());
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertEquals(Optional.of(points.get(9).time().toEpochMilli()), position());
    }

    @Test
    void theMouseMovesTheCursorOfBothChartsToTheNearestOutcomeAndOnlyItsOwnChartSpeaks() {
        robot.moveTo(at(upper, 0.5));
        long moment = position().orElseThrow();
        assertTrue(points.stream().anyMatch(point -> point.time().toEpochMilli() == moment));
        OnFx.pulses(stage.getScene(), 2);
        assertTrue(visible(upper, ".chart-cursor"));
        assertTrue(visible(lower, ".chart-cursor"));
        assertTrue(visible(upper, ".chart-tip"));
        assertFalse(visible(lower, ".chart-tip"));
    }

    @Test
    void theTooltipGivesValueIntervalsCountAndResult() {
        BeliefPoint point = points.get(20);
        OnFx.run(
                () -> {
                    upper.requestFocus();
                    cursor.moveTo(points.get(19).time().toEpochMilli());
                });
        robot.push(KeyCode.RIGHT);
        String tip = OnFx.get(() -> ((Label) upper.lookup(".chart-tip")).getText());
        assertTrue(tip.contains(figures.fullTime(point.time())), tip);
        assertTrue(
                tip.contains("Win rate " + figures.share(point.accuracy().orElse(0)) + " · n = 21"),
                tip);
        assertTrue(
                tip.contains(
                        "90 % interval "
                                + figures.share(low(point))
                                + " to "
                                + figures.share(high(point))),
                tip);
        assertTrue(tip.contains(Outcome.of(point.result()).word() + " · trade 21"), tip);
    }

    @Test
    void whoCannotSeeTheChartIsToldWhatItSays() {
        String text = OnFx.get(() -> upper.getAccessibleText());
        assertTrue(text.startsWith("Win rate of alpha. Win rate of alpha is "), text);
        assertTrue(text.contains("after 60 outcomes"), text);
    }

    @Test
    void axisTextAndGridFollowTheThemeWhileTheChartShows() {
        for (ThemeChoice choice : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
            OnFx.run(() -> theme.choiceProperty().set(choice));
            OnFx.pulses(stage.getScene(), 3);
            boolean dark = choice == ThemeChoice.DARK;
            WritableImage picture = OnFx.get(() -> stage.getScene().snapshot(null));
            // The tokens of light.css and dark.css.
            Color axisText = Color.web(dark ? "#8b949e" : "#57606a");
            Color median = Color.web(dark ? "#e6edf3" : "#1f2328");
            Color surface = Color.web(dark ? "#0d1117" : "#ffffff");
            assertTrue(
                    count(picture, axisText) > 20,
                    choice + " axis text " + count(picture, axisText));
            assertTrue(count(picture, median) > 100, choice + " median " + count(picture, median));
            assertTrue(count(picture, surface) > 10_000, choice + " surface");
        }
    }

    @Test
    void titlesCarryTheUnitAndNoEmptyBrackets() {
        OnFx.run(
                () -> {
                    String drawing = upper.svg();
                    assertTrue(drawing.contains("Believed win rate, %"), drawing);
                    assertTrue(drawing.contains("Time, UTC"), drawing);
                    assertFalse(drawing.contains("[]"), drawing);
                    assertFalse(drawing.matches("(?s).*[0-9]E[0-9].*"), drawing);
                });
    }

    @Test
    void exportsAreWrittenWhereTheTraderSays() throws IOException {
        OnFx.run(
                () -> {
                    upper.export(FileChoice.Kind.SVG);
                    upper.export(FileChoice.Kind.CSV);
                    upper.export(FileChoice.Kind.PNG);
                });
        String svg = Files.readString(folder.resolve("win-rate-of-alpha.svg"));
        assertTrue(svg.startsWith("<?xml") && svg.endsWith("</svg>\n"), svg);
        List<String> csv = Files.readAllLines(folder.resolve("win-rate-of-alpha.csv"));
        assertEquals(POINTS + 1, csv.size());
        byte[] png = Files.readAllBytes(folder.resolve("win-rate-of-alpha.png"));
        Image read = OnFx.get(() -> new Image(new ByteArrayInputStream(png)));
        assertFalse(read.isError());
        assertTrue(read.getWidth() > 1400, "width " + read.getWidth());
    }

    @Test
    void thePngHasThePixelsOfTheImage() {
        OnFx.run(
                () -> {
                    WritableImage image = new WritableImage(3, 2);
                    image.getPixelWriter().setArgb(0, 0, 0xff123456);
                    image.getPixelWriter().setArgb(2, 1, 0x80ff0000);
                    Image read = new Image(new ByteArrayInputStream(Png.encode(image)));
                    assertEquals(0xff123456, read.getPixelReader().getArgb(0, 0));
                    assertEquals(0x80ff0000, read.getPixelReader().getArgb(2, 1));
                    assertEquals(0, read.getPixelReader().getArgb(1, 1));
                });
    }

    @Test
    void theTableTwinTakesTheChartsPlaceAndFollowsNewPictures() {
        OnFx.run(
                () -> {
                    upper.tableShownProperty().set(true);
                    TableTwin twin = (TableTwin) upper.getCenter();
                    assertEquals(POINTS, twin.getItems().size());
                    upper.show(new BeliefPicture(figures).accuracy("alpha", points.subList(0, 7)));
                    assertEquals(7, ((TableTwin) upper.getCenter()).getItems().size());
                    upper.tableShownProperty().set(false);
                    assertFalse(upper.getCenter() instanceof TableTwin);
                });
    }

    @Test
    void otherThreadsMayNotTouchTheData() {
        PictureSource data = new PictureSource(TimePicture.empty("t", "", ValueScale.results()));
        IllegalStateException refused =
                org.junit.jupiter.api.Assertions.assertThrows(
                        IllegalStateException.class, () -> data.show(data.picture()));
        assertEquals("chart data belong to the JavaFX thread", refused.getMessage());
    }

    @Test
    void plotsOfChartsAboveEachOtherBeginAndEndAtTheSamePlace() {
        Bounds one = plotBounds(upper);
        Bounds other = plotBounds(lower);
        assertArrayEquals(
                new double[] {one.getMinX(), one.getMaxX()},
                new double[] {other.getMinX(), other.getMaxX()},
                0.5);
    }

    private void shiftMouse(EventType<MouseEvent> type, double share) {
        Point2D place = at(upper, share);
        OnFx.run(
                () -> {
                    Node plot = upper.lookup(".chart-plot-foreground");
                    Point2D local = plot.localToScene(plot.screenToLocal(place));
                    Event.fireEvent(
                            plot,
                            new MouseEvent(
                                    type,
                                    local.getX(),
                                    local.getY(),
                                    place.getX(),
                                    place.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    true,
                                    false,
                                    false,
                                    false,
                                    true,
                                    false,
                                    false,
                                    false,
                                    false,
                                    false,
                                    null));
                });
    }

    private void wheel(double share, double upwards) {
        Point2D place = at(upper, share);
        OnFx.run(
                () -> {
                    Node plot = upper.lookup(".chart-plot-foreground");
                    Point2D local = plot.localToScene(plot.screenToLocal(place));
                    Event.fireEvent(
                            plot,
                            new ScrollEvent(
                                    ScrollEvent.SCROLL,
                                    local.getX(),
                                    local.getY(),
                                    place.getX(),
                                    place.getY(),
                                    false,
                                    false,
                                    false,
                                    false,
                                    false,
                                    false,
                                    0,
                                    upwards,
                                    0,
                                    upwards,
                                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                                    0,
                                    ScrollEvent.VerticalTextScrollUnits.NONE,
                                    0,
                                    0,
                                    null));
                });
    }

    private static void near(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance);
    }

    private Optional<Long> position() {
        return OnFx.get(() -> cursor.positionProperty().get());
    }

    private static boolean visible(TimeChart chart, String selector) {
        return OnFx.get(() -> chart.lookup(selector).isVisible());
    }

    private static double low(BeliefPoint point) {
        Double low = point.accuracy().low();
        return low == null ? Double.NaN : low;
    }

    private static double high(BeliefPoint point) {
        Double high = point.accuracy().high();
        return high == null ? Double.NaN : high;
    }

    /// A place on the screen at a share of the plot's width.
    private static Point2D at(TimeChart chart, double share) {
        Bounds bounds = plotBounds(chart);
        return new Point2D(bounds.getMinX() + share * bounds.getWidth(), bounds.getCenterY());
    }

    private static Bounds plotBounds(TimeChart chart) {
        return OnFx.get(
                () -> {
                    Node plot = chart.lookup(".chart-plot-foreground");
                    return plot.localToScreen(plot.getLayoutBounds());
                });
    }

    private static int count(Image image, Color colour) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getColor(x, y).equals(colour)) {
                    count++;
                }
            }
        }
        return count;
    }

    /// Always chooses the suggested name in the test's folder.
    private final class FixedChoice implements FileChoice {

        @Override
        public Optional<Path> save(@Nullable Window owner, String title, String name, Kind kind) {
            return Optional.of(folder.resolve(name + kind.endings().getFirst()));
        }

        @Override
        public List<Path> open(@Nullable Window owner, String title, List<Kind> kinds) {
            return List.of();
        }

        @Override
        public Optional<Path> folder(@Nullable Window owner, String title) {
            return Optional.empty();
        }
    }
}
