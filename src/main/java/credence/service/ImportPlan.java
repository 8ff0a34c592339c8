package credence.service;

import credence.core.value.Symbol;
import credence.service.port.FileReport;
import credence.service.port.NewBatch;
import credence.service.port.RowTrail;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import would do. Nothing is written before it is committed.
///
/// @param files reports as they will stand, counts included; `imported` is what a commit would bring
/// @param sources the files, in the order of `files`
/// @param allOrNothing whether one refused row or file refuses all of it
/// @param profile by which the files were read, if the trader named or gave one
/// @param found where the rows of each file stand, in the order of `files`
/// @param basis number of the log's state the plan was made against; a commit plans again when it has moved on
public record ImportPlan(
        List<FileReport> files,
        List<Path> sources,
        NewBatch batch,
        boolean allOrNothing,
        Optional<String> profile,
        List<Found> found,
        long basis) {

    /// Where the rows of a file stand.
    ///
    /// @param changed lines of rows that are known with other content
    /// @param again lines of rows that are held, count no more, and are stated again
    /// @param bars what it holds of each symbol, where it is a file of bars
    public record Found(
            RowTrail trail, BitSet changed, BitSet again, SortedMap<Symbol, BarsOfSymbol> bars) {}

    /// Without a profile, and not to be looked at row by row.
    public ImportPlan(
            List<FileReport> files,
            List<Path> sources,
            NewBatch batch,
            boolean allOrNothing,
            long basis) {
        this(
                files,
                sources,
                batch,
                allOrNothing,
                Optional.empty(),
                files.stream()
                        .map(
                                _ ->
                                        new Found(
                                                RowTrail.NONE,
                                                new BitSet(),
                                                new BitSet(),
                                                Collections.emptySortedMap()))
                        .toList(),
                basis);
    }

    ImportPlan by(Optional<String> used) {
        return new ImportPlan(files, sources, batch, allOrNothing, used, found, basis);
    }

    /// Whether rows of a file are its lines, so that one can be shown as it stands and written anew.
    public boolean lined(int file) {
        RowTrail trail = found.get(file).trail();
        return trail.text() || files.get(file).failed();
    }

    /// What these files hold of each symbol, where they are files of bars.
    public SortedMap<Symbol, BarsOfSymbol> bars() {
        SortedMap<Symbol, BarsOfSymbol> all = new TreeMap<>();
        found.forEach(f -> f.bars().forEach((s, b) -> all.merge(s, b, BarsOfSymbol::and)));
        return all;
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
