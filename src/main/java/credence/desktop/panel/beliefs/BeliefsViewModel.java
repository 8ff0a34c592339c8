package credence.desktop.panel.beliefs;

import credence.core.belief.BeliefPoint;
import credence.core.belief.LearningEvent;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Projector;
import credence.desktop.desk.Selection;
import credence.desktop.desk.Session;
import credence.desktop.fx.Tasks;
import credence.desktop.theme.Figures;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// How beliefs came about, for the chosen bots, or the first of the board while none is chosen.
public final class BeliefsViewModel {

    private static final int TOP = 8;

    private final Session session;
    private final Preferences preferences;
    private final Projector<BeliefsProjection> projector;

    public BeliefsViewModel(
            Session session, Tasks tasks, Notices notices, Preferences preferences) {
        this.session = session;
        this.preferences = preferences;
        this.projector =
                new Projector<>(session, tasks, notices, BeliefsProjection.NOTHING, this::recipe);
        preferences.figures().subscribe(_ -> projector.refresh());
    }

    public ReadOnlyObjectProperty<BeliefsProjection> shown() {
        return projector.shown();
    }

    /// Whether something newer than what is shown is being computed.
    public ReadOnlyBooleanProperty busy() {
        return projector.busy();
    }

    public void showing(boolean showing) {
        projector.showing(showing);
    }

    /// Names to go on to, in the order of the board.
    public List<BotId> bots() {
        OpenDesk at = session.open().get();
        return at == null
                ? List.of()
                : at.state().board().bots().stream().map(BotTrust::bot).toList();
    }

    public void focus(BotId bot) {
        Selection now = session.selection().get();
        if (!bot.equals(now.focus())) {
            session.selection().set(now.focusedOn(bot));
        }
    }

    private Callable<BeliefsProjection> recipe(OpenDesk at) {
        Selection selection = session.selection().get();
        Figures figures = preferences.figures().getValue();
        return () -> {
            TrustBoard board = at.state().board();
            if (board.bots().isEmpty()) {
                return BeliefsProjection.EMPTY;
            }
            @Nullable Instant until = board.asOf();
            @Nullable Instant from = selection.span().from(until);
            Optional<Instant> asOf = Optional.ofNullable(selection.span().asOf(until));
            BotId focus = selection.focus();
            BotId bot = focus == null ? board.bots().getFirst().bot() : focus;
            List<BeliefPoint> points =
                    session.history(at, bot, asOf).stream()
                            .filter(point -> from == null || !point.time().isBefore(from))
                            .toList();
            List<LearningEvent> events =
                    selection.bots().size() == 1
                            ? points.stream().map(BeliefsProjection::event).toList()
                            : at.state().learning().stream()
                                    .filter(event -> selection.includes(event.bot()))
                                    .filter(event -> from == null || !event.time().isBefore(from))
                                    .filter(
                                            event ->
                                                    !event.time().isAfter(asOf.orElse(Instant.MAX)))
                                    .toList();
            List<BotId> weighed =
                    selection.bots().isEmpty()
                            ? board.bots().stream().limit(TOP).map(BotTrust::bot).toList()
                            : selection.bots();
            return BeliefsProjection.of(
                    bot,
                    points,
                    events,
                    weighed,
                    selection.bots().size() == 1,
                    board.summary(),
                    figures);
        };
    }
}
