package credence.desktop.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The tasks of a running desktop: a small pool computes, the JavaFX thread shows.
///
/// Closing stops the pool without waiting; nothing is delivered after it.
public final class BackgroundTasks implements Tasks, AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Executor fx;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;

    /// @param threads how many projections may be computed at the same time, at least 1
    public BackgroundTasks(Executor fx, int threads) {
        this.fx = fx;
        this.workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("view-", 1).daemon().factory());
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("view-pace").daemon().factory());
    }

    @Override
    public <T> Running run(
            Callable<? extends T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Future<?> future =
                workers.submit(
                        () -> {
                            Runnable delivery = outcome(work, done, failed);
                            fx.execute(
                                    () -> {
                                        if (!cancelled.get()) {
                                            delivery.run();
                                        }
                                    });
                        });
        return () -> {
            cancelled.set(true);
            future.cancel(true);
        };
    }

    @Override
    public <T> Lane<T> lane(Consumer<? super T> shown, Consumer<? super Throwable> failed) {
        return new PacedLane<>(workers, fx, this::later, PAUSE, shown, failed);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private void later(Runnable action, Duration delay) {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Does the work here and returns what must be said about it on the other side.
    static <T> Runnable outcome(
            Callable<? extends T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Exception | Error failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return () -> failed.accept(failure);
        }
    }
}
