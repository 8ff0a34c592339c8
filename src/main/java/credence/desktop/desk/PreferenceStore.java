package credence.desktop.desk;

import credence.desktop.fx.Tasks;
import credence.desktop.theme.ResultColours;
import credence.desktop.theme.ThemeChoice;
import credence.service.Setting;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Keeps the preferences of the window and the settings of the open workspace the same, so that what the command line sets is what
/// the window shows. A setting that stands at its default leaves the window as it is.
public final class PreferenceStore {

    private static final String THEME = "theme";
    private static final String COLOURS = "colors.profitLoss";
    private static final String ZONE = "display.zone";

    private final Session session;
    private final Preferences preferences;
    private final Tasks tasks;
    private final Notices notices;
    private boolean applying;
    private @org.jspecify.annotations.Nullable Desk known;

    public PreferenceStore(Session session, Preferences preferences, Tasks tasks, Notices notices) {
        this.session = session;
        this.preferences = preferences;
        this.tasks = tasks;
        this.notices = notices;
        session.open().subscribe(this::opened);
        preferences
                .theme()
                .subscribe((_, now) -> store(THEME, now.name().toLowerCase(Locale.ROOT)));
        preferences
                .resultColours()
                .subscribe(
                        (_, now) ->
                                store(
                                        COLOURS,
                                        now == ResultColours.RED_GREEN
                                                ? "green-red"
                                                : "blue-orange"));
        preferences.zone().subscribe((_, now) -> store(ZONE, now.getId()));
    }

    private void opened(@org.jspecify.annotations.Nullable OpenDesk at) {
        if (at == null || at.desk() == known) {
            return;
        }
        known = at.desk();
        var unused = tasks.<List<Setting>>run(at.desk()::settings, this::apply, notices::failed);
    }

    private void apply(List<Setting> settings) {
        applying = true;
        try {
            on(
                    settings,
                    THEME,
                    v -> preferences.theme().set(ThemeChoice.valueOf(v.toUpperCase(Locale.ROOT))));
            on(
                    settings,
                    COLOURS,
                    v ->
                            preferences
                                    .resultColours()
                                    .set(
                                            v.equals("green-red")
                                                    ? ResultColours.RED_GREEN
                                                    : ResultColours.BLUE_ORANGE));
            on(settings, ZONE, v -> preferences.zone().set(ZoneId.of(v)));
        } finally {
            applying = false;
        }
    }

    private void on(List<Setting> settings, String name, Consumer<String> then) {
        for (Setting setting : settings) {
            if (setting.name().equals(name) && !setting.value().equals(setting.defaultValue())) {
                try {
                    then.accept(setting.value());
                } catch (IllegalArgumentException | DateTimeException unknown) {
                    notices.say(
                            Notice.trouble(
                                    "The setting "
                                            + name
                                            + " cannot be “"
                                            + setting.value()
                                            + "” and was left out."));
                }
            }
        }
    }

    private void store(String name, String value) {
        OpenDesk at = session.open().get();
        if (!applying && at != null) {
            var unused =
                    tasks.<Setting>run(() -> at.desk().set(name, value), _ -> {}, notices::failed);
        }
    }
}
