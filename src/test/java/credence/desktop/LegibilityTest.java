package credence.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.action.Screen;
import credence.desktop.desk.FaultLog;
import credence.desktop.fx.BackgroundTasks;
import credence.desktop.fx.FxThread;
import credence.desktop.fx.SystemFileChoice;
import credence.testkit.FakeDesks;
import credence.testkit.FakeMarket;
import credence.testkit.PlainMemory;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Whether what is written in a window of 1440×900 can be read in full.
@ExtendWith(ApplicationExtension.class)
class LegibilityTest {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final BackgroundTasks tasks = new BackgroundTasks(new FxThread(), 2);
    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> looked = new LinkedHashSet<>();
    private Stage stage;
    private Window window;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.leave());
        tasks.close();
    }

    @Test
    void everyColumnTitleIsWrittenInFullEvenBesideTheArrowOfItsSorting(FxRobot robot)
            throws Exception {
        onEveryTable(
                robot,
                (screen, table) -> {
                    for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
                        Label title =
                                (Label)
                                        ((Parent) column.getGraphic())
                                                .getChildrenUnmodifiable()
                                                .getFirst();
                        looked.add(screen + " " + title.getText());
                        sortBy(table, column);
                        if (cut(title)) {
                            faults.add(
                                    screen
                                            + ": the column “"
                                            + title.getText()
                                            + "” is too narrow by "
                                            + Math.ceil(title.prefWidth(-1) - title.getWidth()));
                        }
                        table.getSortOrder().clear();
                    }
                });
        assertEquals(Set.of(), faults);
        assertTrue(looked.size() > 40, () -> "looked at " + looked);
    }

    @Test
    void theColumnsShownAtFirstFitTheirTables(FxRobot robot) throws Exception {
        onEveryTable(
                robot,
                (screen, table) -> {
                    double wanted =
                            table.getVisibleLeafColumns().stream()
                                    .mapToDouble(TableColumn::getWidth)
                                    .sum();
                    double room = table.getWidth() - 12;
                    looked.add(screen + " " + table.getVisibleLeafColumns().size());
                    // How a file was recognised follows at the end, a scroll away.
                    if (wanted > room && screen != Screen.IMPORT) {
                        faults.add(
                                screen
                                        + ": columns of "
                                        + wanted
                                        + " in "
                                        + room
                                        + " from "
                                        + table.getVisibleLeafColumns().getFirst().getId());
                    }
                });
        assertEquals(Set.of(), faults);
        assertTrue(looked.size() > 4, () -> "looked at " + looked);
    }

    @Test
    void noLabelAndNoButtonIsCut(FxRobot robot) throws Exception {
        open();
        for (Screen screen : Screen.values()) {
            show(robot, screen);
            robot.interact(
                    () -> eachLabel(stage.getScene().getRoot(), label -> check(screen, label)));
        }
        assertEquals(Set.of(), faults);
        assertTrue(looked.size() > 60, () -> "looked at " + looked);
    }

    /// Two thirds of the card are the curve's; title and legend take a line each.
    @Test
    void theEquityCurveHasMostOfItsCard(FxRobot robot) throws Exception {
        open();
        for (int width : new int[] {WIDTH, 1280}) {
            robot.interact(() -> stage.setWidth(width));
            show(robot, Screen.OVERVIEW);
            Region card = robot.lookup(".equity-card").queryAs(Region.class);
            Region plot = robot.from(card).lookup(".chart-plot-foreground").queryAs(Region.class);
            assertTrue(
                    plot.getHeight() >= card.getHeight() * 2 / 3,
                    () -> plot.getHeight() + " of " + card.getHeight() + " at " + width);
            Set<Double> lines = new LinkedHashSet<>();
            robot.from(card)
                    .lookup(".chart-legend-entry")
                    .queryAll()
                    .forEach(entry -> lines.add(entry.getBoundsInParent().getCenterY()));
            assertEquals(1, lines.size(), () -> "lines of the legend at " + width + ": " + lines);
        }
    }

    @Test
    void noFigureInATableIsCut(FxRobot robot) throws Exception {
        onEveryTable(
                robot,
                (screen, table) -> {
                    for (Node node : table.lookupAll(".table-cell.figures")) {
                        TableCell<?, ?> cell = (TableCell<?, ?>) node;
                        if (!cell.isEmpty() && cell.getGraphic() == null) {
                            check(screen, cell);
                        }
                    }
                });
        assertEquals(Set.of(), faults);
        assertTrue(looked.size() > 10, () -> "looked at " + looked);
    }

    private void check(Screen screen, Labeled label) {
        if (label.getText() != null && !label.getText().isBlank()) {
            looked.add(screen + " " + label.getText());
            if (cut(label)) {
                faults.add(screen + ": “" + label.getText() + "”");
            }
        }
    }

    private void open() throws Exception {
        FakeDesks desks = new FakeDesks(false, "alpha", "beta");
        desks.own.market(new FakeMarket("ETHUSDT", "alpha", "beta"));
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    window =
                            new Window(
                                    desks,
                                    tasks,
                                    new PlainMemory(),
                                    failure ->
                                            new FaultLog.Fault(
                                                    "C-TEST", Optional.empty(), failure.toString()),
                                    new SystemFileChoice());
                    window.showOn(stage);
                    stage.setWidth(WIDTH);
                    stage.setHeight(HEIGHT);
                });
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () ->
                        WaitForAsyncUtils.waitForAsyncFx(
                                10_000, () -> window.session().open().get() != null));
    }

    private void show(FxRobot robot, Screen screen) throws InterruptedException {
        robot.interact(() -> window.navigation().show(screen));
        Thread.sleep(400);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private interface TableLook {
        void at(Screen screen, TableView<?> table);
    }

    private void onEveryTable(FxRobot robot, TableLook look) throws Exception {
        open();
        for (Screen screen : Screen.values()) {
            show(robot, screen);
            Optional<TabPane> tabs = robot.lookup(".tab-pane").tryQueryAs(TabPane.class);
            int count = tabs.map(pane -> pane.getTabs().size()).orElse(1);
            for (int tab = 0; tab < count; tab++) {
                int chosen = tab;
                robot.interact(() -> tabs.ifPresent(p -> p.getSelectionModel().select(chosen)));
                robot.interact(() -> stage.getScene().getRoot().layout());
                WaitForAsyncUtils.waitForFxEvents();
                for (TableView<?> table : robot.lookup(".table-view").queryAllAs(TableView.class)) {
                    robot.interact(() -> look.at(screen, table));
                }
            }
        }
    }

    private static <R> void sortBy(TableView<R> table, TableColumn<?, ?> column) {
        for (TableColumn<R, ?> own : table.getColumns()) {
            if (own == column) {
                table.getSortOrder().setAll(List.of(own));
            }
        }
        table.getScene().getRoot().applyCss();
        table.getScene().getRoot().layout();
    }

    private static void eachLabel(Node node, Consumer<Labeled> look) {
        if (!node.isVisible()
                || node instanceof VirtualFlow<?>
                || node instanceof TableCell<?, ?>) {
            return;
        }
        if (node instanceof Labeled label) {
            look.accept(label);
        }
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> eachLabel(child, look));
        }
    }

    /// Whether the skin shows less than the text.
    private static boolean cut(Labeled label) {
        List<String> shown = new ArrayList<>();
        for (Node child : label.getChildrenUnmodifiable()) {
            if (child instanceof Text text) {
                shown.add(text.getText());
            }
        }
        return !shown.isEmpty() && !shown.contains(label.getText());
    }
}
