package credence.service.port;

import java.time.Instant;
import java.util.SortedMap;

/// Settings as text by name; durable on return. Names and values are checked by the service, not here.
public interface SettingsStore {

    SortedMap<String, String> all();

    void put(String name, String value, Instant at);

    /// Returns a setting to its default.
    void remove(String name, Instant at);
}
