package credence.desktop.panel.importing;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Session;
import credence.desktop.fx.Tasks;
import credence.service.BrokenImport;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Tells, when a workspace opens, which imports the end of the program broke off, until the trader has seen it or imported the files
/// again.
public final class BrokenOff {

    private final Tasks tasks;
    private final Notices notices;
    private final Preferences preferences;
    private final Consumer<List<Path>> importing;
    private @Nullable Desk of;

    /// What is to be told.
    ///
    /// @param files theirs, if all of them lie where they lay
    private record Found(List<BrokenImport> broken, List<Path> files) {}

    /// @param importing takes files as if they had been dropped on the window
    public BrokenOff(
            Session session,
            Tasks tasks,
            Notices notices,
            Preferences preferences,
            Consumer<List<Path>> importing) {
        this.tasks = tasks;
        this.notices = notices;
        this.preferences = preferences;
        this.importing = importing;
        session.open().subscribe(this::follow);
    }

    private void follow(@Nullable OpenDesk now) {
        Desk desk = now == null ? null : now.desk();
        if (desk == null || desk == of) {
            return;
        }
        of = desk;
        var unused =
                tasks.<Found>run(() -> look(desk), found -> tell(desk, found), notices::failed);
    }

    private static Found look(Desk desk) {
        List<BrokenImport> broken = List.copyOf(desk.broken());
        List<Path> files = broken.stream().flatMap(b -> b.files().stream()).distinct().toList();
        boolean there =
                broken.stream().allMatch(b -> b.files().size() == b.count())
                        && files.stream().allMatch(Files::isRegularFile);
        return new Found(broken, there ? files : List.of());
    }

    private void tell(Desk desk, Found found) {
        if (found.broken().isEmpty() || desk != of) {
            return;
        }
        Notice notice =
                Notice.trouble(
                                BrokenImport.words(
                                        found.broken(), preferences.figures().getValue()::time))
                        .telling(() -> seen(desk));
        notices.say(
                found.files().isEmpty()
                        ? notice
                        : notice.offering("Import again", () -> importing.accept(found.files())));
    }

    private void seen(Desk desk) {
        var unused =
                tasks.<Boolean>run(
                        () -> {
                            desk.seenBroken();
                            return true;
                        },
                        _ -> {},
                        notices::failed);
    }
}
