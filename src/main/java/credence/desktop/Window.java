package credence.desktop;

import credence.desktop.action.Actions;
import credence.desktop.action.Navigation;
import credence.desktop.action.Screen;
import credence.desktop.desk.Desks;
import credence.desktop.desk.FaultLog;
import credence.desktop.desk.Jobs;
import credence.desktop.desk.Memory;
import credence.desktop.desk.Notices;
import credence.desktop.desk.PreferenceStore;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Session;
import credence.desktop.fx.FileChoice;
import credence.desktop.fx.Tasks;
import credence.desktop.panel.beliefs.BeliefsView;
import credence.desktop.panel.beliefs.BeliefsViewModel;
import credence.desktop.panel.bot.BotView;
import credence.desktop.panel.bot.BotViewModel;
import credence.desktop.panel.importing.AfterImport;
import credence.desktop.panel.importing.BrokenOff;
import credence.desktop.panel.importing.ImportView;
import credence.desktop.panel.importing.ImportViewModel;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.desktop.panel.importing.Keeping;
import credence.desktop.panel.importing.SavedProfiles;
import credence.desktop.panel.importing.WatchedFolders;
import credence.desktop.panel.journal.JournalView;
import credence.desktop.panel.journal.JournalViewModel;
import credence.desktop.panel.overview.OverviewView;
import credence.desktop.panel.overview.OverviewViewModel;
import credence.desktop.panel.regimes.RegimesView;
import credence.desktop.panel.regimes.RegimesViewModel;
import credence.desktop.panel.settings.SettingsView;
import credence.desktop.panel.settings.SettingsViewModel;
import credence.desktop.part.Fittings;
import credence.desktop.part.ScreenView;
import credence.desktop.shell.ShellView;
import credence.desktop.shell.ShellViewModel;
import credence.desktop.shell.WindowFrame;
import credence.desktop.table.LayoutMemory;
import credence.desktop.theme.Theme;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The one window, put together: models, actions, screens, shell. Used on the JavaFX thread.
public final class Window {

    /// How often watched folders are looked at.
    private static final Duration PACE = Duration.seconds(2);

    private final Session session;
    private final Actions actions = new Actions();
    private final Navigation navigation = new Navigation();
    private final ImportViewModel imports;
    private final WatchedFolders watched;
    private final Timeline watching;
    private final SelectionMemory selection;
    private final WindowFrame frame;
    private final Supplier<ShellView> content;
    private final Preferences preferences;

    /// @param files asks the trader for files; an interface, since no chooser opens without a display
    public Window(Desks desks, Tasks tasks, Memory memory, FaultLog faults, FileChoice files) {
        Theme theme = new Theme();
        preferences = new Preferences(memory, Locale.getDefault(Locale.Category.FORMAT));
        theme.choiceProperty().bind(preferences.theme());
        theme.resultColoursProperty().bind(preferences.resultColours());
        frame = new WindowFrame(theme, memory, faults);

        Notices notices = new Notices(frame::unexpected);
        Jobs jobs = new Jobs(tasks, notices);
        session = new Session(desks, tasks, jobs, notices);
        selection = new SelectionMemory(session, memory);
        var unused = new PreferenceStore(session, preferences, tasks, notices);

        imports =
                new ImportViewModel(
                        session,
                        jobs,
                        notices,
                        preferences,
                        navigation,
                        () -> files.open(frame.owner(), "Import my files", List.of()));
        var _ = new BrokenOff(session, tasks, notices, preferences, imports::take);
        var overview = new OverviewViewModel(session, tasks, notices, preferences, navigation);
        var bot = new BotViewModel(session, tasks, notices, preferences);
        var beliefs = new BeliefsViewModel(session, tasks, notices, preferences);
        var regimes = new RegimesViewModel(session, tasks, notices, preferences);
        var journal = new JournalViewModel(session, tasks, jobs, notices);
        var settings = new SettingsViewModel(session, tasks, jobs, notices, preferences);
        var shell = new ShellViewModel(session, jobs, notices, preferences, tasks);

        watched =
                new WatchedFolders(
                        session,
                        tasks,
                        notices,
                        preferences,
                        memory,
                        InstantSource.system(),
                        imports.step().map(now -> now != Step.WAITING && now != Step.DONE));
        var keeping =
                new Keeping(
                        new SavedProfiles(session, tasks, notices, preferences),
                        watched,
                        new AfterImport(session, jobs, notices, watched, imports));

        WindowActions.addTo(actions, navigation, session, imports, preferences, theme);
        imports.addActions(actions);

        Map<Screen, Function<Fittings, ScreenView>> screens =
                Map.of(
                        Screen.OVERVIEW, fittings -> new OverviewView(overview, fittings),
                        Screen.BOT, fittings -> new BotView(bot, fittings),
                        Screen.BELIEFS, fittings -> new BeliefsView(beliefs, fittings),
                        Screen.REGIMES, fittings -> new RegimesView(regimes, fittings),
                        Screen.JOURNAL, fittings -> new JournalView(journal, fittings),
                        Screen.IMPORT, fittings -> new ImportView(imports, keeping, fittings),
                        Screen.SETTINGS, fittings -> new SettingsView(settings, fittings));
        watching = new Timeline(new KeyFrame(PACE, _ -> watched.tick()));
        watching.setCycleCount(Animation.INDEFINITE);
        content =
                () ->
                        new ShellView(
                                shell,
                                actions,
                                navigation,
                                preferences.figures(),
                                screens,
                                layouts(memory),
                                files,
                                SettingsViewModel.IN_WORDS);
    }

    /// Opens the workspace and, while that takes its time, builds and shows the window.
    public void showOn(Stage stage) {
        session.openFirst();
        ShellView view = content.get();
        view.acceptDrops(imports::take);
        frame.show(stage, view);
        watching.play();
    }

    /// Remembers what is to be remembered and closes the workspace.
    ///
    /// @return whether one was open
    public boolean leave() {
        watching.stop();
        frame.keep();
        selection.keep();
        boolean open = session.open().get() != null;
        session.close();
        return open;
    }

    /// Everything that can be done in the window.
    public Actions actions() {
        return actions;
    }

    public Navigation navigation() {
        return navigation;
    }

    public Session session() {
        return session;
    }

    /// How the trader likes to look at things.
    public Preferences preferences() {
        return preferences;
    }

    /// Takes files as if they had been dropped on the window.
    public ImportViewModel imports() {
        return imports;
    }

    private static LayoutMemory layouts(Memory memory) {
        return new LayoutMemory() {
            @Override
            public Optional<String> recall(String table) {
                return memory.get("table." + table);
            }

            @Override
            public void remember(String table, String layout) {
                memory.put("table." + table, layout);
            }
        };
    }
}
