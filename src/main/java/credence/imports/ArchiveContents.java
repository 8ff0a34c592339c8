package credence.imports;

import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.RowTrail;
import credence.service.port.RowTrail.SkippedRow;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Reads what is in a ZIP or GZIP file: every journal in it, as if it lay beside the archive. Files that are no journals are
/// named in a note; such that cannot be unpacked are refused. An archive in an archive is opened, but none in that.
final class ArchiveContents {

    private static final int DEEPEST = 1;
    private static final int NAMED = 12;

    /// A file of the archive that was read.
    private record Journal(String label, ParsedFile file) {}

    private final FileLoader loader;
    private final ImportLimits limits;
    private final Progress progress;
    private final ImportOptions options;
    private final Reading.Planner planner;
    private final Expansion expansion;
    private final List<Journal> journals = new ArrayList<>();
    private final List<Refusal> broken = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private @Nullable UnreadableFile unknown;

    ArchiveContents(
            FileLoader loader,
            ImportLimits limits,
            Progress progress,
            ImportOptions options,
            Reading.Planner planner) {
        this.options = options;
        this.loader = loader;
        this.limits = limits;
        this.progress = progress;
        this.planner = planner;
        this.expansion = new Expansion(limits, progress);
    }

    /// @param name of the archive
    /// @throws UnreadableFile when it is damaged, beyond a limit, or no file in it is a journal
    ParsedFile read(String name, FileLoader.Loaded archive) throws UnreadableFile {
        open(name, archive.bytes(), archive.container(), 0);
        if (journals.isEmpty()) {
            if (!broken.isEmpty()) {
                throw new UnreadableFile(broken.getFirst());
            }
            if (unknown != null && left.size() == 1) {
                throw new UnreadableFile(inside(left.getFirst(), unknown.refusal()));
            }
            throw new UnreadableFile(
                    "The archive holds no journal that Credence knows. Looked at: "
                            + (left.isEmpty() ? "nothing, it is empty" : listed())
                            + ".",
                    "Unpack it and look whether the export is in it.");
        }
        return together(name, archive.sha256());
    }

    private void open(String name, byte[] bytes, Container container, int depth)
            throws UnreadableFile {
        switch (container) {
            case GZIP -> inner(withoutEnding(name), gunzip(name, bytes), depth);
            case ZIP -> {
                ZipArchive zip = new ZipArchive(bytes, expansion);
                if (zip.isWorkbook()) {
                    journal(name, Container.XLSX, bytes);
                } else {
                    zip(zip, depth);
                }
            }
            default -> journal(name, container, bytes);
        }
    }

    private void zip(ZipArchive zip, int depth) throws UnreadableFile {
        for (ZipArchive.Entry entry : zip.entries()) {
            progress.checkCancelled();
            if (entry.leadsOut()) {
                broken.add(leadsOut(entry));
                continue;
            }
            if (litter(entry)) {
                continue;
            }
            byte[] content;
            try {
                content = zip.read(entry);
            } catch (UnreadableFile e) {
                if (expansion.exhausted()) {
                    throw e;
                }
                broken.add(e.refusal());
                continue;
            }
            inner(entry.label(), content, depth);
        }
    }

    private static Refusal leadsOut(ZipArchive.Entry entry) {
        return new Refusal(
                0,
                "",
                Shown.cut(entry.name()),
                "The archive holds a file whose name leads out of it: "
                        + Shown.cut(entry.name())
                        + ". It was not read; honest programs write no such names.",
                "If you trust its source, unpack the archive and import that file by itself.");
    }

    private void inner(String label, byte[] content, int depth) throws UnreadableFile {
        Container container;
        try {
            container = loader.check(content);
        } catch (UnreadableFile e) {
            left.add(label + " (" + e.refusal().reason() + ")");
            return;
        }
        boolean packed = container == Container.ZIP || container == Container.GZIP;
        if (packed && depth == DEEPEST && !workbook(container, content)) {
            left.add(label + " (an archive in an archive in an archive is not opened)");
            return;
        }
        try {
            open(label, content, container, packed ? depth + 1 : depth);
        } catch (UnreadableFile e) {
            if (expansion.exhausted()) {
                throw e;
            }
            broken.add(inside(label, e.refusal()));
        }
    }

    private boolean workbook(Container container, byte[] content) {
        try {
            return container == Container.ZIP && new ZipArchive(content, expansion).isWorkbook();
        } catch (UnreadableFile _) {
            return false;
        }
    }

    private void journal(String label, Container container, byte[] bytes) throws UnreadableFile {
        Document document = Document.of(label, container, bytes, limits, progress, options);
        Reading reading = planner.of(document);
        if (reading == null) {
            unknown = planner.unknown(document);
            left.add(label);
            return;
        }
        Tally tally = reading.tally(label);
        reading.read(tally);
        journals.add(new Journal(label, tally.toFile(label, "", reading.format(), reading.why())));
    }

    private byte[] gunzip(String name, byte[] bytes) throws UnreadableFile {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return expansion.all(in, name, bytes.length);
        } catch (IOException _) {
            throw Expansion.damaged(name);
        }
    }

    /// All journals as one file; what is said about one of several names it.
    private ParsedFile together(String name, String sha256) {
        boolean several = journals.size() + broken.size() > 1;
        ReadRows rows = new ReadRows();
        List<Skipped> skipped = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(broken);
        List<Reconciled> totals = new ArrayList<>();
        List<ParsedFile.RefusedBar> refusedBars = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        Set<String> zones = new LinkedHashSet<>();
        Set<String> formats = new LinkedHashSet<>();
        StringBuilder why = new StringBuilder();
        long read = broken.size();
        for (Journal j : journals) {
            ParsedFile f = j.file();
            read += f.read();
            f.rows().forEach(r -> rows.add(r.row(), r.line(), r.dataRows()));
            skipped.addAll(f.skipped());
            f.refused().forEach(r -> refused.add(several ? inside(j.label(), r) : r));
            f.reconciliation().forEach(t -> totals.add(several ? inside(j.label(), t) : t));
            refusedBars.addAll(f.refusedBars());
            notes.addAll(f.notes());
            zones.addAll(f.zones());
            formats.add(f.format());
            if (why.length() < 1_000) {
                why.append(why.isEmpty() ? "" : " ")
                        .append(Shown.cut(j.label()))
                        .append(" in the archive: ")
                        .append(f.why());
            }
        }
        if (!left.isEmpty()) {
            notes.add("Left unread in the archive, being no journals: " + listed() + ".");
        }
        return new ParsedFile(
                        name,
                        sha256,
                        String.join(", ", formats),
                        why.toString(),
                        read,
                        rows,
                        skipped,
                        refused,
                        totals,
                        List.copyOf(notes),
                        List.copyOf(zones),
                        null)
                .with(new RowTrail(false, false, 0, left(several), new BitSet(), Map.of(), null))
                .refusing(refusedBars);
    }

    private List<SkippedRow> left(boolean several) {
        List<SkippedRow> all = new ArrayList<>();
        for (Journal j : journals) {
            for (SkippedRow r : j.file().trail().skipped()) {
                all.add(
                        several
                                ? new SkippedRow(
                                        r.line(),
                                        r.reason(),
                                        Shown.cut(j.label()) + ": " + r.text())
                                : r);
            }
        }
        return all;
    }

    private static Refusal inside(String label, Refusal r) {
        return new Refusal(
                r.line(),
                r.column(),
                r.value(),
                "In " + Shown.cut(label) + ": " + r.reason(),
                r.remedy());
    }

    private static Reconciled inside(String label, Reconciled r) {
        return new Reconciled(
                Shown.cut(label) + ": " + r.what(),
                r.stated(),
                r.computed(),
                r.difference(),
                r.verdict());
    }

    private String listed() {
        List<String> names = left.stream().limit(NAMED).map(Shown::cut).toList();
        return String.join(", ", names)
                + (left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "");
    }

    /// What computers put into archives by themselves.
    private static boolean litter(ZipArchive.Entry entry) {
        return entry.name().startsWith("__MACOSX/")
                || entry.label().startsWith(".")
                || entry.label().equalsIgnoreCase("Thumbs.db");
    }

    private static String withoutEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") && name.length() > 3
                ? name.substring(0, name.length() - 3)
                : name;
    }
}
