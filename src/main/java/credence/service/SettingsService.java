package credence.service;

import credence.core.brain.Configuration;
import credence.service.port.NearName;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Settings by name, checked; a change of configuration folds everything anew.
public final class SettingsService {

    private final Desk desk;
    private final InstantSource clock;

    SettingsService(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /// All settings in the order they are listed; what the window remembers (`ui.…`) is left out.
    public List<Setting> all() {
        return Settings.all(desk.store().settings().all());
    }

    /// Settings that take a name of the trader's own, each once under its pattern: `fees.ACCOUNT.per_fill`. They have no value.
    public List<Setting> families() {
        return Settings.families();
    }

    /// @throws ServiceException when there is no such setting (the message names near ones)
    public Setting get(String name) {
        Settings.Definition d = find(name);
        String value = desk.store().settings().all().getOrDefault(name, d.defaultValue());
        return Settings.setting(d, name, value);
    }

    /// Sets a value; the empty text returns the setting to its default.
    ///
    /// @throws ServiceException when the name or the value is not allowed; nothing changed
    public Setting set(String name, String value) {
        Settings.Definition d = find(name);
        String cleaned = value.strip();
        if (!cleaned.isEmpty() && !d.accepts().test(cleaned)) {
            throw new ServiceException(
                    "Setting "
                            + name
                            + " cannot be “"
                            + cleaned
                            + "”: it takes "
                            + d.allowed()
                            + ".");
        }
        return desk.change(
                () -> {
                    SortedMap<String, String> after = new TreeMap<>(desk.store().settings().all());
                    if (cleaned.isEmpty()) {
                        after.remove(name);
                    } else {
                        after.put(name, cleaned);
                    }
                    Configuration configuration =
                            configured(name, cleaned, after)
                                    .withRates(desk.moment().configuration().rates());
                    boolean onRecord = d.kind().equals("configuration");
                    desk.store()
                            .together(
                                    "Setting " + name + " was not changed",
                                    () -> keep(name, cleaned, onRecord));
                    desk.settingsChanged();
                    if (!configuration.equals(desk.moment().configuration())) {
                        desk.refold(desk.moment().held(), configuration);
                    }
                    return Settings.setting(
                            d, name, cleaned.isEmpty() ? d.defaultValue() : cleaned);
                });
    }

    private boolean keep(String name, String value, boolean onRecord) {
        Instant now = clock.instant();
        if (value.isEmpty()) {
            desk.store().settings().remove(name, now);
        } else {
            desk.store().settings().put(name, value, now);
        }
        if (onRecord) {
            desk.store().audit().append(now, "trader", "setting", name, value);
        }
        return onRecord;
    }

    private static Configuration configured(
            String name, String value, SortedMap<String, String> settings) {
        try {
            return Settings.configuration(settings);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    "Setting " + name + " cannot be “" + value + "”: " + e.getMessage() + ".");
        }
    }

    private static Settings.Definition find(String name) {
        return Settings.find(name)
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "There is no setting "
                                                + name
                                                + "."
                                                + NearName.of(name, Settings.names())
                                                        .map(near -> " Is " + near + " meant?")
                                                        .orElse("")
                                                + " \u201csettings\u201d lists all."));
    }
}
