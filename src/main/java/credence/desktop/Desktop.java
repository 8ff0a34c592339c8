package credence.desktop;

import credence.desktop.desk.Desks;
import credence.desktop.desk.FaultLog;
import credence.desktop.desk.Memory;
import credence.desktop.fx.BackgroundTasks;
import credence.desktop.fx.FxThread;
import credence.desktop.fx.SystemFileChoice;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Runs the desktop until its window is closed. No `Application` subclass: the toolkit is started, the window put together from plain
/// constructors, and nothing needs to be found again through static state.
public final class Desktop {

    private static final int WORKERS = 3;

    private final Desks desks;
    private final Memory memory;
    private final FaultLog faults;

    public Desktop(Desks desks, Memory memory, FaultLog faults) {
        this.desks = desks;
        this.memory = memory;
        this.faults = faults;
    }

    /// Shows the window and waits until it is closed; then the workspace is closed too. Once per program.
    ///
    /// @return whether a workspace was open at the end; if not, the window said why
    /// @throws UnsupportedOperationException when there is no display to show a window on
    /// @throws IllegalStateException when the window cannot be built
    public boolean run() throws InterruptedException {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (BackgroundTasks tasks = new BackgroundTasks(new FxThread(), WORKERS)) {
            Platform.startup(
                    () -> {
                        try {
                            show(tasks, closed);
                        } catch (RuntimeException | Error failure) {
                            closed.completeExceptionally(failure);
                        }
                    });
            return closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window cannot be built", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private void show(BackgroundTasks tasks, CompletableFuture<Boolean> closed) {
        Window window = new Window(desks, tasks, memory, faults, new SystemFileChoice());
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.complete(window.leave()));
        window.showOn(stage);
    }
}
