package credence.desktop.action;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import org.kordamp.ikonli.Ikon;

import java.util.Optional;

/// One thing the trader can do.
public final class Action {

    private static final ReadOnlyStringProperty ALWAYS =
            new ReadOnlyStringWrapper("").getReadOnlyProperty();

    private final String id;
    private final Group group;
    private final String words;
    private final Ikon icon;
    private final Optional<Shortcut> shortcut;
    private final ObservableValue<String> whyDisabled;
    private final Runnable deed;

    private Action(
            String id,
            Group group,
            String words,
            Ikon icon,
            Optional<Shortcut> shortcut,
            ObservableValue<String> whyDisabled,
            Runnable deed) {
        this.id = id;
        this.group = group;
        this.words = words;
        this.icon = icon;
        this.shortcut = shortcut;
        this.whyDisabled = whyDisabled;
        this.deed = deed;
    }

    /// @param id stable name, such as `import.files`
    /// @param words what it does, as a button would say it
    public static Action of(String id, Group group, String words, Ikon icon, Runnable deed) {
        return new Action(id, group, words, icon, Optional.empty(), ALWAYS, deed);
    }

    public Action on(Shortcut key) {
        return new Action(id, group, words, icon, Optional.of(key), whyDisabled, deed);
    }

    /// @param why empty while the action can be done, else the reason in words
    public Action unless(ObservableValue<String> why) {
        return new Action(id, group, words, icon, shortcut, why, deed);
    }

    public String id() {
        return id;
    }

    public Group group() {
        return group;
    }

    public String words() {
        return words;
    }

    public Ikon icon() {
        return icon;
    }

    public Optional<Shortcut> shortcut() {
        return shortcut;
    }

    /// Empty while the action can be done, else why it cannot.
    public ObservableValue<String> whyDisabled() {
        return whyDisabled;
    }

    public boolean enabled() {
        return whyDisabled.getValue().isEmpty();
    }

    /// Does it, if it can be done.
    public void run() {
        if (enabled()) {
            deed.run();
        }
    }

    /// What an action is about; the palette and the list of shortcuts are grouped by it.
    public enum Group {
        SCREENS("Screens"),
        IMPORT("Import"),
        SELECTION("Selection"),
        WINDOW("Window"),
        HELP("Help");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
