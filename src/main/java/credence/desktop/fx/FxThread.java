package credence.desktop.fx;

import javafx.application.Platform;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs actions on the JavaFX application thread, in the order given. The only place that calls `Platform.runLater`.
///
/// Actions given before the thread gets to them are run together, so a flood of them queues one event, not thousands.
/// An action that throws does not stop those behind it: the failure goes to the thread's uncaught handler.
public final class FxThread implements Executor {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean announced = new AtomicBoolean();

    @Override
    public void execute(Runnable action) {
        waiting.add(action);
        if (announced.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    /// Whether the caller is on the JavaFX application thread.
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    private void drain() {
        announced.set(false);
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            try {
                next.run();
            } catch (RuntimeException | Error failure) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
            }
        }
    }
}
