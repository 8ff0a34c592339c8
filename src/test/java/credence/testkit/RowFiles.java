package credence.testkit;

import credence.core.fact.SourceRow;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.RowDecisions;
import credence.service.port.SourceLines;
import credence.service.port.mapping.FileSurvey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Files that are only rows: what a reader would have made of them. One data row each.
public final class RowFiles implements JournalReader {

    private final Map<Path, List<? extends SourceRow>> files = new HashMap<>();

    /// Imports each list of rows as a file of its own, all in one batch.
    @SafeVarargs
    public final ImportResult bring(Workspace workspace, List<? extends SourceRow>... rows) {
        return bring(workspace, ImportOptions.DEFAULT, rows);
    }

    /// The same with options.
    @SafeVarargs
    public final ImportResult bring(
            Workspace workspace, ImportOptions options, List<? extends SourceRow>... rows) {
        return workspace.imports().commit(plan(workspace, options, rows), Progress.NONE);
    }

    /// What [#bring] would do.
    @SafeVarargs
    public final ImportPlan plan(
            Workspace workspace, ImportOptions options, List<? extends SourceRow>... rows) {
        List<Path> named = new ArrayList<>();
        for (List<? extends SourceRow> file : rows) {
            named.add(keep(file));
        }
        return workspace.imports().plan(named, options, Progress.NONE);
    }

    /// Keeps rows as a file.
    ///
    /// @return its name
    public Path keep(List<? extends SourceRow> rows) {
        Path path = Path.of("file-" + files.size() + ".csv");
        files.put(path, rows);
        return path;
    }

    @Override
    public FileSurvey survey(Path file, ImportOptions options, Progress progress) {
        throw new UnsupportedOperationException("rows need no survey");
    }

    @Override
    public ParsedFile read(
            Path file, ImportOptions options, RowDecisions decisions, Progress progress) {
        List<ParsedFile.ParsedRow> rows = new ArrayList<>();
        for (SourceRow row : files.getOrDefault(file, List.of())) {
            rows.add(new ParsedFile.ParsedRow(row, rows.size() + 2, 1));
        }
        return new ParsedFile(
                file.toString(),
                // Two files of a test are never one.
                String.format(Locale.ROOT, "%064x", file.hashCode()),
                "rows",
                "made by a test",
                rows.size(),
                rows,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Override
    public ParsedFile readBars(Path file, BarOptions options, Progress progress) {
        return read(file, ImportOptions.DEFAULT, progress);
    }

    @Override
    public SourceLines lines(Path file, ImportOptions options) {
        throw new UnsupportedOperationException("rows have no lines");
    }

    @Override
    public List<FormatDescription> formats() {
        return List.of();
    }
}
