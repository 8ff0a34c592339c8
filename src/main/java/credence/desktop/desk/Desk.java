package credence.desktop.desk;

import credence.core.fact.Fill;
import credence.core.regime.FleetDependence;
import credence.core.regime.MarketReading;
import credence.core.regime.Taxonomy;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.Symbol;
import credence.service.BeliefHistory;
import credence.service.BrokenImport;
import credence.service.DeskState;
import credence.service.Feed;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.MarketTimeline;
import credence.service.RegimeReport;
import credence.service.Setting;
import credence.service.SituationReport;
import credence.service.StatusReport;
import credence.service.TradeQuery;
import credence.service.TradeView;
import credence.service.port.BatchSummary;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.Progress;
import credence.service.port.RowDecisions;
import credence.service.port.SourceLines;
import credence.service.port.mapping.FileSurvey;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One open workspace, as far as the screens use it. An interface, so that screens are tested without a store.
///
/// All but [#directory], [#sample], [#formats], [#profiles], [#state] and [#subscribe] may take long: never called on the JavaFX thread. A wish that cannot be
/// fulfilled is a [credence.service.ServiceException], whose message is for the trader.
public interface Desk extends AutoCloseable {

    Path directory();

    /// Whether it holds the sample data that comes with the program rather than the trader's own.
    boolean sample();

    DeskState state();

    /// Listeners are called on the writer thread and must return at once.
    Feed.Subscription subscribe(Consumer<DeskState> listener);

    TrustBoard trust(Optional<Instant> asOf);

    BeliefHistory history(BotId bot, Optional<Instant> asOf, Progress progress);

    List<TradeView> trades(TradeQuery query);

    List<Fill> fills(TradeQuery query);

    /// Formats that can be read.
    List<FormatDescription> formats();

    /// Looks at a file without importing it.
    FileSurvey survey(Path file, ImportOptions options, Progress progress);

    /// Import profiles, and the watching of folders by them.
    Profiles profiles();

    default ImportPlan plan(List<Path> files, ImportOptions options, Progress progress) {
        return plan(files, options, Map.of(), progress);
    }

    /// The same under what the trader decided about single rows of the files.
    ImportPlan plan(
            List<Path> files,
            ImportOptions options,
            Map<Path, RowDecisions> decisions,
            Progress progress);

    /// What keeping a plan would bring; nothing is kept.
    ImportResult preview(ImportPlan plan);

    /// The lines of a file as they stand in it, to be closed.
    SourceLines lines(Path file, ImportOptions options);

    /// Symbols whose bars are held, the one to look at first in front.
    List<Symbol> markets(Optional<Instant> asOf);

    /// What is known of a symbol's market.
    ///
    /// @throws credence.service.ServiceException when no bars of it are held
    MarketReading reading(Symbol symbol, Optional<Instant> asOf);

    /// @throws credence.service.ServiceException when no bars of it are held
    RegimeReport regimes(
            Symbol symbol, Taxonomy taxonomy, Optional<Instant> asOf, Progress progress);

    /// @throws credence.service.ServiceException when no bars of it are held
    SituationReport situations(Symbol symbol, Optional<Instant> asOf, Progress progress);

    /// @param most candles at most
    /// @throws credence.service.ServiceException when no bars of it are held
    MarketTimeline timeline(
            Symbol symbol,
            Instant from,
            Instant to,
            int most,
            Optional<Instant> asOf,
            Progress progress);

    /// Which bots' results depend on the regime at entry; empty where no bars are held.
    Optional<FleetDependence> dependence(Optional<Instant> asOf, Progress progress);

    ImportPlan planBars(List<Path> files, BarOptions options, Progress progress);

    ImportResult commit(ImportPlan plan, Progress progress);

    List<BatchSummary> imports();

    /// Imports that were broken off while they were being kept, until they are seen or done again.
    List<BrokenImport> broken();

    /// The trader has seen what was broken off.
    void seenBroken();

    /// Withdraws a whole import.
    void undo(long batch);

    List<Setting> settings();

    Setting set(String name, String value);

    StatusReport status();

    @Override
    void close();
}
