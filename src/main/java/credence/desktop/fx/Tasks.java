package credence.desktop.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Where views have their work done: computed off the JavaFX thread, delivered on it.
///
/// A view asks for a `Tasks` in its constructor, so that a test can hand it one that does everything at once.
public interface Tasks {

    /// Runs work once. Exactly one of the two consumers is called, on the JavaFX thread, unless the task is cancelled.
    <T> Running run(
            Callable<? extends T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed);

    /// A place for one kind of result: of all requests only the latest is computed and delivered, at most ten times a
    /// second, and only while the lane is showing. A lane starts hidden.
    <T> Lane<T> lane(Consumer<? super T> shown, Consumer<? super Throwable> failed);

    /// Work under way.
    interface Running {

        /// Interrupts the work if it still runs; nothing is delivered afterwards.
        void cancel();
    }

    /// See [#lane].
    interface Lane<T> {

        /// Replaces whatever was asked for before.
        void request(Callable<? extends T> work);

        /// Hidden lanes compute nothing; the latest request waits until the lane shows again.
        void showing(boolean showing);

        /// Forgets the waiting request and delivers nothing more.
        void close();
    }
}
