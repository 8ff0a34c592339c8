package credence.desktop.desk;

import credence.desktop.fx.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// The long tasks of the program: each runs off the JavaFX thread, is seen in the status bar and can be stopped there.
public final class Jobs {

    private final Tasks tasks;
    private final Notices notices;
    private final List<Job> running = new CopyOnWriteArrayList<>();
    private final ReadOnlyObjectWrapper<List<Job.Reading>> readings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Tasks.Lane<List<Job.Reading>> lane;

    public Jobs(Tasks tasks, Notices notices) {
        this.tasks = tasks;
        this.notices = notices;
        this.lane = tasks.lane(readings::set, notices::failed);
        lane.showing(true);
    }

    /// What is under way, oldest first.
    public ReadOnlyObjectProperty<List<Job.Reading>> readings() {
        return readings.getReadOnlyProperty();
    }

    /// Starts a task that can be stopped.
    ///
    /// @param words what it does, such as "Reading 61 files"
    /// @param done called on the JavaFX thread with the result
    /// @param failed called on the JavaFX thread when it failed or was stopped, after the trader was told
    public <T> Job start(
            String words,
            Function<? super Job, ? extends T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        return run(new Job(words, true, this::look), work, done, failed);
    }

    /// Starts a task that, once begun, runs to its end.
    public <T> Job startWhole(
            String words,
            Function<? super Job, ? extends T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        return run(new Job(words, false, this::look), work, done, failed);
    }

    /// Asks every task to stop that can.
    public void cancelAll() {
        running.forEach(Job::cancel);
    }

    private <T> Job run(
            Job job,
            Function<? super Job, ? extends T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        running.add(job);
        readings.set(now());
        var unused =
                tasks.<T>run(
                        () -> work.apply(job),
                        result -> {
                            finish(job);
                            done.accept(result);
                        },
                        failure -> {
                            finish(job);
                            if (failure instanceof CancellationException && job.superseded()) {
                                failed.accept(failure);
                                return;
                            }
                            if (failure instanceof CancellationException) {
                                notices.say(
                                        Notice.plain(
                                                "Stopped: "
                                                        + job.reading().words()
                                                        + ". Nothing was changed."));
                            } else {
                                notices.failed(failure);
                            }
                            failed.accept(failure);
                        });
        return job;
    }

    private void finish(Job job) {
        running.remove(job);
        readings.set(now());
        look(); // a look that was under way may still bring the job that has ended
    }

    private void look() {
        lane.request(this::now);
    }

    private List<Job.Reading> now() {
        List<Job.Reading> all = new ArrayList<>();
        running.forEach(job -> all.add(job.reading()));
        return List.copyOf(all);
    }
}
