package credence.desktop.fx;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Tasks for tests: everything happens at once, on the calling thread. Lanes obey `showing`, not the clock.
public final class DirectTasks implements Tasks {

    @Override
    public <T> Running run(
            Callable<? extends T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        BackgroundTasks.<T>outcome(work, done, failed).run();
        return () -> {};
    }

    @Override
    public <T> Lane<T> lane(Consumer<? super T> shown, Consumer<? super Throwable> failed) {
        return new Lane<>() {

            private @Nullable Callable<? extends T> waiting;
            private boolean showing;
            private boolean closed;

            @Override
            public void request(Callable<? extends T> work) {
                waiting = work;
                next();
            }

            @Override
            public void showing(boolean now) {
                showing = now;
                next();
            }

            @Override
            public void close() {
                closed = true;
            }

            private void next() {
                Callable<? extends T> work = waiting;
                if (work != null && showing && !closed) {
                    waiting = null;
                    BackgroundTasks.<T>outcome(work, shown, failed).run();
                }
            }
        };
    }
}
