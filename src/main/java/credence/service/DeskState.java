package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.trust.TrustBoard;

import java.util.List;

/// What the faces show of the workspace at one moment; immutable, replaced as a whole after each change.
///
/// @param version grows by one with each change
/// @param stateHash hash of the derived state and configuration
/// @param learning the learning history in memory, oldest first, at most 10,000 events
public record DeskState(
        long version,
        TrustBoard board,
        String stateHash,
        List<LearningEvent> learning,
        boolean sample) {}
