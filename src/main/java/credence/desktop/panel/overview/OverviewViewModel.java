package credence.desktop.panel.overview;

import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.desktop.action.Navigation;
import credence.desktop.action.Screen;
import credence.desktop.chart.TimePicture;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Projector;
import credence.desktop.desk.Selection;
import credence.desktop.desk.Session;
import credence.desktop.desk.TradeBook;
import credence.desktop.fx.Tasks;
import credence.desktop.theme.Figures;
import credence.service.MarketTimeline;
import credence.service.port.Progress;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableObjectValue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The trust board, and the way from it to a single bot.
public final class OverviewViewModel {

    /// The ribbon needs spans, not candles.
    private static final int CANDLES = 2;

    private final Session session;
    private final Preferences preferences;
    private final Navigation navigation;
    private final Projector<OverviewProjection> projector;
    private final Projector<Optional<TimePicture>> equity;

    public OverviewViewModel(
            Session session,
            Tasks tasks,
            Notices notices,
            Preferences preferences,
            Navigation navigation) {
        this.session = session;
        this.preferences = preferences;
        this.navigation = navigation;
        this.projector =
                new Projector<>(session, tasks, notices, OverviewProjection.NOTHING, this::recipe);
        this.equity = new Projector<>(session, tasks, notices, Optional.empty(), this::realised);
        preferences
                .figures()
                .subscribe(
                        _ -> {
                            projector.refresh();
                            equity.refresh();
                        });
    }

    /// What the chosen bots realised, with the regimes beneath; known a little later than the board.
    public ReadOnlyObjectProperty<Optional<TimePicture>> equity() {
        return equity.shown();
    }

    public ReadOnlyObjectProperty<OverviewProjection> shown() {
        return projector.shown();
    }

    /// Whether something newer than what is shown is being computed.
    public ReadOnlyBooleanProperty busy() {
        return projector.busy();
    }

    public void showing(boolean showing) {
        projector.showing(showing);
        equity.showing(showing);
    }

    /// What all screens show.
    public ObservableObjectValue<Selection> selection() {
        return session.selection();
    }

    /// Makes these the bots that all screens show.
    public void choose(List<BotId> bots) {
        Selection now = session.selection().get();
        if (!now.bots().equals(bots)) {
            session.selection().set(now.withBots(bots));
        }
    }

    /// Goes on to the screen that explains a bot.
    public void open(BotId bot) {
        session.selection().set(session.selection().get().focusedOn(bot));
        navigation.show(Screen.BOT);
    }

    private Callable<Optional<TimePicture>> realised(OpenDesk at) {
        Selection selection = session.selection().get();
        Figures figures = preferences.figures().getValue();
        return () -> {
            @Nullable Instant latest = at.state().board().asOf();
            if (latest == null) {
                return Optional.empty();
            }
            Optional<Instant> asOf = Optional.ofNullable(selection.span().asOf(latest));
            @Nullable Instant from = selection.span().from(latest);
            Instant until = asOf.orElse(latest);
            Optional<MarketTimeline> market =
                    selection
                            .market(at.desk().markets(asOf))
                            .map(
                                    symbol ->
                                            at.desk()
                                                    .timeline(
                                                            symbol,
                                                            from == null ? Instant.EPOCH : from,
                                                            until,
                                                            CANDLES,
                                                            asOf,
                                                            Progress.NONE));
            return Optional.of(
                    Equity.picture(session.trades(at), selection, from, until, market, figures));
        };
    }

    private Callable<OverviewProjection> recipe(OpenDesk at) {
        Selection selection = session.selection().get();
        Figures figures = preferences.figures().getValue();
        return () -> {
            @Nullable Instant asOf = selection.span().asOf(at.state().board().asOf());
            TrustBoard board =
                    asOf == null ? at.state().board() : at.desk().trust(Optional.of(asOf));
            TradeBook book = selection.symbol().isPresent() ? session.trades(at) : TradeBook.EMPTY;
            return OverviewProjection.of(board, book, selection, figures);
        };
    }
}
