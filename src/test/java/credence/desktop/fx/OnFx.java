package credence.desktop.fx;

import javafx.application.Platform;
import javafx.scene.Scene;

import org.testfx.api.FxToolkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs parts of a test on the JavaFX thread, starting the toolkit when needed.
public final class OnFx {

    private static final long PATIENCE_SECONDS = 30;

    private OnFx() {}

    /// What an action may do that gives nothing back.
    public interface Action {
        void run() throws Exception;
    }

    public static <T> T get(Callable<T> work) {
        try {
            FxToolkit.registerPrimaryStage();
            if (Platform.isFxApplicationThread()) {
                return work.call();
            }
            FutureTask<T> task = new FutureTask<>(work);
            Platform.runLater(task);
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new AssertionError("failed on the JavaFX thread", failure.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("the JavaFX thread is stuck", stuck);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    public static void run(Action action) {
        Object unused =
                get(
                        () -> {
                            action.run();
                            return "";
                        });
    }

    /// Waits until a scene was laid out and drawn `count` times.
    public static void pulses(Scene scene, int count) {
        for (int i = 0; i < count; i++) {
            CountDownLatch drawn = new CountDownLatch(1);
            Runnable listener = drawn::countDown;
            run(
                    () -> {
                        scene.addPostLayoutPulseListener(listener);
                        Platform.requestNextPulse();
                    });
            try {
                if (!drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("no pulse came");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
            run(() -> scene.removePostLayoutPulseListener(listener));
        }
    }
}
