package credence.desktop.shell;

import credence.core.regime.FourReading;
import credence.core.regime.NameInForce;
import credence.core.regime.Taxonomy;
import credence.core.value.BotId;
import credence.core.value.Symbol;
import credence.desktop.desk.Job;
import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Projector;
import credence.desktop.desk.Selection;
import credence.desktop.desk.Session;
import credence.desktop.desk.Span;
import credence.desktop.fx.Tasks;
import credence.desktop.theme.Figures;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The strip, the ribbon, the selection and the status bar.
public final class ShellViewModel {

    private final Session session;
    private final Jobs jobs;
    private final Notices notices;
    private final Preferences preferences;
    private final Projector<ShellProjection> projector;
    private final Projector<List<String>> symbols;
    private final Projector<String> market;

    public ShellViewModel(
            Session session, Jobs jobs, Notices notices, Preferences preferences, Tasks tasks) {
        this.session = session;
        this.jobs = jobs;
        this.notices = notices;
        this.preferences = preferences;
        this.projector =
                new Projector<>(session, tasks, notices, ShellProjection.CLOSED, this::recipe);
        projector.showing(true);
        this.symbols = new Projector<>(session, tasks, notices, List.of(), this::traded);
        symbols.showing(true);
        this.market = new Projector<>(session, tasks, notices, "", this::regime);
        market.showing(true);
        preferences.figures().subscribe(_ -> projector.refresh());
    }

    public ReadOnlyObjectProperty<ShellProjection> shown() {
        return projector.shown();
    }

    /// What was traded, in order of the alphabet; known a little later than the rest.
    public ReadOnlyObjectProperty<List<String>> symbols() {
        return symbols.shown();
    }

    /// The regime now of the chosen symbol, else of the market to look at first, in words; empty where none is read.
    public ReadOnlyObjectProperty<String> market() {
        return market.shown();
    }

    public ReadOnlyObjectProperty<List<Job.Reading>> jobs() {
        return jobs.readings();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notices.current();
    }

    /// Why no workspace is open, empty when one is or is being opened.
    public ReadOnlyStringProperty trouble() {
        return session.trouble();
    }

    public Selection selection() {
        return session.selection().get();
    }

    public void selectBots(List<BotId> bots) {
        session.selection().set(selection().withBots(bots));
    }

    public void selectSpan(Span span) {
        session.selection().set(selection().withSpan(span));
    }

    public void selectSymbol(Optional<String> symbol) {
        session.selection().set(selection().withSymbol(symbol));
    }

    /// A span in the words of the menu.
    public String words(Span span) {
        return ShellProjection.span(span, preferences.figures().getValue());
    }

    public void stopJobs() {
        jobs.cancelAll();
    }

    public void dismissNotice() {
        notices.dismiss();
    }

    /// The rest of a job in words: how much is done and how fast.
    public String words(Job.Reading job) {
        if (job.stopping()) {
            return "Stopping: " + job.words();
        }
        Figures figures = preferences.figures().getValue();
        StringBuilder text = new StringBuilder(job.words());
        if (!job.phase().isEmpty()) {
            text.append(": ").append(job.phase());
        }
        if (job.total() > 0) {
            text.append(", ").append(figures.count(job.done()));
            text.append(" of ").append(figures.count(job.total()));
        }
        if (job.rate() >= 1) {
            text.append(", ").append(figures.count(Math.round(job.rate()))).append(" a second");
        }
        return text.toString();
    }

    private Callable<ShellProjection> recipe(OpenDesk at) {
        Selection selection = selection();
        Figures figures = preferences.figures().getValue();
        return () -> ShellProjection.of(at, at.desk().status(), selection, figures);
    }

    private Callable<List<String>> traded(OpenDesk at) {
        return () -> List.copyOf(session.trades(at).symbols());
    }

    private Callable<String> regime(OpenDesk at) {
        Selection selection = selection();
        Figures figures = preferences.figures().getValue();
        return () -> {
            Optional<Instant> asOf =
                    Optional.ofNullable(selection.span().asOf(at.state().board().asOf()));
            Optional<Symbol> symbol = selection.market(at.desk().markets(asOf));
            return symbol.flatMap(
                            s -> at.desk().reading(s, asOf).four().map(f -> words(s, f, figures)))
                    .orElse("");
        };
    }

    /// Short, since bots and time are chosen beside it; screens say how long the name in force will hold.
    private static String words(Symbol symbol, FourReading now, Figures figures) {
        NameInForce name = NameInForce.of(now);
        return symbol
                + " "
                + Taxonomy.words(name.regime())
                + ", "
                + figures.share(name.probability())
                + name.rival()
                        .map(
                                r ->
                                        " ("
                                                + Taxonomy.words(r.regime())
                                                + " "
                                                + figures.share(r.probability())
                                                + ")")
                        .orElse("");
    }
}
