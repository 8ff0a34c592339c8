package credence.service.port;

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

    /// A row the log does not hold yet: its key is new, or the key is known with other content (the mark
    /// of an open trade, a replacement).
    public record NewRow(SourceRow row, int line, boolean replaces) {}

    /// A row the log already holds, said again.
    ///
    /// @param held the row as it is held: from [StoredRow], or from an earlier [NewRow] of this batch. One
    ///     key may be held with several contents, so the key alone would not say which is stated again
    /// @param sequence the row's place as this file numbers it
    /// @param replaces whether the user chose "replace" and this content is to count again
    public record Restatement(SourceRow held, int line, long sequence, boolean replaces) {}
}
