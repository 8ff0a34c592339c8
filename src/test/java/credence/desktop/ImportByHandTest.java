package credence.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.desk.FaultLog;
import credence.desktop.fx.BackgroundTasks;
import credence.desktop.fx.FileChoice;
import credence.desktop.fx.FxThread;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.testkit.FillFile;
import credence.testkit.PlainMemory;
import credence.testkit.StoredDesks;

import javafx.scene.Node;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// An import in the window by the keyboard alone, and one that is cancelled at any moment.
@ExtendWith(ApplicationExtension.class)
class ImportByHandTest {

    /// How often Tab may be pressed until the next step is reached.
    private static final int STEPS = 2;

    /// Names no zone and no bot.
    private static final String CLOSED =
            """
            symbol,side,quantity,entry_time,entry_price,exit_time,exit_price
            ETHUSDT,long,1.5,2026-03-27 21:30:00,2310.25,2026-03-29 04:15:00,2331.75
            BTCUSDT,short,0.02,2026-03-30 10:15:40,88120.5,2026-03-30 10:55:12,87800
            """;

    @TempDir private Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks(new FxThread(), 2);
    private final One chosen = new One();
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
    void aFileIsChosenAnsweredForKeptAndUndoneByTheKeyboardAlone(FxRobot robot) throws Exception {
        open();
        chosen.file = Files.writeString(folder.resolve("closed.csv"), CLOSED);

        robot.push(KeyCode.CONTROL, KeyCode.I);
        until(() -> window.imports().step().get() == Step.CHECKING);
        // The cursor stands where the next answer is wanted.
        until(() -> within(focused(), "bot"));
        robot.write("swing").push(KeyCode.ENTER);
        until(() -> within(focused(), "zone"));
        robot.write("Europe/Berlin").push(KeyCode.ENTER);
        until(() -> window.imports().shown().get().keeps() == 2);

        tabTo(robot, "import-keep");
        robot.push(KeyCode.SPACE);
        until(() -> window.imports().step().get() == Step.DONE);
        until(() -> bots() == 1);

        tabTo(robot, "import-undo");
        robot.push(KeyCode.SPACE);
        until(() -> window.imports().step().get() == Step.WAITING);
        until(() -> bots() == 0);
        tabTo(robot, "import-files");
    }

    @Test
    void anImportCancelledWhileItIsReadOrKeptLeavesNoTrace(FxRobot robot) throws Exception {
        open();
        Path file = FillFile.write(folder.resolve("fills.csv"), 60_000).path();

        robot.interact(() -> window.imports().take(List.of(file)));
        until(() -> window.imports().step().get() == Step.READING);
        robot.interact(() -> window.actions().get("import.stop").run());
        until(() -> window.imports().step().get() == Step.WAITING);

        robot.interact(() -> window.imports().take(List.of(file)));
        until(() -> window.imports().step().get() == Step.CHECKING);
        robot.interact(() -> window.actions().get("import.keep").run());
        until(() -> copies() == 1);
        assertEquals(Step.KEEPING, window.imports().step().get());
        robot.interact(() -> window.actions().get("import.stop").run());
        until(() -> window.imports().step().get() == Step.CHECKING);
        assertEquals(0, bots());
        assertEquals(0, copies());
        assertTrue(window.session().open().get().desk().imports().isEmpty());
        assertTrue(window.session().open().get().desk().broken().isEmpty());

        robot.interact(() -> window.actions().get("import.keep").run());
        until(() -> window.imports().step().get() == Step.DONE);
        until(() -> bots() == FillFile.BOTS);
    }

    private long copies() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("own").resolve("archive"))) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".part"))
                    .count();
        }
    }

    private int bots() {
        var at = window.session().open().get();
        return at == null ? -1 : at.state().board().bots().size();
    }

    private @Nullable Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private static boolean within(@Nullable Node node, String id) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (id.equals(n.getId())) {
                return true;
            }
        }
        return false;
    }

    private void tabTo(FxRobot robot, String id) throws TimeoutException {
        StringBuilder way = new StringBuilder();
        for (int i = 0; i <= STEPS; i++) {
            Node now = focused();
            if (within(now, id)) {
                return;
            }
            way.append(' ').append(now == null ? "nothing" : now.getId());
            robot.push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError("Tab never reaches " + id + ":" + way);
    }

    private void open() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    window =
                            new credence.desktop.Window(
                                    new StoredDesks(folder),
                                    tasks,
                                    new PlainMemory(),
                                    failure ->
                                            new FaultLog.Fault(
                                                    "C-TEST",
                                                    Optional.of(Path.of("log")),
                                                    failure.toString()),
                                    chosen);
                    window.showOn(stage);
                    stage.setWidth(1440);
                    stage.setHeight(900);
                });
        until(() -> window.session().open().get() != null);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The trader, who knows the file.
    private static final class One implements FileChoice {

        private Path file = Path.of("");

        @Override
        public Optional<Path> save(
                @Nullable Window owner, String title, String suggestedName, Kind kind) {
            return Optional.empty();
        }

        @Override
        public List<Path> open(@Nullable Window owner, String title, List<Kind> kinds) {
            return List.of(file);
        }

        @Override
        public Optional<Path> folder(@Nullable Window owner, String title) {
            return Optional.empty();
        }
    }
}
