package credence.desktop.panel.regimes;

import credence.core.regime.FleetDependence;
import credence.core.regime.Taxonomy;
import credence.core.trust.TrustBoard;
import credence.core.value.Symbol;
import credence.desktop.action.Emptiness;
import credence.desktop.desk.Desk;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Projector;
import credence.desktop.desk.Selection;
import credence.desktop.desk.Session;
import credence.desktop.fx.Tasks;
import credence.desktop.theme.Figures;
import credence.service.MarketTimeline;
import credence.service.RegimeReport;
import credence.service.SituationReport;
import credence.service.port.Progress;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What a market is doing, in the chosen taxonomy, for the chosen symbol or the one to look at first.
public final class RegimesViewModel {

    /// More candles than this are drawn several as one: two years of hours and a few are less.
    static final int MOST_CANDLES = 24_000;

    private final Session session;
    private final Preferences preferences;
    private final Projector<RegimesProjection> projector;
    private final ObjectProperty<Taxonomy> taxonomy = new SimpleObjectProperty<>(Taxonomy.FOUR);
    private final ObjectProperty<@Nullable Symbol> symbol = new SimpleObjectProperty<>();

    public RegimesViewModel(
            Session session, Tasks tasks, Notices notices, Preferences preferences) {
        this.session = session;
        this.preferences = preferences;
        this.projector =
                new Projector<>(session, tasks, notices, RegimesProjection.NOTHING, this::recipe);
        preferences.figures().subscribe(_ -> projector.refresh());
        taxonomy.addListener(_ -> projector.refresh());
        symbol.addListener(_ -> projector.refresh());
    }

    public ReadOnlyObjectProperty<RegimesProjection> shown() {
        return projector.shown();
    }

    /// Whether something newer than what is shown is being computed.
    public ReadOnlyBooleanProperty busy() {
        return projector.busy();
    }

    public void showing(boolean showing) {
        projector.showing(showing);
    }

    /// In which words the market is named.
    public ObjectProperty<Taxonomy> taxonomy() {
        return taxonomy;
    }

    /// The symbol the trader chose here; absent while the program chooses.
    public ObjectProperty<@Nullable Symbol> symbol() {
        return symbol;
    }

    private Callable<RegimesProjection> recipe(OpenDesk at) {
        Selection selection = session.selection().get();
        Figures figures = preferences.figures().getValue();
        Taxonomy named = taxonomy.get();
        Symbol wished = symbol.get();
        return () -> projection(at, selection, figures, named, wished);
    }

    private static RegimesProjection projection(
            OpenDesk at,
            Selection selection,
            Figures figures,
            Taxonomy named,
            @Nullable Symbol wished) {
        Desk desk = at.desk();
        TrustBoard latest = at.state().board();
        @Nullable Instant until = latest.asOf();
        Optional<Instant> asOf = Optional.ofNullable(selection.span().asOf(until));
        List<Symbol> symbols = desk.markets(asOf);
        if (symbols.isEmpty()) {
            return RegimesProjection.empty(
                    latest.bots().isEmpty() ? Emptiness.NO_BOTS : RegimesProjection.NO_BARS);
        }
        Symbol chosen =
                Optional.ofNullable(wished)
                        .filter(symbols::contains)
                        .or(() -> selection.market(symbols))
                        .orElse(symbols.getFirst());
        RegimeReport report = desk.regimes(chosen, named, asOf, Progress.NONE);
        SituationReport situations = desk.situations(chosen, asOf, Progress.NONE);
        @Nullable Instant from = selection.span().from(until);
        MarketTimeline timeline =
                desk.timeline(
                        chosen,
                        from == null ? Instant.EPOCH : from,
                        asOf.orElse(Instant.MAX),
                        MOST_CANDLES,
                        asOf,
                        Progress.NONE);
        Optional<FleetDependence> dependence = desk.dependence(asOf, Progress.NONE);
        TrustBoard board = asOf.isPresent() ? desk.trust(asOf) : latest;
        return RegimesProjection.of(
                symbols,
                report,
                situations,
                timeline,
                dependence,
                board.bots().stream().filter(b -> selection.includes(b.bot())).toList(),
                from == null,
                figures);
    }
}
