package credence.testkit;

import credence.core.fact.BeliefReset;
import credence.core.fact.SourceRow;
import credence.core.fact.TimeMark;
import credence.core.value.BotId;
import credence.service.port.Archive;
import credence.service.port.AuditLog;
import credence.service.port.BatchSummary;
import credence.service.port.Content;
import credence.service.port.FactLog;
import credence.service.port.FileReport;
import credence.service.port.NewBatch;
import credence.service.port.ProfileStore;
import credence.service.port.Progress;
import credence.service.port.SettingsStore;
import credence.service.port.SnapshotStore;
import credence.service.port.Statement;
import credence.service.port.StoreException;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;
import credence.service.port.WorkspaceStore;
import credence.service.port.mapping.ImportProfile;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A workspace that is gone when the test ends. Keeps what the real one keeps, under the same rules.
public final class MemoryStore implements WorkspaceStore {

    private final List<Held> rows = new ArrayList<>();
    private final List<BatchSummary> batches = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final List<BeliefReset> resets = new ArrayList<>();
    private final Set<Instant> timeMarks = new TreeSet<>();
    private final List<SnapshotStore.Snapshot> snapshots = new ArrayList<>();
    private final SortedMap<String, String> settings = new TreeMap<>();
    private final SortedMap<String, ImportProfile> profiles = new TreeMap<>();
    private final List<AuditLog.Entry> audit = new ArrayList<>();
    private final Set<String> archived = new HashSet<>();
    private final AtomicInteger sought = new AtomicInteger();
    private final Map<Long, FileReport> files = new HashMap<>();
    private long acts;

    private record Held(SourceRow row, List<Statement> statements) {}

    /// Snapshots kept at the moment.
    public int snapshotsKept() {
        return snapshots.size();
    }

    /// How often a snapshot was looked for: whoever folds begins with that.
    public int snapshotsSought() {
        return sought.get();
    }

    /// Puts bytes nobody can read in the place of every snapshot kept.
    public void spoilSnapshots() {
        snapshots.replaceAll(
                s ->
                        new SnapshotStore.Snapshot(
                                s.facts(),
                                s.prefixHash(),
                                s.configurationHash(),
                                s.codec(),
                                new byte[] {1, 2, 3, 4, 5}));
    }

    @Override
    public Path directory() {
        return Path.of("memory");
    }

    @Override
    public FactLog facts() {
        return new Facts();
    }

    @Override
    public Archive archive() {
        return new Archive() {
            @Override
            public void put(String sha256, Path file) {
                put(sha256, file.toString(), InputStream::nullInputStream);
            }

            @Override
            public void put(String sha256, String name, Content content) {
                archived.add(sha256);
            }

            @Override
            public boolean contains(String sha256) {
                return archived.contains(sha256);
            }

            @Override
            public void remove(String sha256) {
                archived.remove(sha256);
            }

            @Override
            public InputStream open(String sha256) {
                throw new StoreException("nothing is kept of " + sha256);
            }
        };
    }

    @Override
    public SnapshotStore snapshots() {
        return new SnapshotStore() {
            @Override
            public void save(Snapshot snapshot) {
                snapshots.add(snapshot);
            }

            @Override
            public Optional<Snapshot> latest(
                    long atMostFacts, String configurationHash, int codec) {
                sought.incrementAndGet();
                return snapshots.stream()
                        .filter(
                                s ->
                                        s.facts() <= atMostFacts
                                                && s.codec() == codec
                                                && s.configurationHash().equals(configurationHash))
                        .max(Comparator.comparingLong(Snapshot::facts));
            }

            @Override
            public void clear() {
                snapshots.clear();
            }
        };
    }

    @Override
    public SettingsStore settings() {
        return new SettingsStore() {
            @Override
            public SortedMap<String, String> all() {
                return new TreeMap<>(settings);
            }

            @Override
            public void put(String name, String value, Instant at) {
                settings.put(name, value);
            }

            @Override
            public void remove(String name, Instant at) {
                settings.remove(name);
            }
        };
    }

    @Override
    public ProfileStore profiles() {
        return new ProfileStore() {
            @Override
            public List<ImportProfile> all() {
                return List.copyOf(profiles.values());
            }

            @Override
            public Optional<ImportProfile> find(String name) {
                return Optional.ofNullable(profiles.get(name.toLowerCase(Locale.ROOT)));
            }

            @Override
            public void save(ImportProfile profile) {
                profiles.put(profile.name().toLowerCase(Locale.ROOT), profile);
            }

            @Override
            public boolean delete(String name) {
                return profiles.remove(name.toLowerCase(Locale.ROOT)) != null;
            }

            @Override
            public String write(ImportProfile profile) {
                throw new UnsupportedOperationException("written by the real store only");
            }

            @Override
            public ImportProfile read(String json) {
                throw new UnsupportedOperationException("read by the real store only");
            }
        };
    }

    @Override
    public AuditLog audit() {
        return new AuditLog() {
            @Override
            public void append(
                    Instant at, String actor, String action, String subject, String detail) {
                audit.add(new Entry(audit.size() + 1L, at, actor, action, subject, detail, "none"));
            }

            @Override
            public List<Entry> entries() {
                return List.copyOf(audit);
            }

            @Override
            public boolean intact() {
                return true;
            }
        };
    }

    @Override
    public <T> T together(String what, Supplier<T> changes) {
        return changes.get();
    }

    @Override
    public StoreHealth health() {
        return new StoreHealth("memory", 1, 0, archived.size(), 0, true);
    }

    @Override
    public void close() {
        // Nothing to let go of; a test may open a workspace on it again.
    }

    private final class Facts implements FactLog {

        @Override
        public StoredFacts load() {
            return new StoredFacts(
                    rows.stream()
                            .map(h -> new StoredRow(h.row(), List.copyOf(h.statements())))
                            .toList(),
                    Set.copyOf(withdrawn),
                    List.copyOf(resets),
                    timeMarks.stream().map(TimeMark::new).toList());
        }

        @Override
        public long append(NewBatch batch, Progress progress) {
            progress.checkCancelled();
            long id = batches.size() + 1L;
            Map<SourceRow, Held> places = new HashMap<>();
            rows.forEach(h -> places.put(h.row(), h));
            for (NewBatch.NewFile file : batch.files()) {
                long number = files.size() + 1L;
                files.put(number, file.report());
                for (NewBatch.NewRow row : file.rows()) {
                    Held held = new Held(row.row(), new ArrayList<>());
                    held.statements()
                            .add(
                                    new Statement(
                                            id,
                                            number,
                                            row.line(),
                                            row.row().sequence(),
                                            row.replaces()));
                    if (places.put(row.row(), held) != null) {
                        throw new IllegalArgumentException("held already: " + row.row());
                    }
                    rows.add(held);
                }
                for (NewBatch.Restatement again : file.restatements()) {
                    Held held = places.get(again.held());
                    if (held == null) {
                        throw new IllegalArgumentException("not held: " + again.held());
                    }
                    held.statements()
                            .add(
                                    new Statement(
                                            id,
                                            number,
                                            again.line(),
                                            again.sequence(),
                                            again.replaces()));
                }
            }
            batches.add(
                    new BatchSummary(
                            id,
                            batch.kind(),
                            batch.importedAt(),
                            batch.files().stream().map(NewBatch.NewFile::report).toList(),
                            null));
            return id;
        }

        @Override
        public void withdraw(long batch, Instant at) {
            if (batch < 1 || batch > batches.size() || !withdrawn.add(batch)) {
                throw new StoreException("There is no import to undo with the number " + batch);
            }
            BatchSummary b = batches.get((int) batch - 1);
            batches.set(
                    (int) batch - 1,
                    new BatchSummary(b.batch(), b.kind(), b.importedAt(), b.files(), at));
        }

        @Override
        public Map<Long, FileReport> files() {
            return Map.copyOf(files);
        }

        @Override
        public List<BatchSummary> batches() {
            return List.copyOf(batches);
        }

        @Override
        public long appendReset(Instant time, Optional<BotId> bot, String reason) {
            resets.add(new BeliefReset(++acts, time, bot, reason));
            return acts;
        }

        @Override
        public boolean withdrawReset(long id, Instant at) {
            return resets.removeIf(r -> r.id() == id);
        }

        @Override
        public void appendTimeMark(Instant time) {
            timeMarks.add(time);
        }
    }
}
