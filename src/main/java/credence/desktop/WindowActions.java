package credence.desktop;

import credence.desktop.action.Action;
import credence.desktop.action.Action.Group;
import credence.desktop.action.Actions;
import credence.desktop.action.Navigation;
import credence.desktop.action.Screen;
import credence.desktop.action.Shortcut;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Selection;
import credence.desktop.desk.Session;
import credence.desktop.panel.importing.ImportViewModel;
import credence.desktop.theme.Theme;
import credence.desktop.theme.ThemeChoice;

import javafx.beans.value.ObservableValue;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Everything that can be done from anywhere in the window.
final class WindowActions {

    private WindowActions() {}

    static void addTo(
            Actions actions,
            Navigation navigation,
            Session session,
            ImportViewModel imports,
            Preferences preferences,
            Theme theme) {
        int number = 1;
        for (Screen screen : Screen.values()) {
            actions.add(
                    Action.of(
                                    "show." + screen.name().toLowerCase(java.util.Locale.ROOT),
                                    Group.SCREENS,
                                    "Show " + screen.words(),
                                    screen.icon(),
                                    () -> navigation.show(screen))
                            .on(new Shortcut("Shortcut+" + number++)));
        }
        actions.add(
                Action.of(
                                "import.files",
                                Group.IMPORT,
                                "Import my files",
                                Feather.DOWNLOAD,
                                () -> {
                                    navigation.show(Screen.IMPORT);
                                    imports.chooseFiles();
                                })
                        .on(new Shortcut("Shortcut+I"))
                        .unless(imports.whyBusy()));
        actions.add(
                Action.of(
                                "sample.open",
                                Group.IMPORT,
                                "Open the sample",
                                Feather.PLAY_CIRCLE,
                                () -> {
                                    navigation.show(Screen.OVERVIEW);
                                    session.openSample();
                                })
                        .unless(
                                session.open()
                                        .map(at -> at.desk().sample())
                                        .orElse(false)
                                        .map(sample -> sample ? "The sample is open" : "")));
        actions.add(
                Action.of(
                                "own.open",
                                Group.IMPORT,
                                "Open my workspace",
                                Feather.FOLDER,
                                () -> session.openOwn(() -> navigation.show(Screen.OVERVIEW)))
                        .unless(
                                session.open()
                                        .map(at -> !at.desk().sample())
                                        .orElse(false)
                                        .map(own -> own ? "Your workspace is open" : "")));
        actions.add(
                Action.of(
                                "selection.all-bots",
                                Group.SELECTION,
                                "Show all bots",
                                Feather.USERS,
                                () -> {
                                    Selection now = session.selection().get();
                                    session.selection().set(now.withBots(List.of()));
                                })
                        .unless(whyNot(session, "All bots are shown", s -> s.bots().isEmpty())));
        actions.add(
                Action.of(
                                "selection.clear",
                                Group.SELECTION,
                                "Show all bots, symbols and times",
                                Feather.MAXIMIZE_2,
                                () -> session.selection().set(Selection.EVERYTHING))
                        .on(new Shortcut("Shortcut+Shift+A"))
                        .unless(
                                whyNot(
                                        session,
                                        "Everything is shown",
                                        Selection.EVERYTHING::equals)));
        actions.add(
                Action.of(
                                "theme.toggle",
                                Group.WINDOW,
                                "Switch between light and dark",
                                Feather.MOON,
                                () ->
                                        preferences
                                                .theme()
                                                .set(
                                                        theme.darkProperty().get()
                                                                ? ThemeChoice.LIGHT
                                                                : ThemeChoice.DARK))
                        .on(new Shortcut("Shortcut+Shift+L")));
        actions.add(
                Action.of(
                                "theme.system",
                                Group.WINDOW,
                                "Follow the system's light or dark",
                                Feather.MONITOR,
                                () -> preferences.theme().set(ThemeChoice.SYSTEM))
                        .unless(
                                preferences
                                        .theme()
                                        .map(
                                                choice ->
                                                        choice == ThemeChoice.SYSTEM
                                                                ? "It does already"
                                                                : "")));
    }

    private static ObservableValue<String> whyNot(
            Session session, String why, java.util.function.Predicate<Selection> already) {
        return session.selection().map(now -> already.test(now) ? why : "");
    }
}
