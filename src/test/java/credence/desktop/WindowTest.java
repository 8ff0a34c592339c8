package credence.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.desktop.action.Screen;
import credence.desktop.desk.Desks;
import credence.desktop.desk.FaultLog;
import credence.desktop.fx.BackgroundTasks;
import credence.desktop.fx.FileChoice;
import credence.desktop.fx.FxThread;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.desktop.theme.ThemeChoice;
import credence.testkit.FakeDesks;
import credence.testkit.FakeMarket;
import credence.testkit.PlainMemory;
import credence.testkit.StoredDesks;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// The window as a hand uses it, with mouse and keyboard, without a display.
@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private static final String TRADES =
            """
            bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price
            alpha,ETHUSDT,LONG,1,2026-01-01T10:00:00Z,100,2026-01-01T12:00:00Z,110
            alpha,ETHUSDT,SHORT,1,2026-01-02T10:00:00Z,110,2026-01-02T12:00:00Z,115
            beta,ETHUSDT,LONG,2,2026-01-01T10:00:00Z,100,2026-01-01T12:00:00Z,99
            """;

    @TempDir private Path folder;

    private final PlainMemory memory = new PlainMemory();
    private final BackgroundTasks tasks = new BackgroundTasks(new FxThread(), 2);
    private Stage stage;
    private credence.desktop.Window window;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @AfterEach
    void close() {
        if (window != null) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.leave());
        }
        tasks.close();
    }

    private void open(Desks desks) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    window =
                            new credence.desktop.Window(
                                    desks,
                                    tasks,
                                    memory,
                                    failure ->
                                            new FaultLog.Fault(
                                                    "C-TEST",
                                                    Optional.of(Path.of("log")),
                                                    failure.toString()),
                                    new NoFiles());
                    window.showOn(stage);
                });
        waitUntil(
                () ->
                        window.session().open().get() != null
                                || !window.session().trouble().get().isEmpty());
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean seen(FxRobot robot, String text) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Labeled label
                                        && label.isVisible()
                                        && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    private Path trades() throws IOException {
        return Files.writeString(folder.resolve("mine.csv"), TRADES);
    }

    @Test
    void anEmptyWorkspaceSaysWhatIsMissingAndOffersIt(FxRobot robot) throws Exception {
        open(new FakeDesks(false));

        waitUntil(() -> seen(robot, "No bots yet"));
        assertTrue(robot.lookup(".empty-pane .button").tryQuery().isPresent());
    }

    @Test
    void theFirstStartShowsTheSampleUnderARibbon(FxRobot robot) throws Exception {
        open(new FakeDesks(true));

        waitUntil(() -> seen(robot, "Sample data. Import your own fills"));
        waitUntil(() -> seen(robot, "None of these 2 bots is proven."));
        assertTrue(robot.lookup("#ribbon-import").query().isVisible());
    }

    @Test
    void droppedFilesAreCheckedConfirmedKeptAndUndone(FxRobot robot) throws Exception {
        open(new StoredDesks(folder));
        Path file = trades();

        robot.interact(() -> window.imports().take(List.of(file)));
        waitUntil(() -> window.imports().step().get() == Step.CHECKING);
        assertTrue(seen(robot, "3 rows read = 3 new + 0 known already + 0 skipped + 0 refused"));

        robot.clickOn("#import-keep");
        waitUntil(() -> window.imports().step().get() == Step.DONE);
        assertTrue(
                seen(robot, "Imported 3 rows of 2 bots: 3 closed trades and 0 open"),
                () -> window.imports().shown().get().headline());
        waitUntil(() -> window.session().open().get().state().board().bots().size() == 2);

        robot.clickOn("#import-undo");
        waitUntil(() -> window.imports().step().get() == Step.WAITING);
        waitUntil(() -> window.session().open().get().state().board().bots().isEmpty());
    }

    @Test
    void aBrokenRowIsWrittenAnewConfirmedAndUndone(FxRobot robot) throws Exception {
        open(new StoredDesks(folder));
        Path file =
                Files.writeString(
                        folder.resolve("mine.csv"),
                        TRADES.replace("2026-01-02T12:00:00Z,115", "2026-01-02T12:00:00Z,1l5"));

        robot.interact(() -> window.imports().take(List.of(file)));
        waitUntil(
                () -> seen(robot, "3 rows read = 2 new + 0 known already + 0 skipped + 1 refused"));
        waitUntil(() -> robot.lookup("#row-text").tryQuery().filter(Node::isVisible).isPresent());
        TextInputControl row = robot.lookup("#row-text").query();
        assertTrue(row.getText().endsWith("1l5"), row::getText);

        robot.clickOn("#row-text").push(KeyCode.END).push(KeyCode.LEFT).push(KeyCode.BACK_SPACE);
        robot.write("1").push(KeyCode.ENTER);
        waitUntil(
                () -> seen(robot, "3 rows read = 3 new + 0 known already + 0 skipped + 0 refused"));
        assertTrue(
                seen(
                        robot,
                        "The file says: alpha,ETHUSDT,SHORT,1,2026-01-02T10:00:00Z,110,"
                                + "2026-01-02T12:00:00Z,1l5"));

        robot.clickOn("#import-keep");
        waitUntil(() -> window.imports().step().get() == Step.DONE);
        waitUntil(() -> window.session().open().get().state().board().bots().size() == 2);

        robot.clickOn("#import-undo");
        waitUntil(() -> window.imports().step().get() == Step.WAITING);
        waitUntil(() -> window.session().open().get().state().board().bots().isEmpty());
    }

    @Test
    void anImportIsUndoneFromTheJournalAfterAQuestion(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "first"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        waitUntil(() -> seen(robot, "Imports (1)"));
        robot.clickOn("Imports (1)");
        waitUntil(() -> seen(robot, "Undo import 1"));

        robot.clickOn("Undo import 1");
        assertTrue(seen(robot, "Undo import 1?"));
        robot.clickOn("#question-cancel");
        assertFalse(window.session().open().get().state().board().bots().isEmpty());

        robot.clickOn("Undo import 1");
        robot.clickOn("#question-do");
        waitUntil(() -> window.session().open().get().state().board().bots().isEmpty());
    }

    @Test
    void thePaletteRunsWhatIsTyped(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha", "beta"));
        waitUntil(() -> seen(robot, "All 2 bots"));

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("show jour");
        robot.push(KeyCode.ENTER);
        assertEquals(Screen.JOURNAL, window.navigation().screen().get());
        assertFalse(robot.lookup("#palette-field").tryQuery().isPresent());

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("beta");
        robot.push(KeyCode.ENTER);
        assertEquals(Screen.BOT, window.navigation().screen().get());
        assertEquals(new BotId("beta"), window.session().selection().get().focus());
    }

    @Test
    void escapeLeavesThePaletteAndGivesTheFocusBack(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha"));
        robot.interact(() -> stage.getScene().lookup("#side-bot").requestFocus());

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.ESCAPE);

        assertEquals("side-bot", stage.getScene().getFocusOwner().getId());
    }

    @Test
    void lightAndDarkAreSwitchedAndRemembered(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha"));
        ThemeChoice before = window.preferences().theme().get();

        robot.clickOn("#theme-toggle");

        assertNotEquals(before, window.preferences().theme().get());
        assertEquals(window.preferences().theme().get().name(), memory.get("theme").orElse(""));
        robot.clickOn("#theme-toggle");
        assertNotEquals(ThemeChoice.SYSTEM, window.preferences().theme().get());
    }

    @Test
    void questionMarkListsTheShortcutsButNotWhileTyping(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha"));
        robot.interact(() -> stage.getScene().lookup("#side-overview").requestFocus());

        robot.write("?");
        assertTrue(seen(robot, "Shortcuts"));
        assertTrue(seen(robot, "Import my files"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(seen(robot, "Shortcuts"));

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("?");
        assertFalse(seen(robot, "Shortcuts"));
    }

    @Test
    void f1ExplainsWhatHasTheFocus(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha"));
        waitUntil(() -> stage.getScene().lookup("#chooseSpan").isVisible());
        robot.interact(() -> stage.getScene().lookup("#chooseSpan").requestFocus());

        robot.push(KeyCode.F1);

        assertTrue(seen(robot, "Time shown"));
    }

    @Test
    void aMarketIsNamedByOtherRegimesByKeyboard(FxRobot robot) throws Exception {
        FakeDesks desks = new FakeDesks(false, "alpha");
        desks.own.market(new FakeMarket("ETHUSDT", "alpha"));
        open(desks);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        waitUntil(() -> seen(robot, "Volatile, probability 75.0\u202f%"));
        for (int i = 0; i < 30 && !"taxonomies".equals(focused(robot)); i++) {
            robot.push(KeyCode.TAB);
        }

        robot.push(KeyCode.DOWN);

        waitUntil(() -> seen(robot, "Bear defensive, probability 75.0\u202f%"));
    }

    private static @Nullable String focused(FxRobot robot) {
        Node owner = robot.window(0).getScene().getFocusOwner();
        return owner == null ? null : owner.getId();
    }

    @Test
    void everyScreenOpensByKeyboardAndTakesTheFocusAround(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha", "beta"));
        KeyCode[] digits = {
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7
        };
        for (Screen screen : Screen.values()) {
            robot.push(KeyCode.CONTROL, digits[screen.ordinal()]);
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(screen, window.navigation().screen().get());
            List<Node> owners = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                robot.push(KeyCode.TAB);
                owners.add(stage.getScene().getFocusOwner());
            }
            assertTrue(
                    owners.stream().distinct().count() >= 6,
                    () -> screen + " lets the focus reach only " + owners);
        }
    }

    @Test
    void whoHasTheKeyboardCanBeSeenOnEveryScreen(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha", "beta"));
        List<String> unseen = new ArrayList<>();
        int[] stops = {0};
        for (Screen screen : Screen.values()) {
            robot.interact(() -> window.navigation().show(screen));
            Thread.sleep(400);
            robot.interact(() -> stage.getScene().getRoot().layout());
            Set<Node> seen = new LinkedHashSet<>();
            Node[] before = {null};
            int[][] focused = {{}};
            while (true) {
                robot.push(KeyCode.TAB);
                robot.interact(
                        () -> {
                            Node last = before[0];
                            if (last != null && different(focused[0], around(last)) < 40) {
                                unseen.add(screen + ": " + last);
                            }
                            before[0] = stage.getScene().getFocusOwner();
                            focused[0] = around(before[0]);
                        });
                if (!seen.add(before[0])) {
                    break;
                }
                stops[0]++;
            }
        }
        assertEquals(List.of(), unseen);
        assertTrue(stops[0] > 70, () -> "only " + stops[0]);
    }

    /// The pixels of a node and a little around it.
    private int[] around(Node node) {
        Bounds box = node.localToScene(node.getLayoutBounds());
        double margin = 3;
        double x = Math.max(0, box.getMinX() - margin);
        double y = Math.max(0, box.getMinY() - margin);
        double width = Math.min(box.getMaxX() + margin, stage.getScene().getWidth()) - x;
        double height = Math.min(box.getMaxY() + margin, stage.getScene().getHeight()) - y;
        assertTrue(
                width > 0 && height > 0,
                () -> node + " lies at " + box + ", outside of the window");
        SnapshotParameters view = new SnapshotParameters();
        view.setViewport(new Rectangle2D(x, y, width, height));
        WritableImage image = stage.getScene().getRoot().snapshot(view, null);
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] pixels = new int[w * h];
        image.getPixelReader()
                .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        return pixels;
    }

    private static long different(int[] one, int[] other) {
        return IntStream.range(0, Math.min(one.length, other.length))
                .filter(i -> one[i] != other[i])
                .count();
    }

    @Test
    void everyControlHasAnAccessibleName(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha", "beta"));
        List<String> nameless = new ArrayList<>();
        List<Node> looked = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> window.navigation().show(screen));
            Thread.sleep(400);
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(
                    () -> collectNameless(screen, stage.getScene().getRoot(), looked, nameless));
        }
        assertEquals(List.of(), nameless);
        assertTrue(looked.size() > 60, () -> "looked at " + looked.size());
    }

    private static void collectNameless(
            Screen screen, Node node, List<Node> looked, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control control && control.isFocusTraversable()) {
            looked.add(control);
            if (!named(control)) {
                nameless.add(screen + ": " + node);
            }
        }
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable()
                    .forEach(child -> collectNameless(screen, child, looked, nameless));
        }
    }

    private static boolean named(Control control) {
        if (control.getAccessibleText() != null && !control.getAccessibleText().isBlank()) {
            return true;
        }
        if (control instanceof ButtonBase button) {
            return button.getText() != null && !button.getText().isBlank();
        }
        if (control instanceof TableView<?>) {
            return hasNamedParent(control);
        }
        return !(control instanceof TextInputControl || control instanceof ComboBoxBase<?>);
    }

    private static boolean hasNamedParent(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getAccessibleText() != null) {
                return true;
            }
        }
        return false;
    }

    @Test
    void choosingARowOfTheBoardChoosesTheBotEverywhere(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha", "beta"));
        waitUntil(() -> robot.lookup(".table-row-cell").queryAll().size() > 1);

        Node second = robot.lookup(".table-row-cell").nth(1).query();
        robot.clickOn(second);
        assertEquals(new BotId("beta"), window.session().selection().get().focus());

        robot.doubleClickOn(second);
        assertEquals(Screen.BOT, window.navigation().screen().get());
    }

    @Test
    void aWorkspaceInUseIsSaidAndCanBeTriedAgain(FxRobot robot) throws Exception {
        FakeDesks desks = new FakeDesks(false, "alpha");
        desks.breakDown();
        open(desks);

        waitUntil(() -> seen(robot, "The workspace cannot be opened"));
        assertTrue(seen(robot, "The workspace is in use by another program."));
    }

    @Test
    void anUnforeseenFailureShowsACodeAndTheLog(FxRobot robot) throws Exception {
        open(new FakeDesks(false, "alpha"));
        new FxThread()
                .execute(
                        () -> {
                            throw new IllegalStateException("made for the test");
                        });

        waitUntil(() -> seen(robot, "Something went wrong that should not (C-TEST)"));
        robot.clickOn("#fault-carry-on");
        assertFalse(seen(robot, "Something went wrong that should not (C-TEST)"));
    }

    /// Nobody is there to choose files.
    private static final class NoFiles implements FileChoice {

        @Override
        public Optional<Path> save(
                @Nullable Window owner, String title, String suggestedName, Kind kind) {
            return Optional.empty();
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
