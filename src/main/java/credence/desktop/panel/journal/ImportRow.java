package credence.desktop.panel.journal;

import credence.service.port.BatchSummary;
import credence.service.port.FileReport;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// One import as the table shows it; read = new + known + skipped + refused.
///
/// @param title its files in a few words
/// @param differences totals of the files that differ from what was read by more than rounding
public record ImportRow(
        long batch,
        Instant importedAt,
        String kind,
        String title,
        int files,
        int bots,
        long read,
        long fresh,
        long known,
        long skipped,
        long refused,
        int differences,
        @Nullable Instant undoneAt,
        List<FileRow> details) {

    /// One file of an import.
    ///
    /// @param totals what the file itself states against what was read, in words
    public record FileRow(
            String file,
            String format,
            long read,
            long fresh,
            long known,
            long skipped,
            long refused,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable BigDecimal stated,
            @Nullable BigDecimal computed,
            @Nullable BigDecimal difference,
            String verdict,
            String remarks) {}

    public boolean undone() {
        return undoneAt != null;
    }

    static ImportRow of(BatchSummary batch) {
        List<FileReport> files = batch.files();
        return new ImportRow(
                batch.batch(),
                batch.importedAt(),
                batch.kind().equals("bars") ? "Price bars" : "Journals",
                title(files),
                files.size(),
                (int) files.stream().flatMap(f -> f.bots().stream()).distinct().count(),
                files.stream().mapToLong(FileReport::read).sum(),
                files.stream().mapToLong(FileReport::imported).sum(),
                files.stream().mapToLong(FileReport::duplicates).sum(),
                files.stream().mapToLong(FileReport::skippedCount).sum(),
                files.stream().mapToLong(ImportRow::refused).sum(),
                (int)
                        files.stream()
                                .flatMap(f -> f.reconciliation().stream())
                                .filter(r -> r.verdict().equals("DIFFERENT"))
                                .count(),
                batch.withdrawnAt(),
                files.stream().map(ImportRow::file).toList());
    }

    private static FileRow file(FileReport f) {
        FileReport.@Nullable Reconciled total =
                f.reconciliation().isEmpty() ? null : f.reconciliation().getLast();
        return new FileRow(
                f.file(),
                f.format(),
                f.read(),
                f.imported(),
                f.duplicates(),
                f.skippedCount(),
                refused(f),
                f.from(),
                f.to(),
                total == null ? null : total.stated(),
                total == null ? null : total.computed(),
                total == null ? null : total.difference(),
                total == null ? "" : verdict(total.verdict()),
                remarks(f));
    }

    /// Every row that is not new, known or skipped was refused.
    private static long refused(FileReport file) {
        return file.read() - file.imported() - file.duplicates() - file.skippedCount();
    }

    private static String verdict(String verdict) {
        return switch (verdict) {
            case "EQUAL" -> "Equal";
            case "ROUNDING" -> "Rounding of the file";
            default -> TradeRow.words(verdict);
        };
    }

    private static String remarks(FileReport file) {
        FileReport.Refusal error = file.error();
        return error == null ? String.join(" ", file.notes()) : error.reason();
    }

    private static String title(List<FileReport> files) {
        String first = files.isEmpty() ? "" : files.getFirst().file();
        return files.size() <= 1 ? first : files.size() + " files: " + first + ", …";
    }
}
