package credence.service.port;

import credence.core.fact.BeliefReset;
import credence.core.fact.TimeMark;

import java.util.List;
import java.util.Set;

/// Everything the log holds.
///
/// @param withdrawn ids of batches that were undone; rows stay
/// @param resets acts not withdrawn
public record StoredFacts(
        List<StoredRow> rows,
        Set<Long> withdrawn,
        List<BeliefReset> resets,
        List<TimeMark> timeMarks) {}
