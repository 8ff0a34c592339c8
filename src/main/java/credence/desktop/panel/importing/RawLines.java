package credence.desktop.panel.importing;

import credence.desktop.desk.Desk;
import credence.service.CheckedRow;
import credence.service.ImportPlan;
import credence.service.RowFile;
import credence.service.port.ImportOptions;
import credence.service.port.SourceLines;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The lines of the files of a plan as they stand in them. Safe for use by several threads.
final class RawLines {

    private final Desk desk;
    private final ImportPlan plan;
    private final ImportOptions options;
    private final Map<Integer, SourceLines> open = new HashMap<>();

    RawLines(Desk desk, ImportPlan plan, ImportOptions options) {
        this.desk = desk;
        this.plan = plan;
        this.options = options;
    }

    /// A row as it is read.
    synchronized Optional<String> text(CheckedRow row) {
        return RowFile.text(plan, row, this::of);
    }

    /// A line as it stands.
    synchronized Optional<String> line(int file, int number) {
        return number == 0 ? Optional.empty() : of(file).line(number);
    }

    /// The lines of a file, which stay open until all are closed.
    synchronized SourceLines of(int file) {
        return open.computeIfAbsent(file, f -> desk.lines(plan.sources().get(f), options));
    }

    synchronized void close() {
        open.values().forEach(SourceLines::close);
        open.clear();
    }
}
