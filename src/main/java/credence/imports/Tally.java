package credence.imports;

import credence.core.fact.SourceRow;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;
import credence.service.port.mapping.Finding;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What became of every data row of a file. Each row that was counted as read must end as accepted, skipped or refused;
/// a format that loses one is caught here.
public final class Tally {

    private final String file;
    private ReadRows rows = new ReadRows();
    private final Map<String, Long> skipped = new LinkedHashMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Reconciled> reconciled = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SortedSet<String> zones = new TreeSet<>();
    private final List<TimeColumn> times = new ArrayList<>();
    private @Nullable Finding decimal;
    private long read;
    private @Nullable Header header;
    private @Nullable Row row;

    /// For a file that has no name.
    public Tally() {
        this("");
    }

    /// @param file name of the file, without folders
    public Tally(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /// Counts data rows as they come out of the file.
    public void read(long dataRows) {
        read += dataRows;
    }

    /// @param line line of the row's first data row
    /// @param dataRows how many data rows of the file state it
    public void accept(SourceRow row, int line, int dataRows) {
        rows.add(row, line, dataRows);
    }

    /// Many rows at once, which the caller gives away.
    void acceptAll(ReadRows all) {
        if (rows.isEmpty()) {
            rows = all;
        } else {
            all.forEach(r -> accept(r.row(), r.line(), r.dataRows()));
        }
    }

    /// A data row that is rightly none of ours.
    public void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /// Exactly one data row is refused.
    public void refuse(Refusal refusal) {
        refused.add(refusal);
    }

    public void reconcile(Reconciled total) {
        reconciled.add(total);
    }

    /// Something the trader should know though nothing is wrong.
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /// Times that name no zone were read in this one.
    public void zone(ZoneId zone) {
        zones.add(zone.getId());
    }

    /// A column of times that is being read, to be shown to the trader.
    public void times(TimeColumn column) {
        if (!times.contains(column)) {
            times.add(column);
        }
    }

    List<TimeColumn> times() {
        return times;
    }

    /// Which decimal sign the file has, and how that is known.
    void decimal(Finding found) {
        decimal = found;
    }

    Optional<Finding> decimal() {
        return Optional.ofNullable(decimal);
    }

    /// The row that is under the reader's finger.
    void reading(Header columns, Row next) {
        header = columns;
        row = next;
    }

    /// A cell of the row being read; empty when there is no such column.
    String cell(String column) {
        if (header == null || row == null) {
            return "";
        }
        int at = header.find(column);
        return at < 0 || at >= row.size() ? "" : row.cell(at).strip();
    }

    long rowsRead() {
        return read;
    }

    /// @throws IllegalStateException when the counts do not add up
    ParsedFile toFile(String name, String sha256, String format, String why) {
        long accepted = rows.allDataRows();
        long left = skipped.values().stream().mapToLong(Long::longValue).sum();
        if (read != accepted + left + refused.size()) {
            throw new IllegalStateException(
                    "read "
                            + read
                            + ", accepted "
                            + accepted
                            + ", skipped "
                            + left
                            + ", refused "
                            + refused.size());
        }
        List<Skipped> reasons =
                skipped.entrySet().stream()
                        .map(e -> new Skipped(e.getKey(), e.getValue()))
                        .toList();
        return new ParsedFile(
                name,
                sha256,
                format,
                why,
                read,
                rows,
                reasons,
                refused.stream().sorted(java.util.Comparator.comparingLong(Refusal::line)).toList(),
                List.copyOf(reconciled),
                List.copyOf(notes),
                List.copyOf(zones),
                null);
    }
}
