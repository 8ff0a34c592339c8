package credence.desktop.panel.importing;

import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Session;
import credence.service.ServiceException;
import credence.service.port.mapping.ImportProfile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be done once files have come in: keep how they were read, and watch their folder.
public final class AfterImport {

    private static final String NOTHING = "Nothing was imported here yet";

    private final Session session;
    private final Jobs jobs;
    private final Notices notices;
    private final WatchedFolders watched;
    private final ReadOnlyObjectWrapper<Optional<String>> profile =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper whyNotSave = new ReadOnlyStringWrapper(NOTHING);
    private final ReadOnlyStringWrapper whyNotWatch = new ReadOnlyStringWrapper(NOTHING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private @Nullable Finished done;

    public AfterImport(
            Session session,
            Jobs jobs,
            Notices notices,
            WatchedFolders watched,
            ImportViewModel imports) {
        this.session = session;
        this.jobs = jobs;
        this.notices = notices;
        this.watched = watched;
        watched.shown().subscribe(_ -> say());
        imports.finished().subscribe(this::follow);
    }

    /// Name of the profile that the files were read by or are kept under; empty when there is none.
    public ReadOnlyObjectProperty<Optional<String>> profile() {
        return profile.getReadOnlyProperty();
    }

    /// Why no profile can be kept, empty when it can.
    public ReadOnlyStringProperty whyNotSave() {
        return whyNotSave.getReadOnlyProperty();
    }

    /// Why the folder cannot be watched, empty when it can.
    public ReadOnlyStringProperty whyNotWatch() {
        return whyNotWatch.getReadOnlyProperty();
    }

    /// What is wrong with the name, empty when nothing is.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    private void follow(Optional<Finished> now) {
        done = now.orElse(null);
        profile.set(now.flatMap(Finished::used));
        trouble.set("");
        say();
    }

    /// Keeps how the files were read, for the next ones of their kind.
    public void save(String name) {
        OpenDesk at = session.open().get();
        Finished last = done;
        if (at == null || last == null || !whyNotSave.get().isEmpty()) {
            return;
        }
        ImportProfile made;
        try {
            made = last.maker().apply(name);
            trouble.set("");
        } catch (IllegalArgumentException | ServiceException unfit) {
            trouble.set(String.valueOf(unfit.getMessage()));
            return;
        }
        Optional<Long> batch =
                last.result().batch().isPresent()
                        ? Optional.of(last.result().batch().getAsLong())
                        : Optional.empty();
        var unused =
                jobs.start(
                        "Keeping the profile",
                        _ -> {
                            at.desk().profiles().keep(made, batch);
                            return made.name();
                        },
                        kept -> {
                            if (last.equals(done)) {
                                profile.set(Optional.of(kept));
                                say();
                            }
                            notices.say(
                                    Notice.plain(
                                            last.result().refusals()
                                                    ? "“"
                                                            + kept
                                                            + "” is kept. Rows were refused, so"
                                                            + " files are read as it says only when"
                                                            + " you choose it, until a file came in"
                                                            + " whole."
                                                    : "Files of these columns will be read as “"
                                                            + kept
                                                            + "” says, without a question."));
                        },
                        _ -> {});
    }

    /// Watches the folder that the files came from, by the profile.
    public void watch() {
        Finished last = done;
        if (last == null || !whyNotWatch.get().isEmpty()) {
            return;
        }
        Path folder = folders(last).iterator().next();
        profile.get().ifPresent(name -> watched.start(folder, name));
    }

    private void say() {
        Finished last = done;
        whyNotSave.set(
                last == null
                        ? NOTHING
                        : last.fits()
                                ? ""
                                : "The files are of several kinds, or hold no columns to know them"
                                        + " by");
        whyNotWatch.set(last == null ? NOTHING : whyNotWatch(last));
    }

    private String whyNotWatch(Finished last) {
        Set<Path> folders = folders(last);
        if (folders.size() != 1) {
            return "The files came from several folders";
        }
        if (watched.watches(folders.iterator().next())) {
            return "The folder is watched already";
        }
        if (last.result().refusals()) {
            return "Rows were refused: a folder is watched only by a profile that has brought files"
                    + " in whole";
        }
        return profile.get().isEmpty()
                ? "Save a profile first: a folder is watched by what it says"
                : "";
    }

    private static Set<Path> folders(Finished last) {
        return last.sources().stream()
                .map(p -> p.toAbsolutePath().getParent())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
