package credence.service.port;

import credence.core.value.BotId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The append-only log of rows, acts and time marks. Every method that changes it is one transaction and durable on return:
/// killing the process at any later moment loses nothing, at any earlier moment leaves nothing.
///
/// @see StoreException thrown by every method when the medium fails (full, read-only, gone)
public interface FactLog {

    StoredFacts load();

    /// Appends a whole batch and returns its id, ascending from 1.
    ///
    /// @param progress may cancel as long as the method has not returned; then nothing is appended
    /// @throws IllegalArgumentException when a new row is held already with this content, or a restated one is not held
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    long append(NewBatch batch, Progress progress);

    /// The same, not to be cancelled.
    default long append(NewBatch batch) {
        return append(batch, Progress.NONE);
    }

    /// Withdraws a batch; its rows stay.
    void withdraw(long batch, Instant at);

    List<BatchSummary> batches();

    /// Reports of the files that [Statement#file] numbers; a file imported since the log was loaded may be missing.
    default Map<Long, FileReport> files() {
        return Map.of();
    }

    /// Records a reset and returns the act's id, ascending from 1.
    long appendReset(Instant time, Optional<BotId> bot, String reason);

    /// Withdraws an act.
    ///
    /// @return whether there was one to withdraw
    boolean withdrawReset(long id, Instant at);

    void appendTimeMark(Instant time);
}
