package credence.imports;

import credence.core.fact.ResultBasis;
import credence.core.fact.SourceRow;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.RefusedBar;
import credence.service.port.mapping.Condition;
import credence.service.port.mapping.Finding;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What became of every data row of a file. Each row that was counted as read must end as accepted, skipped or refused;
/// a format that loses one is caught here.
public final class Tally {

    private final String file;
    private final Writing writing;
    private final boolean aboutColumns;
    private final Plausibility plausibility;
    private ReadRows rows = new ReadRows();
    private final Map<String, Long> skipped = new LinkedHashMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<RefusedBar> refusedBars = new ArrayList<>();
    private final List<Reconciled> reconciled = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SortedSet<String> zones = new TreeSet<>();
    private final List<TimeColumn> times = new ArrayList<>();
    private @Nullable Finding decimal;
    private long read;
    private @Nullable Place here;
    private RowTrace trace = new RowTrace(false, Set.of());

    /// By line, for formats that make something of a row after others have been read, and only where a rule asks for columns.
    private @Nullable Map<Integer, Place> kept;

    private record Place(Header header, Row row) {}

    /// For a file that has no name, of which nothing was said.
    public Tally() {
        this.file = "";
        this.writing = Writing.UNSAID;
        this.plausibility = new Plausibility(Optional.empty());
        this.aboutColumns = false;
    }

    /// @param file name of the file, without folders
    /// @param options what the trader said of it
    public Tally(String file, ImportOptions options) {
        this.file = file;
        this.writing = Writing.of(options);
        this.plausibility = new Plausibility(options.latest());
        this.aboutColumns =
                Stream.concat(
                                options.owners().bots().stream(),
                                options.owners().accounts().stream())
                        .flatMap(r -> r.when().stream())
                        .anyMatch(c -> c.of() == Condition.Of.COLUMN);
    }

    /// What the trader said of the file's dates and numbers.
    Writing writing() {
        return writing;
    }

    /// Ends the reading.
    ///
    /// @throws UnreadableFile when the file contradicts what the trader said of it
    void settle() throws UnreadableFile {
        writing.settle(this);
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
        if (!refuses(row, line, dataRows)) {
            rows.add(row, line, dataRows);
        }
    }

    /// Whether a row says what cannot be. It is refused then, and its further data rows are left out with it.
    boolean refuses(SourceRow row, int line, int dataRows) {
        Optional<Refusal> why = plausibility.refusal(row, line);
        why.ifPresent(
                refusal -> {
                    refuse(refusal);
                    for (int i = 1; i < dataRows; i++) {
                        skip("row of a refused trade");
                    }
                });
        return why.isPresent();
    }

    /// Many rows at once, which the caller gives away.
    void acceptAll(ReadRows all) {
        if (rows.isEmpty()) {
            rows = all;
        } else {
            all.forEach(r -> accept(r.row(), r.line(), r.dataRows()));
        }
    }

    /// A data row that is rightly none of ours, and whose line is not at hand.
    public void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /// A data row that is rightly none of ours.
    public void skip(String reason, Row of) {
        skip(reason);
        trace.skip(of.line(), reason, of::toString);
    }

    /// The row being read, rightly none of ours.
    public void skip(String reason, Cells of) {
        skip(reason, of.row());
    }

    /// A row of a page that is rightly none of ours.
    public void skip(String reason, PageRow of) {
        skip(reason);
        trace.skip(of.line(), reason, () -> String.join(" ", of.words()));
    }

    /// A data row that is rightly none of ours, of which only the line is at hand.
    public void skip(String reason, int line) {
        skip(reason);
        trace.skip(line, reason, () -> "");
    }

    /// Where the rows stand.
    RowTrace trace() {
        return trace;
    }

    /// Follows rows in this way; to be said before any is read.
    Tally tracing(RowTrace following) {
        trace = following;
        return this;
    }

    /// Exactly one data row is refused.
    public void refuse(Refusal refusal) {
        refused.add(refusal);
    }

    /// Of a refused row it is known which bar it would have been.
    public void refuseBar(RefusedBar bar) {
        refusedBars.add(bar);
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

    /// The file states results of its own, which are after these costs: they are held against the same.
    ///
    /// @param source the broker or platform, as in “Binance”
    /// @param column as the file names it
    public void states(String source, String column, ResultBasis is) {
        note(
                source
                        + " states "
                        + column
                        + ' '
                        + is.words()
                        + ": it is held against what the prices give"
                        + (is == ResultBasis.BEFORE_COSTS
                                ? " before any costs."
                                : ", less these costs."));
    }

    /// Rows without a currency were read as US dollars, which nobody said.
    public void assumedCurrency() {
        note(
                "Currency assumed: USD. The file does not name it; say --currency EUR (or whatever"
                        + " your account is in) if it is another.");
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
        here = new Place(columns, next);
        if (kept != null) {
            kept.put(next.line(), here);
        }
    }

    /// For formats that make something of a row after others have been read: rules about columns will see that row's cells.
    public Tally keepingRows() {
        if (aboutColumns) {
            kept = kept == null ? new HashMap<>() : kept;
        }
        return this;
    }

    /// A cell of a row; empty when there is no such column.
    ///
    /// @param line of the row; 0 for the one being read
    /// @throws IllegalStateException when the row is no longer known: a rule must not see another row's cells
    String cell(int line, String column) {
        Place place = here;
        if (place != null && line > 0 && place.row.line() != line) {
            place = kept == null ? null : kept.get(line);
            if (place == null) {
                throw new IllegalStateException("line " + line + " is not kept for rules");
            }
        }
        if (place == null) {
            return "";
        }
        int at = place.header.find(column);
        return at < 0 || at >= place.row.size() ? "" : place.row.cell(at).strip();
    }

    long rowsRead() {
        return read;
    }

    /// @throws IllegalStateException when the counts do not add up
    ParsedFile toFile(String name, String sha256, String format, String why) {
        plausibility.note().ifPresent(this::note);
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
                        refused.stream()
                                .sorted(java.util.Comparator.comparingLong(Refusal::line))
                                .toList(),
                        List.copyOf(reconciled),
                        List.copyOf(notes),
                        List.copyOf(zones),
                        null)
                .with(trace.trail())
                .refusing(refusedBars);
    }
}
