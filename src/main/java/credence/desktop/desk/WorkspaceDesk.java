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
import credence.service.Workspace;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A desk on a real workspace: hands every question to the service that answers it.
///
/// @param workspace owned: closed with the desk
/// @param sample whether it is the workspace of the sample data
public record WorkspaceDesk(Workspace workspace, boolean sample) implements Desk {

    @Override
    public Path directory() {
        return workspace.directory();
    }

    @Override
    public DeskState state() {
        return workspace.feed().current();
    }

    @Override
    public Feed.Subscription subscribe(Consumer<DeskState> listener) {
        return workspace.feed().subscribe(listener);
    }

    @Override
    public TrustBoard trust(Optional<Instant> asOf) {
        return workspace.beliefs().trust(asOf);
    }

    @Override
    public BeliefHistory history(BotId bot, Optional<Instant> asOf, Progress progress) {
        return workspace.beliefs().history(bot, asOf, progress);
    }

    @Override
    public List<TradeView> trades(TradeQuery query) {
        return workspace.beliefs().trades(query);
    }

    @Override
    public List<Fill> fills(TradeQuery query) {
        return workspace.beliefs().fills(query);
    }

    @Override
    public List<FormatDescription> formats() {
        return workspace.imports().formats();
    }

    @Override
    public FileSurvey survey(Path file, ImportOptions options, Progress progress) {
        return workspace.imports().survey(file, options, progress);
    }

    @Override
    public Profiles profiles() {
        return new WorkspaceProfiles(workspace);
    }

    @Override
    public ImportPlan plan(
            List<Path> files,
            ImportOptions options,
            Map<Path, RowDecisions> decisions,
            Progress progress) {
        return workspace.imports().plan(files, options, decisions, progress);
    }

    @Override
    public ImportResult preview(ImportPlan plan) {
        return workspace.imports().dryRun(plan);
    }

    @Override
    public SourceLines lines(Path file, ImportOptions options) {
        return workspace.imports().lines(file, options);
    }

    @Override
    public List<Symbol> markets(Optional<Instant> asOf) {
        List<Symbol> held = new ArrayList<>(workspace.markets().symbols(asOf));
        workspace.markets().foremost().filter(held::remove).ifPresent(first -> held.add(0, first));
        return List.copyOf(held);
    }

    @Override
    public MarketReading reading(Symbol symbol, Optional<Instant> asOf) {
        return workspace.markets().reading(symbol, asOf);
    }

    @Override
    public RegimeReport regimes(
            Symbol symbol, Taxonomy taxonomy, Optional<Instant> asOf, Progress progress) {
        return workspace.markets().regimes(symbol, taxonomy, asOf, progress);
    }

    @Override
    public SituationReport situations(Symbol symbol, Optional<Instant> asOf, Progress progress) {
        return workspace.markets().situations(symbol, asOf, progress);
    }

    @Override
    public MarketTimeline timeline(
            Symbol symbol,
            Instant from,
            Instant to,
            int most,
            Optional<Instant> asOf,
            Progress progress) {
        return workspace.markets().timeline(symbol, from, to, most, asOf, progress);
    }

    @Override
    public Optional<FleetDependence> dependence(Optional<Instant> asOf, Progress progress) {
        return workspace.markets().dependence(asOf, progress);
    }

    @Override
    public ImportPlan planBars(List<Path> files, BarOptions options, Progress progress) {
        return workspace.imports().planBars(files, options, progress);
    }

    @Override
    public ImportResult commit(ImportPlan plan, Progress progress) {
        return workspace.imports().commit(plan, progress);
    }

    @Override
    public List<BatchSummary> imports() {
        return workspace.imports().list();
    }

    @Override
    public List<BrokenImport> broken() {
        return workspace.imports().broken();
    }

    @Override
    public void seenBroken() {
        workspace.imports().seen();
    }

    @Override
    public void undo(long batch) {
        var unused = workspace.imports().undo(batch);
    }

    @Override
    public List<Setting> settings() {
        return workspace.settings().all();
    }

    @Override
    public Setting set(String name, String value) {
        return workspace.settings().set(name, value);
    }

    @Override
    public StatusReport status() {
        return workspace.health().status();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
