package credence.service;

import credence.service.port.BatchSummary;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.Progress;

import java.nio.file.Path;
import java.util.List;

/// Brings files in, and takes them back.
public final class ImportService {

    ImportService() {}

    /// Reads the files and compares every row with the log. Writes nothing.
    ///
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public ImportPlan plan(List<Path> files, ImportOptions options, Progress progress) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The same for bars of one symbol.
    public ImportPlan planBars(List<Path> files, BarOptions options, Progress progress) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Keeps what the plan brings, as one batch, and learns from it. Cancelling leaves no trace.
    public ImportResult commit(ImportPlan plan, Progress progress) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The result a commit would have, nothing written.
    public ImportResult dryRun(ImportPlan plan) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// All batches, oldest first, withdrawn ones marked.
    public List<BatchSummary> list() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Withdraws a whole batch: beliefs are as if it had never been.
    ///
    /// @return hash of the state after it
    /// @throws ServiceException when there is no such batch or it is withdrawn already
    public String undo(long batch) {
        throw new UnsupportedOperationException("not built yet");
    }
}
