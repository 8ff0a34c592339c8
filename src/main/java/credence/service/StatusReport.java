package credence.service;

import credence.core.trust.DataQuality;
import credence.service.port.WorkspaceStore.StoreHealth;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedMap;

/// Health of the workspace.
///
/// @param rows kept rows that count, by kind (Bar, Fill, Prediction, TradeRecord)
/// @param pendingPredictions predictions not linked to a trade and not evaluated: the queue of pending outcomes
/// @param dataUntil latest fact or time mark
/// @param quality what the money figures leave out
public record StatusReport(
        String workspace,
        String version,
        StoreHealth store,
        SortedMap<String, Long> rows,
        long batches,
        long withdrawnBatches,
        int bots,
        long outcomes,
        long unmatchedCloses,
        long pendingPredictions,
        @Nullable Instant dataUntil,
        boolean auditIntact,
        DataQuality quality,
        String stateHash) {}
