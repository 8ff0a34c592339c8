package credence.desktop.panel.bot;

import credence.core.belief.BeliefPoint;
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
import credence.service.TradeView;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The bot in focus: the first chosen one, or the first of the board while none is chosen.
public final class BotViewModel {

    private final Session session;
    private final Preferences preferences;
    private final Projector<BotProjection> projector;

    public BotViewModel(Session session, Tasks tasks, Notices notices, Preferences preferences) {
        this.session = session;
        this.preferences = preferences;
        this.projector =
                new Projector<>(session, tasks, notices, BotProjection.NOTHING, this::recipe);
        preferences.figures().subscribe(_ -> projector.refresh());
    }

    public ReadOnlyObjectProperty<BotProjection> shown() {
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

    private Callable<BotProjection> recipe(OpenDesk at) {
        Selection selection = session.selection().get();
        Figures figures = preferences.figures().getValue();
        return () -> {
            @Nullable Instant until = at.state().board().asOf();
            Optional<Instant> asOf = Optional.ofNullable(selection.span().asOf(until));
            TrustBoard board = asOf.isEmpty() ? at.state().board() : at.desk().trust(asOf);
            BotTrust bot = inFocus(board, selection);
            if (bot == null) {
                return BotProjection.EMPTY;
            }
            @Nullable Instant from = selection.span().from(until);
            List<BeliefPoint> points =
                    session.history(at, bot.bot(), asOf).stream()
                            .filter(point -> from == null || !point.time().isBefore(from))
                            .toList();
            List<TradeView> trades =
                    session.trades(at).of(bot.bot().name()).stream()
                            .filter(trade -> within(trade, selection, from, asOf.orElse(null)))
                            .toList();
            return BotProjection.of(board, bot, points, trades, figures);
        };
    }

    private static @Nullable BotTrust inFocus(TrustBoard board, Selection selection) {
        BotId focus = selection.focus();
        for (BotTrust bot : board.bots()) {
            if (focus == null || bot.bot().equals(focus)) {
                return bot;
            }
        }
        return board.bots().isEmpty() ? null : board.bots().getFirst();
    }

    private static boolean within(
            TradeView trade, Selection selection, @Nullable Instant from, @Nullable Instant asOf) {
        Instant end = trade.exitTime() == null ? trade.entryTime() : trade.exitTime();
        return (from == null || !end.isBefore(from))
                && (asOf == null || !trade.entryTime().isAfter(asOf))
                && selection.symbol().map(trade.symbol()::equals).orElse(true);
    }
}
