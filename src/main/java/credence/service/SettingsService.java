package credence.service;

import credence.core.brain.Configuration;

import org.apache.commons.math3.util.FastMath;

import java.time.InstantSource;
import java.util.Comparator;
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
                    Configuration configuration = configured(name, cleaned, after);
                    if (cleaned.isEmpty()) {
                        desk.store().settings().remove(name, clock.instant());
                    } else {
                        desk.store().settings().put(name, cleaned, clock.instant());
                    }
                    desk.settingsChanged();
                    if (d.kind().equals("configuration")) {
                        desk.store()
                                .audit()
                                .append(clock.instant(), "trader", "setting", name, cleaned);
                    }
                    if (!configuration.equals(desk.moment().configuration())) {
                        desk.refold(desk.moment().held(), configuration);
                    }
                    return Settings.setting(
                            d, name, cleaned.isEmpty() ? d.defaultValue() : cleaned);
                });
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
                        () -> {
                            String near =
                                    Settings.names().stream()
                                            .min(Comparator.comparingInt(n -> distance(n, name)))
                                            .orElse("");
                            return new ServiceException(
                                    "There is no setting "
                                            + name
                                            + ". The nearest is "
                                            + near
                                            + "; “settings” lists all.");
                        });
    }

    /// Edits that turn one name into the other (Levenshtein).
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change =
                        Character.toLowerCase(a.charAt(i - 1))
                                        == Character.toLowerCase(b.charAt(j - 1))
                                ? 0
                                : 1;
                row[j] = FastMath.min(FastMath.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
