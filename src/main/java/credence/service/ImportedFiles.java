package credence.service;

import credence.service.port.BatchSummary;
import credence.service.port.FactLog;
import credence.service.port.FileReport;
import credence.service.port.Statement;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The files of all imports, by the statements made in them.
final class ImportedFiles {

    private final FactLog log;
    private @Nullable Map<Long, FileReport> numbered;
    private final Map<Long, List<FileReport>> ofBatch = new HashMap<>();

    /// @param log asked for files by number only when one is wanted
    /// @param batches all of its imports
    ImportedFiles(FactLog log, List<BatchSummary> batches) {
        this.log = log;
        for (BatchSummary batch : batches) {
            ofBatch.put(batch.batch(), batch.files());
        }
    }

    /// Files of the imports that were not undone.
    Stream<FileReport> counting(Set<Long> withdrawn) {
        return ofBatch.entrySet().stream()
                .filter(batch -> !withdrawn.contains(batch.getKey()))
                .flatMap(batch -> batch.getValue().stream());
    }

    /// The file that a row was stated in; null when nobody knows it any more.
    @Nullable FileReport of(Statement statement) {
        int place = HeldRows.place(statement);
        if (place < 0) {
            if (numbered == null) {
                numbered = log.files();
            }
            return numbered.get(statement.file());
        }
        List<FileReport> files = ofBatch.getOrDefault(statement.batch(), List.of());
        return place < files.size() ? files.get(place) : null;
    }
}
