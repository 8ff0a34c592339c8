package credence.service.port;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What became of one file: `read = imported + duplicates + skipped + refused`, in data rows of the file.
///
/// @param file name as the user gave it, without folders
/// @param format id of the format it was read as, empty when none was recognised
/// @param why in words: how the format was recognised
/// @param bots names of the bots it holds, in order of appearance
/// @param zones zones in which times were read that name none themselves; empty where all name theirs
/// @param error why the whole file was refused, if it was
/// @param decided what the trader decided about single rows
public record FileReport(
        String file,
        String sha256,
        String format,
        String why,
        long read,
        long imported,
        long duplicates,
        List<Skipped> skipped,
        List<Refusal> refused,
        List<Reconciled> reconciliation,
        List<String> bots,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> notes,
        List<String> zones,
        @Nullable Refusal error,
        DecidedRows decided) {

    /// Why a bar that stands twice in its file is skipped.
    public static final String REPEATED_BAR = "the same bar again";

    /// Reports kept by earlier versions know no zones and no decisions.
    public FileReport {
        zones = Objects.requireNonNullElse(zones, List.of());
        decided = Objects.requireNonNullElse(decided, DecidedRows.NONE);
    }

    /// Without decisions about single rows.
    public FileReport(
            String file,
            String sha256,
            String format,
            String why,
            long read,
            long imported,
            long duplicates,
            List<Skipped> skipped,
            List<Refusal> refused,
            List<Reconciled> reconciliation,
            List<String> bots,
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> notes,
            List<String> zones,
            @Nullable Refusal error) {
        this(
                file,
                sha256,
                format,
                why,
                read,
                imported,
                duplicates,
                skipped,
                refused,
                reconciliation,
                bots,
                from,
                to,
                notes,
                zones,
                error,
                DecidedRows.NONE);
    }

    /// Of a file whose times all name their zone.
    public FileReport(
            String file,
            String sha256,
            String format,
            String why,
            long read,
            long imported,
            long duplicates,
            List<Skipped> skipped,
            List<Refusal> refused,
            List<Reconciled> reconciliation,
            List<String> bots,
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> notes,
            @Nullable Refusal error) {
        this(
                file,
                sha256,
                format,
                why,
                read,
                imported,
                duplicates,
                skipped,
                refused,
                reconciliation,
                bots,
                from,
                to,
                notes,
                List.of(),
                error);
    }

    /// Rows that are rightly no trade (deposits, cancelled orders, open remainder), by reason.
    public record Skipped(String reason, long count) {}

    /// A row, or a whole file, that could not be read: where, what, which rule, and a way to mend it.
    ///
    /// @param line first line is 1; 0 when the whole file is meant
    /// @param column name of the column, or empty
    /// @param value the offending text, cut to 200 characters
    public record Refusal(long line, String column, String value, String reason, String remedy) {}

    /// One total that the file itself states, held against what was read.
    ///
    /// @param verdict EQUAL, ROUNDING (within what the file's rounding explains) or DIFFERENT
    public record Reconciled(
            String what,
            BigDecimal stated,
            BigDecimal computed,
            BigDecimal difference,
            String verdict) {}

    /// The same file, of which nothing is imported.
    ///
    /// @param others what is skipped instead, with what was skipped before
    public FileReport importingNothing(List<Skipped> others) {
        return new FileReport(
                file,
                sha256,
                format,
                why,
                read,
                0,
                duplicates,
                others,
                refused,
                reconciliation,
                bots,
                from,
                to,
                notes,
                zones,
                error,
                decided);
    }

    public long skippedCount() {
        return skipped.stream().mapToLong(Skipped::count).sum();
    }

    public boolean failed() {
        return error != null;
    }
}
