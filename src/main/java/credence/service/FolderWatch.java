package credence.service;

import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.StoreException;
import credence.service.port.mapping.ImportProfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Imports what comes to rest in a folder, by one profile. A file is at rest when its size and time of change have stayed the same
/// for a while: half a download is never read. Each file is a batch of its own, which can be undone by itself.
///
/// Does nothing by itself: whoever owns it calls [#look] now and then, from one thread. Sub-folders are left alone.
public final class FolderWatch {

    private static final int MOST_FILES = 10_000;

    /// What became of one file.
    ///
    /// @param batch to undo it by; empty when nothing was imported
    /// @param failed whether the file, or rows of it, were refused
    public record Notice(Path file, OptionalLong batch, boolean failed, String text) {}

    /// How a file was last seen.
    private record Seen(long size, Instant changed, Instant since, boolean handled) {

        boolean same(BasicFileAttributes a) {
            return size == a.size() && changed.equals(a.lastModifiedTime().toInstant());
        }
    }

    private final ImportService imports;
    private final InstantSource clock;
    private final Path folder;
    private final String profile;
    private final Duration rest;
    private final Map<Path, Seen> seen = new HashMap<>();

    /// @param handled whether a file that lies there already is left alone, by its name, size and time of change
    FolderWatch(
            ImportService imports,
            InstantSource clock,
            Path folder,
            ImportProfile profile,
            Duration rest,
            Predicate<String> handled) {
        if (profile.succeeded().isEmpty()) {
            throw new ServiceException(
                    "The profile “"
                            + profile.name()
                            + "” has not imported a file without refusals yet. Import one by it"
                            + " first; then it may watch a folder.");
        }
        this.imports = imports;
        this.clock = clock;
        this.folder = folder;
        this.profile = profile.name();
        this.rest = rest;
        files().forEach(
                        (file, a) -> {
                            if (handled.test(mark(file, a.size(), a.lastModifiedTime()))) {
                                seen.put(file, seen(a, true));
                            }
                        });
    }

    public Path folder() {
        return folder;
    }

    public String profile() {
        return profile;
    }

    /// The files that were dealt with or left alone so far, by name, size in bytes and milliseconds of their time of change, each
    /// on one line; to be handed to a later watch of the same folder.
    public Set<String> handled() {
        Set<String> marks = new TreeSet<>();
        seen.forEach(
                (file, s) -> {
                    String mark = mark(file, s.size(), FileTime.from(s.changed()));
                    if (s.handled() && mark.lines().count() == 1) {
                        marks.add(mark);
                    }
                });
        return marks;
    }

    private static String mark(Path file, long size, FileTime changed) {
        return name(file) + "|" + size + "|" + changed.toMillis();
    }

    /// Looks at the folder once and imports what has come to rest since.
    ///
    /// @return one notice for each file that was dealt with
    /// @throws ServiceException when the folder is gone or cannot be read, or the profile is gone
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public List<Notice> look(Progress progress) {
        Map<Path, BasicFileAttributes> now = files();
        seen.keySet().retainAll(now.keySet());
        List<Notice> notices = new ArrayList<>();
        now.forEach(
                (file, a) -> {
                    Seen before = seen.get(file);
                    if (before == null || !before.same(a)) {
                        seen.put(file, seen(a, false));
                    } else if (!before.handled() && rested(before) && a.size() > 0) {
                        bring(file, progress).ifPresent(notices::add);
                    }
                });
        return notices;
    }

    /// Whether a file has appeared or changed that is not at rest yet.
    public boolean waiting() {
        return seen.values().stream().anyMatch(s -> !s.handled());
    }

    private boolean rested(Seen s) {
        return !clock.instant().isBefore(s.since().plus(rest));
    }

    private Seen seen(BasicFileAttributes a, boolean handled) {
        return new Seen(a.size(), a.lastModifiedTime().toInstant(), clock.instant(), handled);
    }

    private Optional<Notice> bring(Path file, Progress progress) {
        ImportPlan plan =
                imports.plan(List.of(file), ImportOptions.DEFAULT.profile(profile), progress);
        FileReport report = plan.files().getFirst();
        try {
            Notice notice =
                    report.failed()
                            ? refused(file, report.error())
                            : imported(file, plan, progress);
            handled(file);
            return Optional.of(notice);
        } catch (StoreException e) {
            handled(file);
            return Optional.of(
                    new Notice(
                            file, OptionalLong.empty(), true, name(file) + ": " + e.getMessage()));
        } catch (ServiceException _) {
            // Somebody else changed the workspace in between: the next look tries again.
            return Optional.empty();
        }
    }

    private void handled(Path file) {
        seen.computeIfPresent(file, (_, s) -> new Seen(s.size(), s.changed(), s.since(), true));
    }

    private static Notice refused(Path file, @org.jspecify.annotations.Nullable Refusal error) {
        return new Notice(
                file,
                OptionalLong.empty(),
                true,
                name(file)
                        + " was not imported: "
                        + (error == null ? "it cannot be read." : error.reason()));
    }

    private Notice imported(Path file, ImportPlan plan, Progress progress) {
        if (plan.imported() == 0) {
            return new Notice(
                    file,
                    OptionalLong.empty(),
                    plan.hasRefusals(),
                    name(file) + " holds nothing new" + refusals(plan) + ".");
        }
        ImportResult result = imports.commit(plan, progress);
        return new Notice(
                file,
                result.batch(),
                plan.hasRefusals(),
                name(file)
                        + " was imported: "
                        + plan.imported()
                        + (plan.imported() == 1 ? " new row" : " new rows")
                        + refusals(plan)
                        + ", batch "
                        + result.batch().orElse(0)
                        + ".");
    }

    private static String refusals(ImportPlan plan) {
        int n = plan.files().getFirst().refused().size();
        return n == 0 ? "" : ", " + n + " refused";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Map<Path, BasicFileAttributes> files() {
        Map<Path, BasicFileAttributes> found = new java.util.TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : (Iterable<Path>) entries::iterator) {
                if (unfinished(name(file))) {
                    continue;
                }
                attributes(file)
                        .filter(BasicFileAttributes::isRegularFile)
                        .ifPresent(a -> found.put(file, a));
                if (found.size() > MOST_FILES) {
                    throw new ServiceException(
                            "The folder "
                                    + folder
                                    + " holds more than "
                                    + MOST_FILES
                                    + " files. Watch a folder of its own.");
                }
            }
            return found;
        } catch (IOException | java.io.UncheckedIOException _) {
            throw new ServiceException(
                    "The folder "
                            + folder
                            + " cannot be watched: it is gone or may not be read. Name another.");
        }
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException _) {
            return Optional.empty(); // gone since it was listed
        }
    }

    /// Hidden files, and names that browsers give to what they are still fetching.
    private static boolean unfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || lower.startsWith("~$")
                || lower.endsWith(".part")
                || lower.endsWith(".partial")
                || lower.endsWith(".crdownload")
                || lower.endsWith(".download")
                || lower.endsWith(".tmp");
    }
}
