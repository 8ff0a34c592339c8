package credence.service;

import credence.service.port.BatchSummary;
import credence.service.port.Correction;
import credence.service.port.DecidedRows;
import credence.service.port.DecidedRows.ChosenRow;
import credence.service.port.FileReport;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What the trader decided about single rows in imports that were not undone. The same bytes are read as they were corrected the last time, and
/// a row that was left out stays out, whichever file brings it again; both are said, and can be decided otherwise.
final class EarlierDecisions {

    static final EarlierDecisions NONE = new EarlierDecisions(List.of());

    /// Of one file.
    ///
    /// @param batch in which they were made
    record OfFile(long batch, RowDecisions decisions) {}

    private final Map<String, OfFile> files = new HashMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();

    EarlierDecisions(List<BatchSummary> batches) {
        for (BatchSummary batch : batches) {
            if (batch.withdrawnAt() == null) {
                batch.files().forEach(file -> add(batch.batch(), file));
            }
        }
    }

    private void add(long batch, FileReport file) {
        DecidedRows decided = file.decided();
        for (ChosenRow c : decided.choices()) {
            if (c.choice() == RowChoice.LEAVE_OUT && !c.key().isEmpty()) {
                leftOut.put(c.key(), batch);
            } else {
                leftOut.remove(c.key());
            }
        }
        if (decided.isEmpty()) {
            return;
        }
        RowDecisions decisions = RowDecisions.NONE;
        for (Correction c : decided.corrections()) {
            decisions = decisions.reading(c.line(), c.after());
        }
        for (ChosenRow c : decided.choices()) {
            if (c.choice() == RowChoice.LEAVE_OUT && c.key().isEmpty()) {
                decisions = decisions.choosing(c.line(), RowChoice.LEAVE_OUT);
            }
        }
        files.put(file.sha256(), new OfFile(batch, decisions));
    }

    boolean isEmpty() {
        return files.isEmpty() && leftOut.isEmpty();
    }

    /// About lines of a file of this content.
    OfFile of(String sha256) {
        return files.getOrDefault(sha256, new OfFile(0, RowDecisions.NONE));
    }

    /// The import in which a row was left out.
    OptionalLong leftOut(String key) {
        Long batch = leftOut.get(key);
        return batch == null ? OptionalLong.empty() : OptionalLong.of(batch);
    }
}
