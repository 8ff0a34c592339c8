package credence.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names of a file's columns, in their order.
public final class Header {

    private final List<String> names;
    private final Map<String, Integer> byKey = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();

    Header(List<String> names) {
        int used = names.size();
        while (used > 0 && names.get(used - 1).isBlank()) {
            used--; // a trailing separator makes no column
        }
        this.names = names.subList(0, used).stream().map(String::strip).toList();
        for (int i = 0; i < used; i++) {
            if (byKey.putIfAbsent(key(this.names.get(i)), i) != null) {
                repeated.add(this.names.get(i));
            }
        }
    }

    /// One spelling for `Entry Time`, `entry-time` and `entry_time`.
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    public int size() {
        return names.size();
    }

    /// Name as the file spells it, without blanks around.
    public String name(int column) {
        return names.get(column);
    }

    public List<String> names() {
        return names;
    }

    /// Index of the first column of that name, in any spelling of [#key(String)]; −1 when there is none.
    public int find(String name) {
        return byKey.getOrDefault(key(name), -1);
    }

    public boolean has(String name) {
        return find(name) >= 0;
    }

    /// Names that stand more than once.
    public List<String> repeated() {
        return repeated;
    }
}
