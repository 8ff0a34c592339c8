package credence.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Counts equal things, in the order in which they are asked for: two identical rows of one file are two rows
/// (`rules.md` 8).
public final class Ordinals {

    private final Map<Object, Integer> seen = new HashMap<>();

    /// 0 for the first thing equal to this one, 1 for the second, …
    public int next(Object thing) {
        return seen.merge(thing, 1, Integer::sum) - 1;
    }

    /// The rows oldest first: as they are, or turned round when the file has the newest first.
    public static <T> List<T> oldestFirst(List<T> rows, Function<T, Instant> time) {
        int rising = 0;
        int falling = 0;
        for (int i = 1; i < rows.size(); i++) {
            int c = time.apply(rows.get(i)).compareTo(time.apply(rows.get(i - 1)));
            rising += c > 0 ? 1 : 0;
            falling += c < 0 ? 1 : 0;
        }
        return falling > rising ? rows.reversed() : rows;
    }
}
