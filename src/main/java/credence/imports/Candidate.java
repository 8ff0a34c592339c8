package credence.imports;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A format and its answer about one file.
record Candidate<F>(F format, String id, Detection detection) {

    /// The recognised one with the highest score, the first of several; null when none is recognised.
    static <F> @Nullable Candidate<F> surest(List<Candidate<F>> candidates) {
        Candidate<F> best = null;
        for (Candidate<F> c : candidates) {
            if (c.detection().recognised()
                    && (best == null || c.detection().score() > best.detection().score())) {
                best = c;
            }
        }
        return best;
    }
}
