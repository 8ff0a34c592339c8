package credence.desktop.panel.importing;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.theme.Figures;
import credence.service.CheckedRow;
import credence.service.CheckedRow.Status;
import credence.service.CheckedRows;
import credence.service.ImportPlan;
import credence.service.RowFile;
import credence.service.ServiceException;
import credence.service.port.Correction;
import credence.service.port.ImportOptions;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.service.port.RowTrail;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rows of the files one by one: what becomes of each, and the trader's word on single ones. Every decision reads the files again.
public final class Checking {

    /// Rows that are listed; all of them can be written to a file.
    static final int MOST = 20_000;

    private static final String DONE =
            "The import is done. To bring this row in as well, correct it where it comes from and"
                    + " import the file again: rows that are known already count once.";

    private static final Set<Status> STAYING_OUT =
            EnumSet.of(Status.REFUSED, Status.CHANGED, Status.LEFT_OUT, Status.SKIPPED);

    /// What is listed of one plan.
    ///
    /// @param rows of which the listed ones are some
    record Listing(ImportPlan plan, RawLines raw, CheckedRows rows, CheckProjection shown) {

        boolean done() {
            return shown.done();
        }
    }

    private final Jobs jobs;
    private final Notices notices;
    private final Runnable readAgain;
    private final ObservableValue<Figures> figures;
    private final Map<Path, RowDecisions> decisions = new HashMap<>();
    private final ReadOnlyObjectWrapper<CheckProjection> shown =
            new ReadOnlyObjectWrapper<>(CheckProjection.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<RowDetail>> detail =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Listing listing;
    private Optional<Status> filter = Optional.empty();
    private int asked;

    /// @param readAgain reads the files under what is decided now
    Checking(Jobs jobs, Notices notices, ObservableValue<Figures> figures, Runnable readAgain) {
        this.jobs = jobs;
        this.notices = notices;
        this.figures = figures;
        this.readAgain = readAgain;
    }

    public ReadOnlyObjectProperty<CheckProjection> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The row that was looked at last; empty when none is.
    public ReadOnlyObjectProperty<Optional<RowDetail>> detail() {
        return detail.getReadOnlyProperty();
    }

    /// What is decided so far, by file.
    Map<Path, RowDecisions> decisions() {
        return Map.copyOf(decisions);
    }

    /// Other files: nothing is decided about them.
    void clear() {
        decisions.clear();
        filter = Optional.empty();
        forget();
    }

    /// Nothing is planned any more.
    void forget() {
        if (listing != null) {
            listing.raw().close();
        }
        listing = null;
        asked++;
        shown.set(CheckProjection.NOTHING);
        detail.set(Optional.empty());
    }

    /// Lists the rows of a plan; may take long.
    ///
    /// @param options under which the files were read
    Listing list(Desk desk, ImportPlan plan, ImportOptions options) {
        CheckedRows rows = new CheckedRows(plan);
        RawLines raw = new RawLines(desk, plan, options);
        return new Listing(plan, raw, rows, project(plan, rows, raw, filter, false));
    }

    void show(Listing now) {
        if (listing != null) {
            listing.raw().close();
        }
        listing = now;
        asked++;
        shown.set(now.shown());
    }

    /// Lists rows of one status only.
    ///
    /// @param status empty for all
    public void filter(Optional<Status> status) {
        Listing at = listing;
        if (at == null || filter.equals(status)) {
            return;
        }
        list(at, status, at.done());
    }

    /// The import is done. What stayed out can still be read and exported; nothing can be decided about it any more.
    void done() {
        Listing at = listing;
        if (at == null || stayingOut() == 0) {
            forget();
        } else {
            list(at, filter, true);
        }
    }

    private void list(Listing at, Optional<Status> status, boolean done) {
        filter = status;
        int ask = ++asked;
        var unused =
                jobs.start(
                        "Listing the rows",
                        _ -> project(at.plan(), at.rows(), at.raw(), status, done),
                        now -> {
                            if (ask == asked) {
                                listing = new Listing(at.plan(), at.raw(), at.rows(), now);
                                shown.set(now);
                            }
                        },
                        _ -> {});
    }

    private CheckProjection project(
            ImportPlan plan, CheckedRows rows, RawLines raw, Optional<Status> only, boolean done) {
        Map<Status, Long> counts = new EnumMap<>(rows.counts());
        counts.values().removeIf(n -> n == 0);
        Optional<Status> listed = only.filter(counts::containsKey);
        List<RowLine> lines = new ArrayList<>();
        try (Stream<CheckedRow> some = listed.map(rows::of).orElseGet(rows::all).limit(MOST)) {
            some.forEach(r -> lines.add(line(plan, rows, raw, r, done)));
        }
        long of =
                listed.map(counts::get)
                        .orElseGet(() -> counts.values().stream().mapToLong(n -> n).sum());
        long shownRows = lines.stream().mapToLong(l -> l.row().count()).sum();
        return new CheckProjection(
                counts,
                listed,
                lines,
                of <= shownRows
                        ? ""
                        : "Listed are the first "
                                + figures.getValue().count(lines.size())
                                + ", most urgent first; "
                                + figures.getValue().count(of - shownRows)
                                + " more can be listed by what they become, or exported.",
                done);
    }

    private RowLine line(
            ImportPlan plan, CheckedRows rows, RawLines raw, CheckedRow r, boolean done) {
        return RowLine.of(
                r,
                rows.report(r).file(),
                r.row() == null ? raw.text(r).orElse("") : "",
                correction(plan, r),
                done,
                figures.getValue());
    }

    private static @Nullable Correction correction(ImportPlan plan, CheckedRow r) {
        return plan.files().get(r.file()).decided().corrections().stream()
                .filter(c -> c.line() == r.line())
                .findFirst()
                .orElse(null);
    }

    /// Looks at one row closely.
    ///
    /// @param line empty for none
    public void look(Optional<RowLine> line) {
        Listing at = listing;
        int ask = ++asked;
        if (at == null || line.isEmpty()) {
            detail.set(Optional.empty());
            return;
        }
        var unused =
                jobs.start(
                        "Reading the row",
                        _ -> detail(at, line.get()),
                        found -> {
                            if (ask == asked) {
                                detail.set(Optional.of(found));
                            }
                        },
                        _ -> {});
    }

    private RowDetail detail(Listing at, RowLine line) {
        CheckedRow r = line.row();
        RowTrail trail = at.plan().found().get(r.file()).trail();
        Optional<String> text = at.raw().text(r);
        Correction corrected = correction(at.plan(), r);
        RowDecisions said =
                decisions.getOrDefault(at.plan().sources().get(r.file()), RowDecisions.NONE);
        boolean decided =
                said.texts().containsKey(r.line()) || said.choices().containsKey(r.line());
        return new RowDetail(
                line,
                title(line),
                RowLine.why(r, figures.getValue()),
                trail.text() ? at.raw().line(r.file(), trail.header()).orElse("") : "",
                text.orElse(""),
                at.done()
                        ? DONE
                        : text.isPresent()
                                ? ""
                                : r.line() == 0
                                        ? "Several rows are meant; none of them stands in one line."
                                        : "Only rows of delimited text can be written anew here."
                                                + " Correct it where it comes from and export it"
                                                + " again.",
                Optional.ofNullable(corrected).map(Correction::before),
                !at.done() && trail.single() && r.line() > 0
                        ? choices(at.plan(), r, decided)
                        : Set.of(),
                decided,
                !at.done());
    }

    private static String title(RowLine line) {
        return (line.line() == 0 ? line.file() : line.file() + ", line " + line.line())
                + ": "
                + line.status().toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<RowChoice> choices(ImportPlan plan, CheckedRow r, boolean decided) {
        if (plan.files().get(r.file()).failed()) {
            return Set.of();
        }
        return switch (r.status()) {
            case REFUSED, NEW -> EnumSet.of(RowChoice.LEAVE_OUT);
            case CHANGED ->
                    EnumSet.of(RowChoice.KEEP_KNOWN, RowChoice.REPLACE, RowChoice.LEAVE_OUT);
            case REPLACES -> EnumSet.of(RowChoice.KEEP_KNOWN, RowChoice.LEAVE_OUT);
            case DUPLICATE ->
                    plan.found().get(r.file()).trail().unnumbered().get(r.line())
                            ? EnumSet.of(RowChoice.IMPORT)
                            : EnumSet.noneOf(RowChoice.class);
            case LEFT_OUT ->
                    decided ? EnumSet.noneOf(RowChoice.class) : EnumSet.of(RowChoice.IMPORT);
            case SKIPPED -> EnumSet.noneOf(RowChoice.class);
        };
    }

    /// Reads the row that is looked at as this text.
    public void readAs(String text) {
        decide(said -> said.reading(line(), text));
    }

    /// Treats the row that is looked at so.
    public void choose(RowChoice choice) {
        decide(said -> said.choosing(line(), choice));
    }

    /// Takes back what was decided about the row that is looked at. What an earlier import decided is taken back by saying the file's own text.
    public void takeBack() {
        Optional<RowDetail> now = detail.get();
        if (now.isPresent() && !now.get().decided()) {
            now.get().inFile().ifPresent(this::readAs);
        } else {
            decide(said -> said.without(line()));
        }
    }

    private int line() {
        return detail.get().orElseThrow().line().line();
    }

    private void decide(java.util.function.UnaryOperator<RowDecisions> more) {
        Listing at = listing;
        Optional<RowDetail> now = detail.get();
        if (at == null || at.done() || now.isEmpty()) {
            return;
        }
        Path file = at.plan().sources().get(now.get().line().row().file());
        decisions.put(file, more.apply(decisions.getOrDefault(file, RowDecisions.NONE)));
        readAgain.run();
    }

    /// How many rows do not come in.
    public long stayingOut() {
        return STAYING_OUT.stream().mapToLong(s -> shown.get().count(s)).sum();
    }

    /// Writes all rows that do not come in to a CSV file, with line, reason and text.
    public void export(Path to) {
        Listing at = listing;
        if (at == null) {
            return;
        }
        var unused =
                jobs.start(
                        "Writing the rows that do not come in",
                        _ -> {
                            write(at, to);
                            return to;
                        },
                        file -> notices.say(Notice.plain("Written: " + file)),
                        _ -> {});
    }

    private static void write(Listing at, Path to) {
        try (Writer out = Files.newBufferedWriter(to)) {
            RowFile.write(at.plan(), STAYING_OUT, at.raw()::of, out);
        } catch (IOException e) {
            throw new ServiceException(
                    "Could not write " + to + " (" + e.getMessage() + "). Choose another folder.");
        }
    }
}
