package credence.service;

import credence.service.port.BatchSummary;
import credence.service.port.FileReport;
import credence.service.port.SettingsStore;
import credence.service.port.StoreException;
import credence.service.port.WorkspaceStore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which imports have begun to be kept and are not done. Each is noted durably before its first byte is written, and the note goes in the
/// same transaction in which the import comes: one that is there when a workspace opens is of an import that was broken off.
///
/// A note is a setting that nobody sees: the moment in its name, in its content the number of files, then each file's hash and place
/// on a line.
final class BegunImports {

    private static final Logger LOG = LoggerFactory.getLogger(BegunImports.class);
    private static final String NAME = "import.begun.";

    /// So many files are noted one by one: a line takes some hundreds of characters, and a setting holds a million.
    private static final int MOST = 1_000;

    private static final int LONGEST_PLACE = 800;

    private final WorkspaceStore store;

    /// What was broken off and not told of to the end, by the name of its note.
    private final SortedMap<String, Note> broken = new TreeMap<>();

    /// @param files hashes of its files
    /// @param archived hashes of what may have been copied into the archive: its files, and those of them that were corrected
    private record Note(BrokenImport broken, Set<String> files, Set<String> archived) {}

    /// Finds what was broken off, and takes back the copies it left in the archive.
    BegunImports(WorkspaceStore store) {
        this.store = store;
        SortedMap<String, String> settings = store.settings().all();
        for (Map.Entry<String, String> e : settings.tailMap(NAME).entrySet()) {
            if (e.getKey().startsWith(NAME)) {
                read(e.getKey(), e.getValue());
            }
        }
        if (!broken.isEmpty() && store.health().writable()) {
            takeBackCopies();
        } else {
            // Who can only read does not know whether somebody else is importing just now.
            broken.clear();
        }
    }

    private void read(String name, String content) {
        List<Path> places = new ArrayList<>();
        Set<String> files = new HashSet<>();
        Set<String> archived = new HashSet<>();
        try {
            Instant begunAt = Instant.parse(name.substring(NAME.length()));
            List<String> lines = content.lines().toList();
            int count = Integer.parseInt(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                int blank = line.indexOf(' ');
                String hash = blank < 0 ? line : line.substring(0, blank);
                archived.add(hash);
                if (blank > 0) {
                    files.add(hash);
                    places.add(Path.of(line.substring(blank + 1)));
                }
            }
            if (!places.isEmpty()) {
                BrokenImport found = new BrokenImport(begunAt, places, count);
                broken.put(name, new Note(found, files, archived));
            }
        } catch (DateTimeException | NumberFormatException | InvalidPathException e) {
            LOG.warn("the note of a begun import cannot be read: {}", name, e);
        }
    }

    private void takeBackCopies() {
        Set<String> left = new HashSet<>();
        broken.values().forEach(note -> left.addAll(note.archived()));
        for (BatchSummary batch : store.facts().batches()) {
            for (FileReport file : batch.files()) {
                left.remove(file.sha256());
                left.remove(file.decided().correctedSha256());
            }
        }
        try {
            left.forEach(store.archive()::remove);
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("a copy of an import that was broken off stays in the archive", e);
        }
    }

    /// Those that were broken off and have neither been imported again nor been seen, the oldest first.
    synchronized List<BrokenImport> broken() {
        return broken.values().stream().map(Note::broken).toList();
    }

    /// Notes that an import begins to be kept.
    ///
    /// @return the name of the note
    /// @throws StoreException when that cannot be noted
    String begin(ImportPlan plan, Instant now) {
        String name = NAME + now;
        String content = content(plan);
        store.together("The import was not kept", () -> put(name, content, now));
        return name;
    }

    private boolean put(String name, String content, Instant now) {
        store.settings().put(name, content, now);
        return true;
    }

    /// It was given up, and has left nothing.
    void givenUp(String name, Instant now) {
        try {
            store.settings().remove(name, now);
        } catch (StoreException e) {
            // The next start tells of it again: nothing was kept, which is so.
            LOG.warn("the end of a begun import was not noted", e);
        }
    }

    /// It is kept, and so are by now those of the same files that were broken off: takes their notes away. To be called in the transaction
    /// that keeps it.
    void over(String name, ImportPlan plan, Instant now) {
        SettingsStore settings = store.settings();
        settings.remove(name, now);
        again(plan).forEach(of -> settings.remove(of, now));
    }

    /// Tells no more of those that were imported again, once the transaction has come through.
    synchronized void kept(ImportPlan plan) {
        again(plan).forEach(broken::remove);
    }

    /// Names of the notes whose files are all among these.
    private synchronized List<String> again(ImportPlan plan) {
        Set<String> held = new HashSet<>();
        plan.files().forEach(file -> held.add(file.sha256()));
        return broken.entrySet().stream()
                .filter(e -> held.containsAll(e.getValue().files()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The trader has seen them.
    ///
    /// @throws StoreException when that cannot be noted
    synchronized void seen(Instant now) {
        if (!broken.isEmpty()) {
            List<String> names = List.copyOf(broken.keySet());
            store.together(
                    "That this was seen was not kept",
                    () -> {
                        names.forEach(of -> store.settings().remove(of, now));
                        return names;
                    });
            broken.clear();
        }
    }

    private static String content(ImportPlan plan) {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (int i = 0; i < plan.files().size(); i++) {
            FileReport file = plan.files().get(i);
            if (file.failed()) {
                continue;
            }
            if (count++ < MOST) {
                lines.append(file.sha256()).append(' ').append(place(plan, i)).append('\n');
                String corrected = file.decided().correctedSha256();
                if (corrected != null) {
                    lines.append(corrected).append('\n');
                }
            }
        }
        return count + "\n" + lines;
    }

    /// Where a file lies, in one line.
    private static String place(ImportPlan plan, int file) {
        String place = plan.sources().get(file).toAbsolutePath().normalize().toString();
        return place.length() <= LONGEST_PLACE && place.chars().noneMatch(c -> c < ' ')
                ? place
                : plan.files().get(file).file().replaceAll("\\p{Cntrl}", " ");
    }
}
