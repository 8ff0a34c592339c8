package credence.service;

import credence.service.port.FileReport;
import credence.service.port.NewBatch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an import would do. Nothing is written before it is committed.
///
/// @param files reports as they will stand, counts included; `imported` is what a commit would bring
/// @param sources the files, in the order of `files`
/// @param allOrNothing whether one refused row or file refuses all of it
/// @param profile by which the files were read, if the trader named or gave one
/// @param basis number of the log's state the plan was made against; a commit plans again when it has moved on
public record ImportPlan(
        List<FileReport> files,
        List<Path> sources,
        NewBatch batch,
        boolean allOrNothing,
        Optional<String> profile,
        long basis) {

    /// Without a profile.
    public ImportPlan(
            List<FileReport> files,
            List<Path> sources,
            NewBatch batch,
            boolean allOrNothing,
            long basis) {
        this(files, sources, batch, allOrNothing, Optional.empty(), basis);
    }

    ImportPlan by(Optional<String> used) {
        return new ImportPlan(files, sources, batch, allOrNothing, used, basis);
    }

    public long imported() {
        return files.stream().mapToLong(FileReport::imported).sum();
    }

    /// Whether some rows or files were refused.
    public boolean hasRefusals() {
        return files.stream().anyMatch(f -> f.failed() || !f.refused().isEmpty());
    }

    /// Whether a commit would keep anything: rows that are new, or the record that these files state known ones too.
    public boolean bringsSomething() {
        return !(allOrNothing && hasRefusals())
                && files.stream()
                        .anyMatch(f -> !f.failed() && (f.imported() > 0 || f.duplicates() > 0));
    }
}
