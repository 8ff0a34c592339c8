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

    /// @param names as they stand in the file; empty ones at the end make no column. A name in UTF-8 amid a text that is not is mended
    public Header(List<String> names) {
        int used = names.size();
        while (used > 0 && names.get(used - 1).isBlank()) {
            used--; // a trailing separator makes no column
        }
        this.names =
                names.subList(0, used).stream()
                        .map(name -> Encoding.repaired(name.strip()))
                        .toList();
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

    /// Index of the first column that has one of the names, tried in their order; −1 when none has.
    public int findAny(String... names) {
        for (String name : names) {
            int column = find(name);
            if (column >= 0) {
                return column;
            }
        }
        return -1;
    }

    /// Index of the column that is the nth of that name, first 1; −1 when there are fewer.
    public int find(String name, int nth) {
        String key = key(name);
        int seen = 0;
        for (int i = 0; i < names.size(); i++) {
            if (key(names.get(i)).equals(key) && ++seen == nth) {
                return i;
            }
        }
        return -1;
    }

    /// Index of the first column whose name begins so (`Time(UTC`); −1 when none does.
    public int findFrom(String beginning) {
        String key = key(beginning);
        for (int i = 0; i < names.size(); i++) {
            if (key(names.get(i)).startsWith(key)) {
                return i;
            }
        }
        return -1;
    }

    /// @param key in the spelling of [#key(String)]
    boolean hasKey(String key) {
        return byKey.containsKey(key);
    }

    boolean hasKeyFrom(String beginning) {
        for (String key : byKey.keySet()) {
            if (key.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    public boolean has(String name) {
        return find(name) >= 0;
    }

    /// Names that stand more than once.
    public List<String> repeated() {
        return repeated;
    }
}
