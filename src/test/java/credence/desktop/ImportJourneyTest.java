package credence.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.desk.FaultLog;
import credence.desktop.fx.BackgroundTasks;
import credence.desktop.fx.FileChoice;
import credence.desktop.fx.FxThread;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.desktop.panel.importing.OwnerLine;
import credence.service.port.mapping.Role;
import credence.testkit.PlainMemory;
import credence.testkit.StoredDesks;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A file of no known format, from the drop to its next import without a question.
@ExtendWith(ApplicationExtension.class)
class ImportJourneyTest {

    private static final String UNKNOWN =
            """
            Ausführung;Instrument;Kauf/Verkauf;Stück;Kurs;Entgelt;Notiz
            02.03.2026 09:31:05;ETHUSDT;Kauf;1,5;2.310,25;0,75;alpha
            02.03.2026 11:02:17;ETHUSDT;Verkauf;1,5;2.331,75;0,76;alpha
            13.03.2026 10:15:40;BTCUSDT;Verkauf;0,02;88.120,50;1,10;beta
            13.03.2026 10:55:12;BTCUSDT;Kauf;0,02;87.800,00;1,12;beta
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
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.leave());
        tasks.close();
    }

    @Test
    void anUnknownFileIsMappedAssignedKeptAndReadByItsProfileTheNextTime(FxRobot robot)
            throws Exception {
        open();
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Path file = Files.writeString(exports.resolve("desk.csv"), UNKNOWN);

        drop(robot, file);
        assertTrue(window.imports().maps());
        assertEquals("", window.imports().form().get().zone());
        enter(robot, "#zone", "Europe/Berlin");
        until(() -> window.imports().shown().get().keeps() == 4);
        assertTrue(seen(robot, "02.03.2026 09:31:05"), "the time as it stands in the file");
        assertTrue(seen(robot, "2026-03-02 08:31:05"), "the same in UTC");

        choose(robot, "What the column Entgelt means", Role.COMMISSION);
        until(
                () ->
                        window.imports().step().get() == Step.CHECKING
                                && window.imports()
                                        .form()
                                        .get()
                                        .mapping()
                                        .flatMap(p -> p.mapping())
                                        .flatMap(m -> m.column(Role.COMMISSION))
                                        .isPresent());

        robot.clickOn("Whose they are (asked)");
        pick(robot, "#assign-by", "value of the column “Notiz”");
        until(() -> !window.imports().assigning().asked());
        assertEquals(
                List.of(
                        new OwnerLine("alpha", "default", 2, 0),
                        new OwnerLine("beta", "default", 2, 0)),
                window.imports().assigning().preview().get());
        assertEquals(0, bots(), "nothing is kept before it is confirmed");

        robot.clickOn("#import-keep");
        until(() -> window.imports().step().get() == Step.DONE);
        until(() -> bots() == 2);
        assertTrue(
                seen(robot, "Save a profile first: a folder is watched by what it says."),
                "why the folder cannot be watched yet");

        enter(robot, "#result-profile", "My desk");
        until(() -> seen(robot, "Files of these columns are read as the profile “My desk” says."));

        robot.clickOn("#result-watch");
        until(() -> seen(robot, "The folder is watched already."));

        robot.clickOn("#import-undo");
        until(() -> window.imports().step().get() == Step.WAITING);
        until(() -> bots() == 0);
        until(
                () ->
                        seen(
                                robot,
                                "6 columns mapped, times in Europe/Berlin, 1 rule, used by"
                                        + " itself"));
        robot.clickOn(named(robot, "Stop watching " + exports));

        drop(robot, file);
        assertFalse(window.imports().maps());
        assertEquals("", window.imports().shown().get().asksText());
        assertEquals(4, window.imports().shown().get().keeps());
        assertFalse(window.imports().assigning().asked());
        assertTrue(window.actions().get("import.keep").enabled());
        robot.clickOn("#import-keep");
        until(() -> window.imports().step().get() == Step.DONE);
        until(() -> bots() == 2);
    }

    /// Two lots of a currency: nobody can tell whether the profit is the one before or after the commission.
    private static final String UNTOLD =
            """
            Opened,Closed,Pair,Side,Lots,Entry,Exit,Commission,Swap,Profit
            2026-01-05 10:00,2026-01-05 14:30,EURUSD,Long,0.50,1.08000,1.08400,3.50,-1.00,196.50
            2026-01-06 10:00,2026-01-07 09:15,EURUSD,Short,1.00,1.08400,1.08600,7.00,1.25,-208.25
            """;

    @Test
    void aResultThatNobodyCanTellIsAskedForAndTheCursorStandsAtTheFirstOpenQuestion(FxRobot robot)
            throws Exception {
        open();
        Path file = Files.writeString(folder.resolve("lots.csv"), UNTOLD);

        drop(robot, file);
        assertTrue(
                seen(
                        robot,
                        "The rows do not tell whether “Profit” is the result before or after costs."
                            + " Say which: map it as gross-pnl (before costs) or net-pnl (after all"
                            + " costs)."),
                "the question in words");
        assertFalse(window.actions().get("import.keep").enabled());
        assertEquals("answer-after-costs", focused());

        robot.clickOn("#answer-after-costs");
        until(
                () ->
                        window.imports().step().get() == Step.CHECKING
                                && mapped(Role.NET_PNL).isPresent());
        until(() -> "zone".equals(focused()));

        enter(robot, "#zone", "UTC");
        until(() -> window.imports().shown().get().keeps() == 2);
        assertTrue(window.actions().get("import.keep").enabled());
    }

    @Test
    void theCursorLeavesAFieldThatNothingWasTypedIntoForWhatIsAsked(FxRobot robot)
            throws Exception {
        open();
        Path file =
                Files.writeString(
                        folder.resolve("fills.csv"),
                        """
                        time,symbol,side,quantity,price,bot
                        2026-01-05 10:00:00,AAPL,BUY,1,200,alpha
                        2026-01-05 12:00:00,AAPL,SELL,1,201,alpha
                        """);
        drop(robot, file);
        until(() -> "zone".equals(focused()));
        robot.clickOn("#bot");
        assertEquals("bot", focused());

        drop(robot, file);
        until(() -> "zone".equals(focused()));
    }

    private Optional<?> mapped(Role role) {
        return window.imports()
                .form()
                .get()
                .mapping()
                .flatMap(p -> p.mapping())
                .flatMap(m -> m.column(role));
    }

    private String focused() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null || owner.getId() == null ? String.valueOf(owner) : owner.getId();
    }

    private int bots() {
        var at = window.session().open().get();
        return at == null ? -1 : at.state().board().bots().size();
    }

    private void open() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    window =
                            new credence.desktop.Window(
                                    new StoredDesks(folder),
                                    tasks,
                                    memory,
                                    failure ->
                                            new FaultLog.Fault(
                                                    "C-TEST",
                                                    Optional.of(Path.of("log")),
                                                    failure.toString()),
                                    new NoFiles());
                    window.showOn(stage);
                    stage.setWidth(1440);
                    stage.setHeight(900);
                });
        until(() -> window.session().open().get() != null);
    }

    private void drop(FxRobot robot, Path file) throws TimeoutException {
        robot.interact(() -> window.imports().take(List.of(file)));
        until(() -> window.imports().step().get() == Step.CHECKING);
    }

    private static void enter(FxRobot robot, String field, String text) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(FxRobot robot, String accessible, Object value) {
        robot.interact(() -> box(named(robot, accessible)).setValue(value));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void pick(FxRobot robot, String field, String words) {
        ComboBox<Object> box = box(robot.lookup(field).query());
        robot.interact(
                () ->
                        box.setValue(
                                box.getItems().stream()
                                        .filter(item -> words.equals(String.valueOf(item)))
                                        .findFirst()
                                        .orElseThrow()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked") // of whatever it holds
    private static ComboBox<Object> box(Node node) {
        return (ComboBox<Object>) node;
    }

    private static Node named(FxRobot robot, String accessible) {
        return robot.lookup((Node node) -> accessible.equals(node.getAccessibleText())).query();
    }

    private static boolean seen(FxRobot robot, String text) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Labeled label
                                        && label.isVisible()
                                        && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        WaitForAsyncUtils.waitForFxEvents();
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
