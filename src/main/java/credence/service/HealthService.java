package credence.service;

import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.fact.Bar;
import credence.core.regime.TradingDays;
import credence.core.value.Symbol;
import credence.service.port.BatchSummary;
import credence.service.port.FileReport;
import credence.service.port.Progress;
import credence.service.port.StoredFacts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says how the workspace is, and proves it by rebuilding.
public final class HealthService {

    private final Desk desk;

    HealthService(Desk desk) {
        this.desk = desk;
    }

    public StatusReport status() {
        Desk.Moment moment = desk.moment();
        SortedMap<String, Long> rows = new TreeMap<>();
        for (RowSelection.Counting c : RowSelection.rows(moment.held())) {
            rows.merge(c.row().getClass().getSimpleName(), 1L, Long::sum);
        }
        List<BatchSummary> batches = desk.store().facts().batches();
        BrainState state = desk.stateAsOf(moment, Optional.empty());
        return new StatusReport(
                desk.store().directory().toString(),
                Workspace.version(),
                desk.store().health(),
                rows,
                batches.size(),
                batches.stream().filter(b -> b.withdrawnAt() != null).count(),
                state.bots().size(),
                state.outcomes(),
                state.unmatched(),
                state.predictions(),
                state.now(),
                desk.store().audit().intact(),
                moment.state().board().quality(),
                moment.state().stateHash());
    }

    /// Folds every fact from zero, without snapshots, and compares.
    public VerifyReport verify(Progress progress) {
        return verify(Optional.empty(), progress);
    }

    /// The same with what was known at a moment, held against what is answered as of that moment.
    public VerifyReport verify(Optional<Instant> asOf, Progress progress) {
        Desk.Moment moment = desk.moment();
        progress.update("Reading every fact", 0, 0);
        StoredFacts held = desk.store().facts().load();
        progress.update("Folding from zero", 0, 0);
        Configuration configuration = moment.configuration().withRates(RowSelection.rates(held));
        Replay replay = new Replay(RowSelection.facts(held, configuration));
        progress.checkCancelled();
        Instant until = asOf.or(replay::until).orElse(Instant.EPOCH);
        String rebuilt =
                replay.foldAsOf(configuration, until, Optional.empty(), BrainObserver.NONE)
                        .state()
                        .hash();
        progress.update("Looking through the archive", 0, 0);
        boolean archived = true;
        for (BatchSummary batch : desk.store().facts().batches()) {
            for (FileReport file : batch.files()) {
                String corrected = file.decided().correctedSha256();
                archived &=
                        file.failed()
                                || (desk.store().archive().contains(file.sha256())
                                        && (corrected == null
                                                || desk.store().archive().contains(corrected)));
            }
        }
        String shown =
                asOf.isEmpty() ? moment.state().stateHash() : desk.stateAsOf(moment, asOf).hash();
        return new VerifyReport(
                shown,
                rebuilt,
                shown.equals(rebuilt),
                archived,
                desk.store().audit().intact(),
                replay.knownAt(until));
    }

    /// A stretch without bars between two bars of one interval.
    ///
    /// @param symbol of the bars
    /// @param interval of the bars
    /// @param from close of the last bar before it
    /// @param to open of the first bar after it
    /// @param hole whether it is so long that the market is not known in it, and nothing is compared across it
    public record Gap(Symbol symbol, Duration interval, Instant from, Instant to, boolean hole) {

        public Duration length() {
            return Duration.between(from, to);
        }

        /// How many bars there is room for.
        public long missing() {
            return length().dividedBy(interval);
        }
    }

    /// The stretches without bars between bars of these symbols, each symbol and interval by itself, in which at least one bar is missing: a closed
    /// market, or something missing. The longest first, of equally long ones the earliest.
    public List<Gap> gaps(Set<Symbol> symbols) {
        Map<Symbol, List<Bar>> bars = new TreeMap<>();
        for (RowSelection.Counting c : RowSelection.rows(desk.moment().held())) {
            if (c.row() instanceof Bar bar && symbols.contains(bar.symbol())) {
                bars.computeIfAbsent(bar.symbol(), _ -> new ArrayList<>()).add(bar);
            }
        }
        List<Gap> gaps = new ArrayList<>();
        bars.values().forEach(ofOne -> addGaps(ofOne, gaps));
        gaps.sort(
                Comparator.comparing(Gap::length)
                        .reversed()
                        .thenComparing(Gap::from)
                        .thenComparing(Gap::symbol));
        return gaps;
    }

    /// @param bars of one symbol
    private static void addGaps(List<Bar> bars, List<Gap> gaps) {
        bars.sort(Comparator.comparing(Bar::closeTime).thenComparing(Bar::time));
        TradingDays trading = new TradingDays();
        Map<Duration, Instant> ends = new HashMap<>();
        for (Bar bar : bars) {
            Instant end = ends.put(bar.interval(), bar.closeTime());
            if (end != null && !bar.time().isBefore(end.plus(bar.interval()))) {
                boolean hole = bar.time().isAfter(end.plus(trading.holds(bar.interval())));
                gaps.add(new Gap(bar.symbol(), bar.interval(), end, bar.time(), hole));
            }
            trading.heard(bar.time(), bar.interval());
        }
    }
}
