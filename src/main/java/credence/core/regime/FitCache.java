package credence.core.regime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps refits by the hash of all that went into them, so that a replay need not repeat them. It changes no bit of any result.
public interface FitCache {

    /// What is kept under the key, or what the supplier makes.
    ///
    /// @param key hash of parameters, days and boundaries up to this refit, 64 hexadecimal digits
    RegimeModel refit(String key, Supplier<RegimeModel> otherwise);

    /// Keeps nothing.
    static FitCache none() {
        return (_, otherwise) -> otherwise.get();
    }

    /// Keeps the latest used in memory; may be shared by threads.
    ///
    /// @param most refits kept, at least 1
    static FitCache recent(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a cache keeps at least one fit");
        }
        Map<String, RegimeModel> kept =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, RegimeModel> eldest) {
                        return size() > most;
                    }
                };
        return (key, otherwise) -> {
            synchronized (kept) {
                RegimeModel known = kept.get(key);
                if (known != null) {
                    return known;
                }
            }
            RegimeModel made = otherwise.get();
            synchronized (kept) {
                kept.put(key, made);
            }
            return made;
        };
    }
}
