package credence.desktop.desk;

import credence.core.belief.BeliefPoint;
import credence.core.value.BotId;
import credence.desktop.fx.Tasks;
import credence.service.Feed;
import credence.service.TradeQuery;
import credence.service.port.Progress;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the window works on: the open desk, its latest state, and the trader's selection. Used on the JavaFX thread, but for [#trades] and [#history].
///
/// The state follows the feed of the desk, at most ten times a second, the latest only.
public final class Session implements AutoCloseable {

    private final Desks desks;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable OpenDesk> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(Selection.EVERYTHING);
    private final Tasks.Lane<OpenDesk> states;
    private Feed.@Nullable Subscription feed;
    private @Nullable Desk bookOf;
    private TradeBook book = TradeBook.EMPTY;
    private final Map<Asked, List<BeliefPoint>> histories =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, List<BeliefPoint>> eldest) {
                    return size() > HISTORIES;
                }
            };

    private static final int HISTORIES = 6;

    /// What a history was asked for.
    private record Asked(Desk desk, long version, BotId bot, Optional<Instant> asOf) {}

    public Session(Desks desks, Tasks tasks, Jobs jobs, Notices notices) {
        this.desks = desks;
        this.jobs = jobs;
        this.states = tasks.lane(this::follow, notices::failed);
        states.showing(true);
    }

    /// The open desk and its latest state; absent while none is open.
    public ReadOnlyObjectProperty<@Nullable OpenDesk> open() {
        return open.getReadOnlyProperty();
    }

    /// Why no desk is open, in words for the trader; empty when one is, or is being opened.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public ObjectProperty<Selection> selection() {
        return selection;
    }

    public boolean sample() {
        OpenDesk now = open.get();
        return now != null && now.desk().sample();
    }

    public void openFirst() {
        open("Opening the workspace", desks::openFirst, () -> {});
    }

    public void openSample() {
        open("Opening the sample", desks::openSample, () -> {});
    }

    /// Opens the trader's own workspace, if it is not open, then goes on.
    public void openOwn(Runnable then) {
        if (open.get() != null && !sample()) {
            then.run();
        } else {
            open("Opening your workspace", desks::openOwn, then);
        }
    }

    /// The trades of a state. Called by workers; computed once for each state.
    public synchronized TradeBook trades(OpenDesk at) {
        if (bookOf != at.desk() || book.version() != at.state().version()) {
            book = TradeBook.of(at.state().version(), at.desk().trades(TradeQuery.ALL));
            bookOf = at.desk();
        }
        return book;
    }

    /// The belief after every outcome of a bot, oldest first. Called by workers; the last few are kept.
    public List<BeliefPoint> history(OpenDesk at, BotId bot, Optional<Instant> asOf) {
        Asked asked = new Asked(at.desk(), at.state().version(), bot, asOf);
        synchronized (histories) {
            List<BeliefPoint> known = histories.get(asked);
            if (known != null) {
                return known;
            }
        }
        List<BeliefPoint> points = at.desk().history(bot, asOf, Progress.NONE).points();
        synchronized (histories) {
            histories.put(asked, points);
        }
        return points;
    }

    @Override
    public void close() {
        states.close();
        leave();
        OpenDesk last = open.get();
        open.set(null);
        if (last != null) {
            last.desk().close();
        }
    }

    private void open(String words, Function<Job, Desk> opener, Runnable then) {
        leave();
        OpenDesk before = open.get();
        open.set(null);
        trouble.set("");
        selection.set(Selection.EVERYTHING);
        var unused =
                jobs.startWhole(
                        words,
                        job -> {
                            if (before != null) {
                                before.desk().close();
                            }
                            return opener.apply(job);
                        },
                        opened -> {
                            enter(opened);
                            then.run();
                        },
                        failure ->
                                trouble.set(
                                        String.valueOf(
                                                failure.getMessage() == null
                                                        ? failure
                                                        : failure.getMessage())));
    }

    private void enter(Desk opened) {
        feed = opened.subscribe(_ -> look(opened));
        open.set(new OpenDesk(opened, opened.state()));
    }

    private void look(Desk at) {
        states.request(() -> new OpenDesk(at, at.state()));
    }

    // A state that was computed for a desk which has been left since is not shown.
    private void follow(OpenDesk latest) {
        OpenDesk shown = open.get();
        if (shown != null && shown.desk() == latest.desk()) {
            open.set(latest);
        }
    }

    private void leave() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
