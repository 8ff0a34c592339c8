package credence.service;

import static credence.service.FolderListing.endsWhole;
import static credence.service.FolderListing.name;

import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.StoreException;
import credence.service.port.mapping.ImportProfile;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Imports what comes to rest in a folder, by one profile. A file is at rest when its size and time of change have stayed the same
/// for a while, longer if it ends in the middle of a line: half a download is not read. Each file is a batch of its own, which can be undone by itself.
///
/// Does nothing by itself: whoever owns it calls [#look] now and then, from one thread. Sub-folders are left alone.
public final class FolderWatch {

    /// How many times as long a file must rest that ends in the middle of a line: as some exports do, and every half-written one.
    private static final int LONGER = 12;

    /// How long a file may be held by another program without a word, and after what time one that could not be kept is tried again.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Signs of a refused cell that a notice shows.
    private static final int MOST_SHOWN = 60;

    /// What became of one file.
    ///
    /// @param batch to undo it by; empty when nothing was imported
    /// @param failed whether the file, or rows of it, were refused
    public record Notice(Path file, OptionalLong batch, boolean failed, String text) {}

    /// How a file was last seen.
    ///
    /// @param key by which the system knows it, where it has one: another file of the same name has another
    /// @param since when it came to be as it is
    /// @param told whether it was told why it waits
    private record Seen(
            long size,
            Instant changed,
            @Nullable Object key,
            Instant since,
            boolean handled,
            boolean told) {

        boolean same(BasicFileAttributes a) {
            return size == a.size()
                    && changed.equals(a.lastModifiedTime().toInstant())
                    && Objects.equals(key, a.fileKey());
        }

        Seen done() {
            return new Seen(size, changed, key, since, true, told);
        }

        Seen told(Instant from) {
            return new Seen(size, changed, key, from, false, true);
        }
    }

    private final ImportService imports;
    private final InstantSource clock;
    private final Path folder;
    private final FolderListing listing;
    private final String profile;
    private final Duration rest;
    private final Predicate<Path> opens;
    private final Map<Path, Seen> seen = new HashMap<>();

    /// @param handled whether a file that lies there already is left alone, by its name, size and time of change
    /// @param opens whether a file can be read now
    FolderWatch(
            ImportService imports,
            InstantSource clock,
            Path folder,
            ImportProfile profile,
            Duration rest,
            Predicate<String> handled,
            Predicate<Path> opens) {
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
        this.listing = new FolderListing(folder);
        this.opens = opens;
        this.profile = profile.name();
        this.rest = rest;
        listing.files()
                .forEach(
                        (file, a) -> {
                            if (handled.test(mark(file, a.size(), a.lastModifiedTime()))) {
                                seen.put(file, seen(a).done());
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
        Map<Path, BasicFileAttributes> now = listing.files();
        seen.keySet().retainAll(now.keySet());
        List<Notice> notices = new ArrayList<>();
        now.forEach(
                (file, a) -> {
                    Seen before = seen.get(file);
                    if (before == null || !before.same(a)) {
                        seen.put(file, seen(a));
                    } else if (!before.handled() && a.size() > 0 && rested(file, before)) {
                        (opens.test(file) ? bring(file, before, progress) : held(file, before))
                                .ifPresent(notices::add);
                    }
                });
        return notices;
    }

    /// Whether a file has appeared or changed that is not at rest yet.
    public boolean waiting() {
        return seen.values().stream().anyMatch(s -> !s.handled() && s.size() > 0);
    }

    private boolean rested(Path file, Seen s) {
        return waited(s, rest) && (waited(s, rest.multipliedBy(LONGER)) || endsWhole(file));
    }

    private boolean waited(Seen s, Duration time) {
        return !clock.instant().isBefore(s.since().plus(time));
    }

    private Seen seen(BasicFileAttributes a) {
        Instant changed = a.lastModifiedTime().toInstant();
        return new Seen(a.size(), changed, a.fileKey(), clock.instant(), false, false);
    }

    private Optional<Notice> held(Path file, Seen s) {
        if (s.told() || !waited(s, rest.plus(PATIENCE))) {
            return Optional.empty();
        }
        seen.put(file, s.told(s.since()));
        return failed(
                file,
                name(file)
                        + " cannot be opened: another program holds it, or you may not read it. It"
                        + " is tried again until it can be read.");
    }

    private Optional<Notice> bring(Path file, Seen s, Progress progress) {
        ImportPlan plan =
                imports.plan(List.of(file), ImportOptions.DEFAULT.profile(profile), progress);
        FileReport report = plan.files().getFirst();
        try {
            Notice notice =
                    report.failed()
                            ? refused(file, report.error())
                            : imported(file, plan, progress);
            if (report.failed() && changed(file, s)) {
                return Optional.empty();
            }
            seen.put(file, s.done());
            return Optional.of(notice);
        } catch (StoreException e) {
            if (changed(file, s)) {
                return Optional.empty();
            }
            seen.put(file, s.told(clock.instant().plus(PATIENCE).minus(rest)));
            return s.told()
                    ? Optional.empty()
                    : failed(
                            file,
                            name(file)
                                    + ": "
                                    + e.getMessage()
                                    + " It is tried again every minute.");
        } catch (ServiceException _) {
            // Somebody else changed the workspace in between: the next look tries again.
            return Optional.empty();
        }
    }

    /// Whether it is another by now: the next look will see that, and read it when it has come to rest.
    private static boolean changed(Path file, Seen s) {
        return FolderListing.attributes(file).filter(s::same).isEmpty();
    }

    private static Optional<Notice> failed(Path file, String text) {
        return Optional.of(new Notice(file, OptionalLong.empty(), true, text));
    }

    private static Notice refused(Path file, @Nullable Refusal error) {
        return new Notice(
                file,
                OptionalLong.empty(),
                true,
                name(file)
                        + " was not imported: "
                        + (error == null ? "it cannot be read." : told(error)));
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
        List<Refusal> refused = plan.files().getFirst().refused();
        if (refused.isEmpty()) {
            return "";
        }
        Refusal first = refused.getFirst();
        return ", "
                + refused.size()
                + (refused.size() == 1 ? " refused (line " : " refused (the first in line ")
                + first.line()
                + (first.column().isEmpty() && first.value().isEmpty() ? ": " : ", ")
                + told(first).replaceAll("\\.$", "")
                + ")";
    }

    /// What is wrong, with the cell it stands in, and what to do.
    private static String told(Refusal r) {
        String cell = r.value().isEmpty() ? "" : "“" + shortened(r.value()) + "”";
        String where = (r.column() + " " + cell).strip();
        return (where.isEmpty() ? "" : where + ": ")
                + r.reason()
                + (r.remedy().isEmpty() ? "" : " " + r.remedy());
    }

    private static String shortened(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN - 1) + "…";
    }
}
