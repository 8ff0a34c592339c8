package credence.service.port;

import credence.core.fact.SourceRow;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A file as a format read it, before anything is compared with the log.
///
/// @param read data rows in the file; every one is in `rows` (by [ParsedRow#dataRows()]), `skipped` or `refused`
/// @param zones zones in which times were read that name none themselves
/// @param error why nothing of the file could be read, if so; then `rows` is empty
/// @param trail where its rows stand
/// @param decided the corrections under which it was read
/// @param refusedBars bars whose rows were refused and still say of when they are
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
        FileReport.@Nullable Refusal error,
        RowTrail trail,
        DecidedRows decided,
        List<RefusedBar> refusedBars) {

    /// Of which nothing more is known than what was read.
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
            List<String> zones,
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
                zones,
                error,
                RowTrail.NONE,
                DecidedRows.NONE,
                List.of());
    }

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

    /// The same file, found again so.
    public ParsedFile with(RowTrail found) {
        return with(draft -> draft.trail = found);
    }

    /// The same file, of which nothing is taken.
    public ParsedFile failing(FileReport.Refusal whole) {
        return new ParsedFile(
                name, sha256, format, why, 0, List.of(), List.of(), List.of(), List.of(), List.of(),
                whole);
    }

    /// The same file, these bars of which were refused.
    public ParsedFile refusing(List<RefusedBar> bars) {
        return with(draft -> draft.refusedBars = List.copyOf(bars));
    }

    /// The same file with one more note.
    public ParsedFile noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return with(draft -> draft.notes = more);
    }

    /// The same rows, which were read from a file under corrections.
    ///
    /// @param original content hash of the file as it was given
    public ParsedFile corrected(String original, List<Correction> corrections, Content corrected) {
        return with(
                draft -> {
                    draft.sha256 = original;
                    draft.trail =
                            new RowTrail(
                                    trail.text(),
                                    trail.single(),
                                    trail.header(),
                                    trail.skipped(),
                                    trail.unnumbered(),
                                    trail.others(),
                                    corrected);
                    draft.decided = new DecidedRows(sha256, corrections, List.of());
                });
    }

    private ParsedFile with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /// The same in pieces, to change some of them.
    private static final class Draft {
        private String name;
        private String sha256;
        private String format;
        private String why;
        private long read;
        private List<ParsedRow> rows;
        private List<FileReport.Skipped> skipped;
        private List<FileReport.Refusal> refused;
        private List<FileReport.Reconciled> reconciliation;
        private List<String> notes;
        private List<String> zones;
        private FileReport.@Nullable Refusal error;
        private RowTrail trail;
        private DecidedRows decided;
        private List<RefusedBar> refusedBars;

        private Draft(ParsedFile from) {
            name = from.name;
            sha256 = from.sha256;
            format = from.format;
            why = from.why;
            read = from.read;
            rows = from.rows;
            skipped = from.skipped;
            refused = from.refused;
            reconciliation = from.reconciliation;
            notes = from.notes;
            zones = from.zones;
            error = from.error;
            trail = from.trail;
            decided = from.decided;
            refusedBars = from.refusedBars;
        }

        private ParsedFile finished() {
            return new ParsedFile(
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
                    zones,
                    error,
                    trail,
                    decided,
                    refusedBars);
        }
    }

    /// A bar whose row was refused.
    ///
    /// @param interval of the bars beside it; empty when there are none
    /// @param time of its open, UTC
    public record RefusedBar(Symbol symbol, Optional<Duration> interval, Instant time) {}

    /// @param line line of the row's first data row
    /// @param dataRows how many data rows of the file state it (TradingView: two a trade)
    public record ParsedRow(SourceRow row, int line, int dataRows) {}
}
