package credence.core.regime;

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
}
