package credence.desktop.fx;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One lane: at most one computation under way, at least `pause` between two starts, the latest request next.
///
/// A result is dropped when a newer request already waits, unless nothing was delivered for a second: requests that
/// come faster than they can be computed must not leave the screen standing still.
final class PacedLane<T> implements Tasks.Lane<T> {

    private static final long STARVED_NANOS = 1_000_000_000L;

    private final Executor workers;
    private final Executor fx;
    private final BiConsumer<Runnable, Duration> timer;
    private final long pauseNanos;
    private final Consumer<? super T> shown;
    private final Consumer<? super Throwable> failed;

    private @Nullable Callable<? extends T> waiting;
    private boolean busy;
    private boolean timed;
    private boolean showing;
    private boolean closed;
    private long startedAt;
    private long deliveredAt;

    PacedLane(
            Executor workers,
            Executor fx,
            BiConsumer<Runnable, Duration> timer,
            Duration pause,
            Consumer<? super T> shown,
            Consumer<? super Throwable> failed) {
        this.workers = workers;
        this.fx = fx;
        this.timer = timer;
        this.pauseNanos = pause.toNanos();
        this.shown = shown;
        this.failed = failed;
        this.startedAt = System.nanoTime() - pauseNanos;
        this.deliveredAt = System.nanoTime();
    }

    @Override
    public synchronized void request(Callable<? extends T> work) {
        waiting = work;
        next();
    }

    @Override
    public synchronized void showing(boolean now) {
        showing = now;
        next();
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting = null;
    }

    private void next() {
        Callable<? extends T> work = waiting;
        if (work == null || busy || timed || !showing || closed) {
            return;
        }
        long rest = startedAt + pauseNanos - System.nanoTime();
        if (rest > 0) {
            timed = true;
            timer.accept(this::rested, Duration.ofNanos(rest));
            return;
        }
        waiting = null;
        busy = true;
        startedAt = System.nanoTime();
        workers.execute(() -> compute(work));
    }

    private synchronized void rested() {
        timed = false;
        next();
    }

    private void compute(Callable<? extends T> work) {
        Runnable delivery = BackgroundTasks.outcome(work, shown, failed);
        fx.execute(
                () -> {
                    if (finished(work)) {
                        delivery.run();
                    }
                });
    }

    /// Whether the result still is worth showing.
    private synchronized boolean finished(Callable<? extends T> work) {
        busy = false;
        if (closed) {
            return false;
        }
        if (!showing) {
            waiting = waiting == null ? work : waiting;
            return false;
        }
        long now = System.nanoTime();
        boolean worth = waiting == null || now - deliveredAt > STARVED_NANOS;
        if (worth) {
            deliveredAt = now;
        }
        next();
        return worth;
    }
}
