package credence.desktop.panel.settings;

import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Projector;
import credence.desktop.desk.Session;
import credence.desktop.desk.ShortPath;
import credence.desktop.fx.Tasks;
import credence.desktop.theme.ResultColours;
import credence.desktop.theme.ThemeChoice;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import java.time.ZoneId;
import java.util.List;

/// Preferences of the window and settings of the workspace.
public final class SettingsViewModel {

    /// What can be set, in words; the palette finds the screen by them.
    public static final List<String> IN_WORDS =
            List.of(
                    "Light or dark",
                    "Colours of profit and loss",
                    "Time zone of times on screen",
                    "Cost assumed where a file states none",
                    "How fast evidence fades",
                    "Which open lot a closing fill meets");

    private final Session session;
    private final Jobs jobs;
    private final Notices notices;
    private final Preferences preferences;
    private final Projector<SettingsProjection> projector;

    public SettingsViewModel(
            Session session, Tasks tasks, Jobs jobs, Notices notices, Preferences preferences) {
        this.session = session;
        this.jobs = jobs;
        this.notices = notices;
        this.preferences = preferences;
        this.projector =
                new Projector<>(
                        session,
                        tasks,
                        notices,
                        SettingsProjection.NOTHING,
                        at ->
                                () ->
                                        SettingsProjection.of(
                                                at.desk().settings(),
                                                ShortPath.of(at.desk().directory())));
    }

    public ReadOnlyObjectProperty<SettingsProjection> shown() {
        return projector.shown();
    }

    public void showing(boolean showing) {
        projector.showing(showing);
    }

    public ObjectProperty<ThemeChoice> theme() {
        return preferences.theme();
    }

    public ObjectProperty<ResultColours> resultColours() {
        return preferences.resultColours();
    }

    public ObjectProperty<ZoneId> zone() {
        return preferences.zone();
    }

    /// Changes a setting of the workspace; everything is learned anew under it.
    ///
    /// @param value empty for the default
    public void change(String name, String value) {
        OpenDesk at = session.open().get();
        if (at == null) {
            return;
        }
        var unused =
                jobs.startWhole(
                        "Learning everything anew",
                        _ -> at.desk().set(name, value),
                        set -> {
                            notices.say(
                                    Notice.plain(
                                            "“"
                                                    + set.description()
                                                    + "” is now "
                                                    + set.value()
                                                    + "; everything was learned anew."));
                            projector.refresh();
                        },
                        _ -> projector.refresh());
    }
}
