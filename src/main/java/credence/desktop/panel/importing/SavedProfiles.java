package credence.desktop.panel.importing;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Session;
import credence.desktop.fx.Tasks;
import credence.service.ServiceException;
import credence.service.port.JournalReader.FormatDescription;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// The import profiles of the workspace: list, rename, delete, take elsewhere and bring in.
public final class SavedProfiles {

    private static final long LARGEST = 1 << 20;

    private final Session session;
    private final Tasks tasks;
    private final Notices notices;
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<List<ProfileLine>> shown =
            new ReadOnlyObjectWrapper<>(List.of());

    public SavedProfiles(Session session, Tasks tasks, Notices notices, Preferences preferences) {
        this.session = session;
        this.tasks = tasks;
        this.notices = notices;
        this.preferences = preferences;
        session.open()
                .map(OpenDesk::desk)
                .subscribe(_ -> refresh()); // another workspace, not each of its states
    }

    public ReadOnlyObjectProperty<List<ProfileLine>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Looks again: profiles are kept elsewhere too.
    public void refresh() {
        OpenDesk at = session.open().get();
        if (at == null) {
            shown.set(List.of());
            return;
        }
        var unused =
                tasks.<List<ProfileLine>>run(
                        () -> lines(at.desk()),
                        lines -> {
                            OpenDesk now = session.open().get();
                            if (now != null && now.desk() == at.desk()) {
                                shown.set(lines);
                            }
                        },
                        notices::failed);
    }

    private List<ProfileLine> lines(Desk desk) {
        Map<String, String> titles =
                desk.formats().stream()
                        .collect(
                                Collectors.toMap(
                                        FormatDescription::id,
                                        FormatDescription::title,
                                        (first, _) -> first));
        return desk.profiles().all().stream()
                .map(p -> ProfileLine.of(p, titles, preferences.figures().getValue()))
                .toList();
    }

    public void rename(String name, String other) {
        OpenDesk at = session.open().get();
        if (at != null && !name.equals(other)) {
            change(
                    () -> {
                        at.desk().profiles().rename(name, other);
                        return "“" + name + "” is now called “" + other + "”.";
                    });
        }
    }

    public void delete(String name) {
        OpenDesk at = session.open().get();
        if (at != null) {
            change(
                    () -> {
                        String text = at.desk().profiles().text(name);
                        at.desk().profiles().delete(name);
                        return new Deleted(name, text);
                    });
        }
    }

    private record Deleted(String name, String text) {}

    /// Writes a profile as JSON.
    public void export(String name, Path file) {
        OpenDesk at = session.open().get();
        if (at != null) {
            change(
                    () -> {
                        Files.writeString(file, at.desk().profiles().text(name));
                        return "“" + name + "” was written to " + file.getFileName() + ".";
                    });
        }
    }

    /// Keeps a profile from a file that another workspace wrote.
    public void bring(Path file) {
        OpenDesk at = session.open().get();
        if (at != null) {
            change(
                    () -> {
                        if (Files.size(file) > LARGEST) {
                            throw new ServiceException(
                                    file.getFileName() + " is too long to be an import profile.");
                        }
                        String name = at.desk().profiles().read(Files.readString(file));
                        return "The profile “" + name + "” was brought in.";
                    });
        }
    }

    private void change(Callable<Object> change) {
        var unused =
                tasks.<Object>run(
                        change,
                        told -> {
                            if (told instanceof Deleted d) {
                                notices.say(
                                        Notice.plain("The profile “" + d.name() + "” was deleted.")
                                                .offering("Bring it back", () -> back(d)));
                            } else {
                                notices.say(Notice.plain(String.valueOf(told)));
                            }
                            refresh();
                        },
                        this::failed);
    }

    private void back(Deleted d) {
        OpenDesk at = session.open().get();
        if (at != null) {
            change(
                    () -> {
                        String name = at.desk().profiles().read(d.text());
                        return "The profile “" + name + "” is back.";
                    });
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            notices.say(Notice.trouble(String.valueOf(failure.getMessage())));
        } else if (failure instanceof IOException) {
            notices.say(
                    Notice.trouble(
                            "The file cannot be read or written: " + failure.getMessage() + "."));
        } else {
            notices.failed(failure);
        }
        refresh();
    }
}
