package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.trust.TrustBoard;

import java.util.List;

/// What the faces show of the workspace at one moment; immutable, replaced as a whole after each change.
///
/// @param version grows by one with each change
/// @param stateHash hash of the derived state and configuration
/// @param learning the learning history in memory, oldest first, at most 10,000 events
/// @param unmatchedCloses closes whose opening nobody imported
public record DeskState(
        long version,
        TrustBoard board,
        String stateHash,
        List<LearningEvent> learning,
        boolean sample,
        long unmatchedCloses) {

    /// With an opening for every close.
    public DeskState(
            long version,
            TrustBoard board,
            String stateHash,
            List<LearningEvent> learning,
            boolean sample) {
        this(version, board, stateHash, learning, sample, 0);
    }
}
