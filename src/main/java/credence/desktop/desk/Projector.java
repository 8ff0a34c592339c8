package credence.desktop.desk;

import credence.desktop.fx.Tasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.concurrent.Callable;
import java.util.function.Function;

/// Keeps what one screen shows up to date: follows the open desk and the selection, has the projection computed off the JavaFX thread,
/// and delivers the latest one while the screen shows.
///
/// @param <P> projection: a record of exactly what is shown
public final class Projector<P> {

    private final Session session;
    private final P nothing;
    private final Function<OpenDesk, Callable<P>> recipe;
    private final ReadOnlyObjectWrapper<P> shown;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Tasks.Lane<Made<P>> lane;
    private long asked;

    /// @param nothing shown while no desk is open
    /// @param recipe called on the JavaFX thread to take hold of all inputs; the work it returns is done elsewhere
    public Projector(
            Session session,
            Tasks tasks,
            Notices notices,
            P nothing,
            Function<OpenDesk, Callable<P>> recipe) {
        this.session = session;
        this.nothing = nothing;
        this.recipe = recipe;
        this.shown = new ReadOnlyObjectWrapper<>(nothing);
        this.lane =
                tasks.lane(
                        this::show,
                        failure -> {
                            busy.set(false);
                            notices.failed(failure);
                        });
        session.open().subscribe(_ -> refresh());
        session.selection().subscribe(_ -> refresh());
    }

    public ReadOnlyObjectProperty<P> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether something newer than what is shown is being computed, or waits to be.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the screen can be seen. Hidden screens cost nothing.
    public void showing(boolean showing) {
        lane.showing(showing);
    }

    /// Computes anew; called when an input other than desk and selection has changed.
    public void refresh() {
        OpenDesk at = session.open().get();
        if (at == null) {
            busy.set(false);
            shown.set(nothing);
            return;
        }
        Callable<P> work = recipe.apply(at);
        long number = ++asked;
        busy.set(true);
        lane.request(() -> new Made<>(number, at.desk(), work.call()));
    }

    // What was computed for a desk that has been left since is not shown.
    private void show(Made<P> made) {
        OpenDesk now = session.open().get();
        if (now != null && now.desk() == made.desk()) {
            busy.set(made.number() != asked);
            shown.set(made.projection());
        }
    }

    private record Made<P>(long number, Desk desk, P projection) {}
}
