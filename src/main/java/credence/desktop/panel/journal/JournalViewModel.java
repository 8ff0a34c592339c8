package credence.desktop.panel.journal;

import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Projector;
import credence.desktop.desk.Selection;
import credence.desktop.desk.Session;
import credence.desktop.fx.Tasks;
import credence.service.TradeQuery;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.Callable;

/// Trades, fills and imports, and the way to take an import back.
public final class JournalViewModel {

    private final Session session;
    private final Jobs jobs;
    private final Notices notices;
    private final Projector<JournalProjection> projector;

    public JournalViewModel(Session session, Tasks tasks, Jobs jobs, Notices notices) {
        this.session = session;
        this.jobs = jobs;
        this.notices = notices;
        this.projector =
                new Projector<>(session, tasks, notices, JournalProjection.NOTHING, this::recipe);
    }

    public ReadOnlyObjectProperty<JournalProjection> shown() {
        return projector.shown();
    }

    /// Whether something newer than what is shown is being computed.
    public ReadOnlyBooleanProperty busy() {
        return projector.busy();
    }

    public void showing(boolean showing) {
        projector.showing(showing);
    }

    /// Takes a whole import back; beliefs are as if it had never been.
    public void undo(long batch) {
        OpenDesk at = session.open().get();
        if (at == null) {
            return;
        }
        var unused =
                jobs.startWhole(
                        "Undoing import " + batch,
                        _ -> {
                            at.desk().undo(batch);
                            return batch;
                        },
                        _ ->
                                notices.say(
                                        Notice.plain(
                                                "Import "
                                                        + batch
                                                        + " was undone. Beliefs are as if it had"
                                                        + " never been; the files stay in the"
                                                        + " archive.")),
                        _ -> {});
    }

    private Callable<JournalProjection> recipe(OpenDesk at) {
        Selection selection = session.selection().get();
        return () -> {
            @Nullable Instant until = at.state().board().asOf();
            return JournalProjection.of(
                    session.trades(at).all(),
                    at.desk().fills(TradeQuery.ALL),
                    at.desk().imports(),
                    selection,
                    selection.span().from(until),
                    selection.span().asOf(until));
        };
    }
}
