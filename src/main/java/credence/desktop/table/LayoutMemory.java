package credence.desktop.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers how the trader arranged each table: widths, order, visibility, sort.
public interface LayoutMemory {

    /// @param table name of the table, such as `overview.board`
    /// @return what was last remembered for it, as an opaque line of text
    Optional<String> recall(String table);

    void remember(String table, String layout);

    /// Remembers as long as the program runs.
    static LayoutMemory untilExit() {
        Map<String, String> layouts = new HashMap<>();
        return new LayoutMemory() {
            @Override
            public Optional<String> recall(String table) {
                return Optional.ofNullable(layouts.get(table));
            }

            @Override
            public void remember(String table, String layout) {
                layouts.put(table, layout);
            }
        };
    }
}
