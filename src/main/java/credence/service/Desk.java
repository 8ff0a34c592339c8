package credence.service;

import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.brain.Replay.Folded;
import credence.core.brain.Replay.Start;
import credence.core.regime.RecentFits;
import credence.core.trust.TrustBoard;
import credence.service.port.SnapshotStore;
import credence.service.port.SnapshotStore.Snapshot;
import credence.service.port.StoredFacts;
import credence.service.port.WorkspaceStore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The state behind the services: facts held, facts ordered, state folded, and the one thread that may change them.
final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /// Snapshots of another version are ignored.
    private static final int CODEC = BrainState.ENCODING;

    /// Folding this many facts takes about as long as storing a snapshot is worth.
    private static final int FACTS_WORTH_A_SNAPSHOT = 20_000;

    /// The Mondays of some seven symbols with twenty years of days; about 2 KB each.
    private static final int FITS_KEPT = 8_000;

    /// Making so many fits takes about as long as storing them is worth.
    private static final int FITS_WORTH_KEEPING = 50;

    /// Under what name fits are kept beside the snapshots.
    private static final String FITS = "fits";

    /// Everything a reader needs, replaced as a whole.
    ///
    /// @param held rows and acts as they are held
    /// @param replay the facts that count, in order
    /// @param markets what is read of the markets now
    record Moment(
            long version,
            StoredFacts held,
            Configuration configuration,
            Replay replay,
            DeskState state,
            MarketsNow markets) {}

    private final WorkspaceStore store;
    private final ExecutorService writer;
    private final RecentFits fits = new RecentFits(FITS_KEPT);
    private final Feed feed;
    private volatile Moment moment;
    private volatile boolean sample;

    Desk(WorkspaceStore store) {
        this.store = store;
        this.writer =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("credence-writer").daemon(true).factory());
        StoredFacts held = store.facts().load();
        Configuration configuration =
                Settings.configuration(store.settings().all()).withRates(RowSelection.rates(held));
        this.sample = marksSample();
        store.snapshots().latest(Long.MAX_VALUE, FITS, CODEC).ifPresent(this::takeFits);
        Folding first = fold(1, held, configuration, newestSnapshot(configuration));
        this.moment = first.moment();
        this.feed = new Feed(moment.state());
        if (first.worthKeeping()) {
            writer.execute(() -> keep(first));
        }
    }

    WorkspaceStore store() {
        return store;
    }

    Feed feed() {
        return feed;
    }

    Moment moment() {
        return moment;
    }

    private boolean marksSample() {
        return "true".equals(store.settings().all().get(Settings.SAMPLE));
    }

    /// Takes note that a setting has changed.
    void settingsChanged() {
        sample = marksSample();
    }

    /// Runs a change on the writer thread and waits for it.
    <T> T change(Callable<T> change) {
        Future<T> result = writer.submit(change);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException _) {
                    // A change that has begun is finished: half of it is worse than late.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Folds what is held now and tells everybody. On the writer thread only.
    void refold(StoredFacts held, Configuration settings) {
        Configuration configuration = settings.withRates(RowSelection.rates(held));
        adopt(fold(moment.version() + 1, held, configuration, newestSnapshot(configuration)), held);
    }

    /// Begins to fold what will be held, while the caller still stores it. On the writer thread only.
    FoldAhead foldAhead(StoredFacts held, Configuration settings) {
        Configuration configuration = settings.withRates(RowSelection.rates(held));
        // Read before the caller occupies the store.
        Optional<Snapshot> newest = newestSnapshot(configuration);
        long version = moment.version() + 1;
        return new FoldAhead(observer -> fold(version, held, configuration, newest, observer));
    }

    /// Makes a folded state the present one and tells everybody. On the writer thread only.
    ///
    /// @param held what it was folded from, as it is held now
    void adopt(Folding folding, StoredFacts held) {
        Moment m = folding.moment();
        moment =
                new Moment(
                        m.version(), held, m.configuration(), m.replay(), m.state(), m.markets());
        feed.publish(moment.state());
        if (folding.worthKeeping()) {
            // Behind the change that waits for an answer: a snapshot is only a cache.
            writer.execute(() -> keep(folding));
        }
    }

    private void keep(Folding folding) {
        if (folding.moment().version() != moment.version() || !store.health().writable()) {
            return;
        }
        int facts = folding.moment().replay().size();
        store.snapshots()
                .save(
                        new Snapshot(
                                facts,
                                folding.moment().replay().prefixHash(facts),
                                folding.moment().configuration().hash(),
                                CODEC,
                                folding.folded().encode()));
        if (fits.fresh() >= FITS_WORTH_KEEPING) {
            store.snapshots().save(new Snapshot(0, "", FITS, CODEC, fits.encode()));
        }
    }

    /// What would be after a change, nothing kept and nobody told.
    Moment imagine(StoredFacts held, Configuration settings) {
        Configuration configuration = settings.withRates(RowSelection.rates(held));
        return fold(moment.version(), held, configuration, newestSnapshot(configuration)).moment();
    }

    /// A moment and the state it was read off.
    ///
    /// @param worthKeeping whether so much was folded that a snapshot saves time at the next start
    record Folding(Moment moment, BrainState folded, boolean worthKeeping) {}

    private Folding fold(
            long version,
            StoredFacts held,
            Configuration configuration,
            Optional<Snapshot> newest) {
        return fold(version, held, configuration, newest, BrainObserver.NONE);
    }

    private Folding fold(
            long version,
            StoredFacts held,
            Configuration configuration,
            Optional<Snapshot> newest,
            BrainObserver observer) {
        Replay replay = new Replay(RowSelection.facts(held, configuration), fits);
        Instant until = replay.until().orElse(Instant.EPOCH);
        Optional<Start> start = start(replay, configuration, replay.size(), newest);
        int startedAt = start.map(Start::facts).orElse(0);
        Folded folded = replay.foldAsOf(configuration, until, start, observer);
        BrainState state = folded.state();
        DeskState shown =
                new DeskState(
                        version,
                        TrustBoard.of(state),
                        state.hash(),
                        state.history(),
                        sample,
                        state.unmatched(),
                        new TreeMap<>(state.unmatchedResults()));
        return new Folding(
                new Moment(version, held, configuration, replay, shown, MarketsNow.of(state)),
                state,
                folded.facts() - startedAt >= FACTS_WORTH_A_SNAPSHOT
                        || fits.fresh() >= FITS_WORTH_KEEPING);
    }

    private Optional<Snapshot> newestSnapshot(Configuration configuration) {
        return store.snapshots().latest(Long.MAX_VALUE, configuration.hash(), CODEC);
    }

    private void takeFits(Snapshot kept) {
        try {
            fits.add(kept.state());
        } catch (UncheckedIOException e) {
            LOG.warn("the fits kept cannot be read, fitting anew", e);
        }
    }

    /// The latest snapshot that still stands on these facts.
    private Optional<Start> start(
            Replay replay, Configuration configuration, int atMost, Optional<Snapshot> newest) {
        SnapshotStore snapshots = store.snapshots();
        Optional<Snapshot> found = newest;
        while (found.isPresent()) {
            Snapshot s = found.get();
            int count = (int) Math.min(s.facts(), Integer.MAX_VALUE);
            if (count <= atMost
                    && replay.isSeam(count)
                    && replay.prefixHash(count).equals(s.prefixHash())) {
                try {
                    return Optional.of(
                            new Start(BrainState.decode(s.state(), configuration, fits), count));
                } catch (UncheckedIOException e) {
                    // A snapshot is a cache: one that cannot be read costs time and nothing else.
                    LOG.warn("a snapshot of {} facts cannot be read, folding without it", count, e);
                }
            }
            found =
                    count == 0
                            ? Optional.empty()
                            : snapshots.latest(
                                    Math.min(atMost, count - 1L), configuration.hash(), CODEC);
        }
        return Optional.empty();
    }

    /// Folds as of a moment for a reader, on the reader's thread.
    BrainState stateAsOf(Moment at, Optional<Instant> asOf) {
        Instant until = asOf.orElseGet(() -> at.replay().until().orElse(Instant.EPOCH));
        Optional<Start> start =
                start(
                        at.replay(),
                        at.configuration(),
                        at.replay().knownAt(until),
                        newestSnapshot(at.configuration()));
        return at.replay().foldAsOf(at.configuration(), until, start, BrainObserver.NONE).state();
    }

    @Override
    public void close() {
        writer.close();
        store.close();
    }
}
