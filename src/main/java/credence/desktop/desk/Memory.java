package credence.desktop.desk;

import java.util.Optional;

/// What the desktop remembers between two starts: theme, window, columns, selection. Preferences only; nothing here moves a belief.
public interface Memory {

    Optional<String> get(String name);

    /// Remembers a value. Kept at the latest when the program ends; losing it is no failure.
    void put(String name, String value);

    void remove(String name);
}
