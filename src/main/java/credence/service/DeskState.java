package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.trust.TrustBoard;
import credence.core.value.CurrencyCode;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// What the faces show of the workspace at one moment; immutable, replaced as a whole after each change.
///
/// @param version grows by one with each change
/// @param stateHash hash of the derived state and configuration
/// @param learning the learning history in memory, oldest first, at most 10,000 events
/// @param unmatchedCloses closes whose opening nobody imported
/// @param unmatchedResults what came of those by their sources' own word, by currency
public record DeskState(
        long version,
        TrustBoard board,
        String stateHash,
        List<LearningEvent> learning,
        boolean sample,
        long unmatchedCloses,
        SortedMap<CurrencyCode, BigDecimal> unmatchedResults) {

    /// With an opening for every close.
    public DeskState(
            long version,
            TrustBoard board,
            String stateHash,
            List<LearningEvent> learning,
            boolean sample) {
        this(version, board, stateHash, learning, sample, 0, Collections.emptySortedMap());
    }
}
