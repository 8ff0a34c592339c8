package credence.desktop.panel.importing;

import credence.service.CheckedRow.Status;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of the files one by one, before anything is kept and of what stayed out after it.
///
/// @param counts entries of each status, those without any left out
/// @param filter the one status that is listed; empty for all
/// @param lines as many as are listed, most urgent first
/// @param note what is not listed, empty when everything is
/// @param done whether the import is done, so that nothing more can be decided
public record CheckProjection(
        Map<Status, Long> counts,
        Optional<Status> filter,
        List<RowLine> lines,
        String note,
        boolean done) {

    static final CheckProjection NOTHING =
            new CheckProjection(Map.of(), Optional.empty(), List.of(), "", false);

    /// What became, or would become, of a row of this status.
    String words(Status status) {
        return RowLine.words(status, done);
    }

    long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Rows that a trader should look at before confirming.
    long open() {
        return count(Status.REFUSED) + count(Status.CHANGED);
    }
}
