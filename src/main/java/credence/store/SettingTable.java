package credence.store;

import credence.service.port.SettingsStore;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// Settings as the sum of their changes, none of which is ever overwritten.
final class SettingTable implements SettingsStore {

    private final Database database;

    SettingTable(Database database) {
        this.database = database;
    }

    @Override
    public SortedMap<String, String> all() {
        return database.read(
                "The settings could not be read",
                c -> {
                    SortedMap<String, String> settings = new TreeMap<>();
                    try (PreparedStatement s =
                                    c.prepareStatement(
                                            "SELECT name, content FROM setting ORDER BY id");
                            ResultSet row = s.executeQuery()) {
                        while (row.next()) {
                            String content = row.getString(2);
                            if (content == null) {
                                settings.remove(row.getString(1));
                            } else {
                                settings.put(row.getString(1), content);
                            }
                        }
                    }
                    return settings;
                });
    }

    @Override
    public void put(String name, String value, Instant at) {
        append(name, value, at);
    }

    @Override
    public void remove(String name, Instant at) {
        append(name, null, at);
    }

    private void append(String name, @Nullable String content, Instant at) {
        database.change(
                "The setting " + name + " was not kept",
                c -> {
                    try (PreparedStatement s =
                            c.prepareStatement(
                                    "INSERT INTO setting (id, name, content, changed_at) VALUES (?,"
                                            + " ?, ?, ?)")) {
                        s.setLong(1, Numbers.next(c, "setting", "id"));
                        s.setString(2, name);
                        s.setString(3, content);
                        s.setLong(4, Nanos.of(at));
                        return s.executeUpdate();
                    }
                });
    }
}
