package credence.service.port;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;

import java.time.Instant;
import java.util.List;

/// What one import brings, kept whole or not at all.
///
/// @param importedAt by the clock of the session; explains, never orders
/// @param kind `import` or `bars`
public record NewBatch(Instant importedAt, String kind, List<NewFile> files) {

    /// @param sha256 content hash under which the archive holds the file
    /// @param report the counts as they were told to the user
    public record NewFile(
            String name,
            String sha256,
            FileReport report,
            List<NewRow> rows,
            List<Restatement> restatements) {}

    /// A row the log does not hold yet (or holds with other content, when `replaces`).
    public record NewRow(SourceRow row, int line, boolean replaces) {}

    /// A row the log already holds, said again.
    ///
    /// @param kind simple class name of the row: Bar, Fill, Prediction or TradeRecord
    public record Restatement(String kind, RowKey key, int line, long sequence) {}
}
