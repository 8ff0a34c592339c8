package credence.desktop.panel.importing;

import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Session;
import credence.desktop.fx.Tasks;
import credence.service.FolderWatch;

import java.util.List;

/// Tells of files that a watched folder brought in, with the way to take them back.
final class WatchNotice {

    private final Session session;
    private final Tasks tasks;
    private final Notices notices;

    WatchNotice(Session session, Tasks tasks, Notices notices) {
        this.session = session;
        this.tasks = tasks;
        this.notices = notices;
    }

    void say(List<FolderWatch.Notice> came) {
        List<Long> batches =
                came.stream()
                        .filter(n -> n.batch().isPresent())
                        .map(n -> n.batch().getAsLong())
                        .toList();
        boolean failed = came.stream().anyMatch(FolderWatch.Notice::failed);
        String text =
                came.size() == 1
                        ? WindowWords.of(came.getFirst().text())
                        : came.size()
                                + " files came into a watched folder, "
                                + batches.size()
                                + " with something new. The last: "
                                + WindowWords.of(came.getLast().text());
        Notice notice = failed ? Notice.trouble(text) : Notice.plain(text);
        notices.say(
                batches.isEmpty()
                        ? notice
                        : notice.offering(
                                batches.size() == 1
                                        ? "Undo import " + batches.getFirst()
                                        : "Undo these imports",
                                () -> undo(batches)));
    }

    private void undo(List<Long> batches) {
        OpenDesk at = session.open().get();
        if (at == null) {
            return;
        }
        var unused =
                tasks.<Integer>run(
                        () -> {
                            batches.forEach(at.desk()::undo);
                            return batches.size();
                        },
                        n ->
                                notices.say(
                                        Notice.plain(
                                                n == 1
                                                        ? "Import "
                                                                + batches.getFirst()
                                                                + " was undone."
                                                        : n + " imports were undone.")),
                        notices::failed);
    }
}
