package credence.desktop.shell;

import credence.desktop.action.Action;
import credence.desktop.action.Actions;
import credence.desktop.action.Navigation;
import credence.desktop.action.Screen;
import credence.desktop.action.Shortcut;
import credence.desktop.action.Words;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// The command palette: every action, bot and setting, narrowed down by what is typed.
final class PaletteViewModel {

    private static final int SHOWN = 60;

    private final Actions actions;
    private final Navigation navigation;
    private final ShellViewModel shell;
    private final List<String> settings;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();

    /// @param settings what can be set, in words
    PaletteViewModel(
            Actions actions, Navigation navigation, ShellViewModel shell, List<String> settings) {
        this.actions = actions;
        this.navigation = navigation;
        this.shell = shell;
        this.settings = settings;
        typed.subscribe(_ -> narrow());
    }

    StringProperty typed() {
        return typed;
    }

    ObservableList<PaletteEntry> entries() {
        return entries;
    }

    /// Begins anew with everything there is now.
    void open() {
        typed.set("");
        narrow();
    }

    private void narrow() {
        List<PaletteEntry> found = new ArrayList<>();
        for (Action action : actions.matching(typed.get())) {
            found.add(
                    new PaletteEntry(
                            action.icon(),
                            action.words(),
                            action.group().words(),
                            action.shortcut().map(Shortcut::words).orElse(""),
                            action.whyDisabled().getValue(),
                            action::run));
        }
        for (var bot : shell.shown().get().bots()) {
            if (found.size() < SHOWN && Words.match(typed.get(), "Bot " + bot)) {
                found.add(
                        entry(Screen.BOT, bot.name(), "Bot", () -> shell.selectBots(List.of(bot))));
            }
        }
        for (String setting : settings) {
            if (found.size() < SHOWN && Words.match(typed.get(), "Setting " + setting)) {
                found.add(entry(Screen.SETTINGS, setting, "Setting", () -> {}));
            }
        }
        entries.setAll(found);
    }

    private PaletteEntry entry(Screen screen, String words, String detail, Runnable first) {
        return new PaletteEntry(
                screen == Screen.BOT ? Feather.CPU : Feather.SETTINGS,
                words,
                detail,
                "",
                "",
                () -> {
                    first.run();
                    navigation.show(screen);
                });
    }
}
