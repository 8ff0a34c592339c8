package credence.service;

import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.brain.Replay.Folded;
import credence.core.brain.Replay.Start;
import credence.core.trust.TrustBoard;
import credence.service.port.SnapshotStore;
import credence.service.port.SnapshotStore.Snapshot;
import credence.service.port.StoredFacts;
import credence.service.port.WorkspaceStore;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The state behind the services: facts held, facts ordered, state folded, and the one thread that may change them.
final class Desk implements AutoCloseable {

    /// Grows whenever the fold or its encoding changes; older snapshots are then ignored.
    private static final int CODEC = 1;

    /// Folding this many facts takes about as long as storing a snapshot is worth.
    private static final int FACTS_WORTH_A_SNAPSHOT = 20_000;

    /// Everything a reader needs, replaced as a whole.
    ///
    /// @param held rows and acts as they are held
    /// @param replay the facts that count, in order
    record Moment(
            long version,
            StoredFacts held,
            Configuration configuration,
            Replay replay,
            DeskState state) {}

    private final WorkspaceStore store;
    private final ExecutorService writer;
    private final Feed feed;
    private volatile Moment moment;

    Desk(WorkspaceStore store) {
        this.store = store;
        this.writer =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("credence-writer").daemon(true).factory());
        StoredFacts held = store.facts().load();
        Configuration configuration = Settings.configuration(store.settings().all());
        this.moment = fold(1, held, configuration);
        this.feed = new Feed(moment.state());
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
    void refold(StoredFacts held, Configuration configuration) {
        moment = fold(moment.version() + 1, held, configuration);
        feed.publish(moment.state());
    }

    /// What would be after a change, nothing kept and nobody told.
    Moment imagine(StoredFacts held, Configuration configuration) {
        return fold(moment.version(), held, configuration, false);
    }

    private Moment fold(long version, StoredFacts held, Configuration configuration) {
        return fold(version, held, configuration, store.health().writable());
    }

    private Moment fold(long version, StoredFacts held, Configuration configuration, boolean keep) {
        Replay replay = new Replay(RowSelection.facts(held, configuration));
        Instant until = replay.until().orElse(Instant.EPOCH);
        Optional<Start> start = start(replay, configuration, replay.size());
        Folded folded = replay.foldAsOf(configuration, until, start, BrainObserver.NONE);
        BrainState state = folded.state();
        if (folded.facts() - start.map(Start::facts).orElse(0) >= FACTS_WORTH_A_SNAPSHOT && keep) {
            store.snapshots()
                    .save(
                            new Snapshot(
                                    folded.facts(),
                                    replay.prefixHash(folded.facts()),
                                    configuration.hash(),
                                    CODEC,
                                    state.encode()));
        }
        boolean sample = "true".equals(store.settings().all().get(Settings.SAMPLE));
        DeskState shown =
                new DeskState(version, TrustBoard.of(state), state.hash(), state.history(), sample);
        return new Moment(version, held, configuration, replay, shown);
    }

    /// The latest snapshot that still stands on these facts.
    private Optional<Start> start(Replay replay, Configuration configuration, int atMost) {
        SnapshotStore snapshots = store.snapshots();
        Optional<Snapshot> found = snapshots.latest(atMost, configuration.hash(), CODEC);
        while (found.isPresent()) {
            Snapshot s = found.get();
            int count = (int) s.facts();
            if (replay.isSeam(count) && replay.prefixHash(count).equals(s.prefixHash())) {
                return Optional.of(new Start(BrainState.decode(s.state(), configuration), count));
            }
            found =
                    count == 0
                            ? Optional.empty()
                            : snapshots.latest(count - 1L, configuration.hash(), CODEC);
        }
        return Optional.empty();
    }

    /// Folds as of a moment for a reader, on the reader's thread.
    BrainState stateAsOf(Moment at, Optional<Instant> asOf) {
        Instant until = asOf.orElseGet(() -> at.replay().until().orElse(Instant.EPOCH));
        Optional<Start> start = start(at.replay(), at.configuration(), at.replay().knownAt(until));
        return at.replay().foldAsOf(at.configuration(), until, start, BrainObserver.NONE).state();
    }

    @Override
    public void close() {
        writer.close();
        store.close();
    }
}
