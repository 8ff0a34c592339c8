package credence.testkit;

import credence.desktop.desk.Memory;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Remembers as long as the test runs.
public final class PlainMemory implements Memory {

    private final Map<String, String> values = new TreeMap<>();

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void put(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }
}
