package credence.service;

import credence.core.brain.Brain;
import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.fact.Fact;
import credence.service.port.Progress;

import java.time.Instant;
import java.util.List;

/// Folds everything anew up to a moment, so that an observer can gather what the state does not keep.
final class Refolding {

    /// Facts between two words about how far it is.
    private static final int STRIDE = 0x1000;

    private Refolding() {}

    /// @param state new, made by the replay; afterwards what was known at `until`
    /// @param facts known by then, in order
    /// @param doing what is told while it lasts
    static void fold(
            BrainState state,
            List<Fact> facts,
            Instant until,
            BrainObserver observer,
            Progress progress,
            String doing) {
        Brain brain = new Brain(state, observer);
        for (int i = 0; i < facts.size(); i++) {
            brain.apply(facts.get(i));
            if (i % STRIDE == 0) {
                progress.update(doing, i, facts.size());
                progress.checkCancelled();
            }
        }
        brain.settle(until);
    }
}
