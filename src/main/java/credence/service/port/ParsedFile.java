package credence.service.port;

import credence.core.fact.SourceRow;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A file as a format read it, before anything is compared with the log.
///
/// @param read data rows in the file; every one is in `rows` (by [ParsedRow#dataRows()]), `skipped` or `refused`
/// @param zones zones in which times were read that name none themselves
/// @param error why nothing of the file could be read, if so; then `rows` is empty
public record ParsedFile(
        String name,
        String sha256,
        String format,
        String why,
        long read,
        List<ParsedRow> rows,
        List<FileReport.Skipped> skipped,
        List<FileReport.Refusal> refused,
        List<FileReport.Reconciled> reconciliation,
        List<String> notes,
        List<String> zones,
        FileReport.@Nullable Refusal error) {

    /// Of a file whose times all name their zone.
    public ParsedFile(
            String name,
            String sha256,
            String format,
            String why,
            long read,
            List<ParsedRow> rows,
            List<FileReport.Skipped> skipped,
            List<FileReport.Refusal> refused,
            List<FileReport.Reconciled> reconciliation,
            List<String> notes,
            FileReport.@Nullable Refusal error) {
        this(
                name,
                sha256,
                format,
                why,
                read,
                rows,
                skipped,
                refused,
                reconciliation,
                notes,
                List.of(),
                error);
    }

    /// @param line line of the row's first data row
    /// @param dataRows how many data rows of the file state it (TradingView: two a trade)
    public record ParsedRow(SourceRow row, int line, int dataRows) {}
}
