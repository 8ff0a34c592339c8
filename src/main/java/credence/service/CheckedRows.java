package credence.service;

import credence.service.CheckedRow.Status;
import credence.service.port.DecidedRows.ChosenRow;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.RowChoice;
import credence.service.port.RowTrail.SkippedRow;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every row of the files of a plan, one by one. Rows are made when asked for: a million of them cost no memory.
public final class CheckedRows {

    private final ImportPlan plan;

    /// By place among the files; those that failed as a whole bring none.
    private final Map<Integer, NewFile> brought = new HashMap<>();

    public CheckedRows(ImportPlan plan) {
        this.plan = plan;
        int next = 0;
        for (int i = 0; i < plan.files().size(); i++) {
            if (!plan.files().get(i).failed() && next < plan.batch().files().size()) {
                brought.put(i, plan.batch().files().get(next++));
            }
        }
    }

    /// All rows, most urgent first, each status in the order of the files.
    public Stream<CheckedRow> all() {
        return Stream.of(Status.values()).flatMap(this::of);
    }

    /// The rows of one status, in the order of the files.
    public Stream<CheckedRow> of(Status status) {
        return IntStream.range(0, plan.files().size())
                .boxed()
                .flatMap(file -> ofFile(file, status));
    }

    /// How many entries each status has. An entry may stand for several rows of a file: TradingView writes two a trade.
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, of(status).mapToLong(CheckedRow::count).sum());
        }
        return counts;
    }

    /// The file that a row stands in.
    public FileReport report(CheckedRow row) {
        return plan.files().get(row.file());
    }

    private Stream<CheckedRow> ofFile(int file, Status status) {
        FileReport report = plan.files().get(file);
        return switch (status) {
            case REFUSED -> refused(file, report);
            case CHANGED ->
                    report.refused().stream()
                            .filter(r -> changed(file, r))
                            .map(r -> refusal(file, r, Status.CHANGED));
            case LEFT_OUT ->
                    report.decided().choices().stream()
                            .filter(
                                    c ->
                                            c.choice() == RowChoice.LEAVE_OUT
                                                    || c.choice() == RowChoice.KEEP_KNOWN)
                            .map(c -> chosen(file, c));
            case SKIPPED -> skipped(file, report);
            case NEW, REPLACES, DUPLICATE -> read(file, status);
        };
    }

    private Stream<CheckedRow> refused(int file, FileReport report) {
        Refusal error = report.error();
        Stream<CheckedRow> whole =
                error == null || error.line() == 0
                        ? Stream.empty()
                        : Stream.of(refusal(file, error, Status.REFUSED));
        return Stream.concat(
                whole,
                report.refused().stream()
                        .filter(r -> !changed(file, r))
                        .map(r -> refusal(file, r, Status.REFUSED)));
    }

    private boolean changed(int file, Refusal r) {
        return r.line() > 0 && plan.found().get(file).changed().get((int) r.line());
    }

    private static CheckedRow refusal(int file, Refusal r, Status status) {
        return new CheckedRow(
                file,
                (int) r.line(),
                1,
                status,
                null,
                r.column(),
                r.reason(),
                r.remedy(),
                r.value());
    }

    private static CheckedRow chosen(int file, ChosenRow c) {
        return new CheckedRow(
                file,
                c.line(),
                1,
                Status.LEFT_OUT,
                null,
                "",
                c.choice() == RowChoice.KEEP_KNOWN
                        ? "The known row is kept, as the trader chose."
                        : "Left out by the trader.",
                "",
                "");
    }

    private Stream<CheckedRow> skipped(int file, FileReport report) {
        List<SkippedRow> listed = plan.found().get(file).trail().skipped();
        Map<String, Long> unlisted = new HashMap<>();
        for (Skipped s : report.skipped()) {
            if (!ChosenRows.isChosen(s.reason())) {
                unlisted.merge(s.reason(), s.count(), Long::sum);
            }
        }
        for (SkippedRow s : listed) {
            unlisted.merge(s.reason(), -1L, Long::sum);
        }
        return Stream.concat(
                listed.stream().map(s -> skipped(file, s.line(), 1, s.reason(), s.text())),
                unlisted.entrySet().stream()
                        .filter(s -> s.getValue() > 0)
                        .map(s -> skipped(file, 0, s.getValue(), s.getKey(), "")));
    }

    private static CheckedRow skipped(int file, int line, long count, String reason, String text) {
        return new CheckedRow(file, line, count, Status.SKIPPED, null, "", reason, "", text);
    }

    private Stream<CheckedRow> read(int file, Status status) {
        @Nullable NewFile rows = brought.get(file);
        if (rows == null) {
            return Stream.empty();
        }
        Stream<CheckedRow> fresh =
                status == Status.DUPLICATE
                        ? Stream.empty()
                        : rows.rows().stream()
                                .filter(r -> r.replaces() == (status == Status.REPLACES))
                                .map(r -> fresh(file, r, status));
        return Stream.concat(
                fresh,
                rows.restatements().stream()
                        .filter(r -> status(file, r) == status)
                        .map(r -> known(file, r, status)));
    }

    /// A row that counts no more, and is stated again, is new.
    private Status status(int file, Restatement r) {
        if (r.replaces()) {
            return Status.REPLACES;
        }
        return plan.found().get(file).again().get(r.line()) ? Status.NEW : Status.DUPLICATE;
    }

    private static CheckedRow fresh(int file, NewRow r, Status status) {
        return new CheckedRow(file, r.line(), 1, status, r.row(), "", "", "", "");
    }

    private static CheckedRow known(int file, Restatement r, Status status) {
        return new CheckedRow(file, r.line(), 1, status, r.held(), "", "", "", "");
    }
}
