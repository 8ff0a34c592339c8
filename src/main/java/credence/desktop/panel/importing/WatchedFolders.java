package credence.desktop.panel.importing;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Memory;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Profiles.Watch;
import credence.desktop.desk.Session;
import credence.desktop.desk.ShortPath;
import credence.desktop.fx.Tasks;
import credence.service.FolderWatch;
import credence.service.port.Progress;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Folders that are watched while the window is open, for the trader's own workspace. They are remembered; when the workspace opens
/// again, files that came in between are imported too.
///
/// Nothing happens by itself: whoever owns the window calls [#tick] every few seconds.
public final class WatchedFolders {

    /// One folder; the watch is absent while it is stopped.
    private static final class Watched {
        private final Path folder;
        private final String profile;
        private @Nullable Watch watch;
        private Optional<Set<String>> handled;
        private boolean looking;
        private boolean waiting;
        private String trouble = "";
        private String last = "";

        Watched(Path folder, String profile, Optional<Set<String>> handled) {
            this.folder = folder;
            this.profile = profile;
            this.handled = handled;
        }
    }

    private final Session session;
    private final Tasks tasks;
    private final Notices notices;
    private final Preferences preferences;
    private final WatchMemory memory;
    private final InstantSource clock;
    private final ObservableValue<Boolean> importing;
    private final List<Watched> all = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<FolderLine>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Desk of;

    /// @param importing whether the trader is bringing files in; watching waits then, so that what is seen stays true
    public WatchedFolders(
            Session session,
            Tasks tasks,
            Notices notices,
            Preferences preferences,
            Memory memory,
            InstantSource clock,
            ObservableValue<Boolean> importing) {
        this.session = session;
        this.tasks = tasks;
        this.notices = notices;
        this.preferences = preferences;
        this.memory = new WatchMemory(memory);
        this.clock = clock;
        this.importing = importing;
        session.open().subscribe(this::follow);
        importing.subscribe(_ -> show());
    }

    public ReadOnlyObjectProperty<List<FolderLine>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether a folder is watched now.
    public boolean watches(Path folder) {
        return all.stream().anyMatch(w -> w.watch != null && w.folder.equals(folder));
    }

    /// Begins to watch a folder, whatever lies in it now left alone; again, with what came in between, if it was stopped.
    public void start(Path folder, String profile) {
        Desk desk = of;
        if (desk == null || watches(folder)) {
            return;
        }
        Optional<Set<String>> handled =
                all.stream()
                        .filter(w -> w.folder.equals(folder) && w.profile.equals(profile))
                        .findFirst()
                        .flatMap(w -> w.handled);
        all.removeIf(w -> w.folder.equals(folder));
        Watched watched = new Watched(folder, profile, handled);
        all.add(watched);
        begin(desk, watched, true);
    }

    public void stop(Path folder) {
        all.stream()
                .filter(w -> w.folder.equals(folder))
                .forEach(
                        w -> {
                            keepHandled(w);
                            w.watch = null;
                            w.trouble = "";
                        });
        changed();
    }

    /// Forgets a folder.
    public void forget(Path folder) {
        all.removeIf(w -> w.folder.equals(folder));
        changed();
    }

    /// Has every watched folder looked at, unless it is being looked at still.
    public void tick() {
        if (importing.getValue()) {
            return;
        }
        for (Watched w : List.copyOf(all)) {
            Watch watch = w.watch;
            if (watch != null && !w.looking) {
                w.looking = true;
                var unused =
                        tasks.<List<FolderWatch.Notice>>run(
                                () -> watch.look(Progress.NONE),
                                came -> looked(w, watch, came),
                                failure -> failed(w, failure));
            }
        }
    }

    private void begin(Desk desk, Watched w, boolean told) {
        var unused =
                tasks.<Watch>run(
                        () -> desk.profiles().watch(w.folder, w.profile, w.handled),
                        watch -> {
                            if (of == desk && all.contains(w)) {
                                w.watch = watch;
                                w.trouble = "";
                                changed();
                            }
                        },
                        failure -> {
                            w.trouble = String.valueOf(failure.getMessage());
                            if (told) {
                                notices.failed(failure);
                            }
                            changed();
                        });
    }

    private void looked(Watched w, Watch watch, List<FolderWatch.Notice> came) {
        w.looking = false;
        w.waiting = watch.waiting();
        if (!came.isEmpty() || w.watch == null) {
            w.handled = Optional.of(watch.handled()); // stopped while it looked, or something came
        }
        if (!came.isEmpty()) {
            w.last = preferences.figures().getValue().time(clock.instant()) + "  " + words(came);
            new WatchNotice(session, tasks, notices).say(came);
            changed();
        } else {
            show();
        }
    }

    private static String words(List<FolderWatch.Notice> came) {
        String last = came.getLast().text();
        return came.size() == 1 ? last : came.size() + " files, the last: " + last;
    }

    private void failed(Watched w, Throwable failure) {
        w.looking = false;
        keepHandled(w);
        w.watch = null;
        w.trouble = String.valueOf(failure.getMessage());
        notices.failed(failure);
        changed();
    }

    private static void keepHandled(Watched w) {
        Watch watch = w.watch;
        if (watch != null && !w.looking) {
            w.handled = Optional.of(watch.handled());
        }
    }

    /// Another workspace, other folders.
    private void follow(@Nullable OpenDesk now) {
        Desk desk = now == null || now.desk().sample() ? null : now.desk();
        if (desk == of) {
            return;
        }
        of = desk;
        all.clear();
        if (desk != null) {
            for (WatchMemory.Folder f : memory.recall()) {
                Watched w = new Watched(f.folder(), f.profile(), Optional.of(f.handled()));
                all.add(w);
                if (f.running()) {
                    begin(desk, w, false);
                }
            }
        }
        show();
    }

    private void changed() {
        memory.keep(
                all.stream()
                        .map(
                                w ->
                                        new WatchMemory.Folder(
                                                w.folder,
                                                w.profile,
                                                w.watch != null || !w.trouble.isEmpty(),
                                                handled(w)))
                        .toList());
        show();
    }

    private static Set<String> handled(Watched w) {
        Watch watch = w.watch;
        return watch != null && !w.looking ? watch.handled() : w.handled.orElse(Set.of());
    }

    private void show() {
        shown.set(
                all.stream()
                        .map(
                                w ->
                                        new FolderLine(
                                                w.folder,
                                                ShortPath.of(w.folder),
                                                w.profile,
                                                w.watch != null,
                                                state(w),
                                                w.last))
                        .toList());
    }

    private String state(Watched w) {
        if (w.watch == null) {
            return w.trouble.isEmpty() ? "Stopped" : "Stopped: " + w.trouble;
        }
        if (importing.getValue()) {
            return "Waits while you import";
        }
        return w.waiting ? "A file has come and is not at rest yet" : "Watching";
    }
}
