package credence.imports;

import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads journals and bars from files: loads, decodes, asks every format whether the file is its own, and lets the surest
/// one read it.
///
/// Safe for use by many threads at once, one file each.
public final class JournalFiles implements JournalReader {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);

    private final ImportLimits limits;
    private final List<JournalFormat> journals;
    private final List<BarFormat> bars;
    private final FileLoader loader;

    public JournalFiles(ImportLimits limits, List<JournalFormat> journals, List<BarFormat> bars) {
        this(limits, journals, bars, Files::newInputStream);
    }

    JournalFiles(
            ImportLimits limits,
            List<JournalFormat> journals,
            List<BarFormat> bars,
            FileLoader.Opener opener) {
        this.limits = limits;
        this.journals = List.copyOf(journals);
        this.bars = List.copyOf(bars);
        this.loader = new FileLoader(limits, opener);
    }

    @Override
    public ParsedFile read(Path file, ImportOptions options, Progress progress) {
        return reading(
                file,
                progress,
                document -> {
                    List<Candidate<JournalFormat>> candidates =
                            journals.stream()
                                    .map(f -> new Candidate<>(f, f.id(), f.detect(document)))
                                    .toList();
                    Candidate<JournalFormat> chosen =
                            options.format().isPresent()
                                    ? named(options.format().get(), candidates)
                                    : surest(document, candidates);
                    return new Plan(
                            chosen.id(),
                            chosen.detection().reason(),
                            tally ->
                                    chosen.format()
                                            .read(document, chosen.detection(), options, tally));
                });
    }

    @Override
    public ParsedFile readBars(Path file, BarOptions options, Progress progress) {
        return reading(
                file,
                progress,
                document -> {
                    Candidate<BarFormat> chosen =
                            Candidate.surest(
                                    bars.stream()
                                            .map(
                                                    f ->
                                                            new Candidate<>(
                                                                    f, f.id(), f.detect(document)))
                                            .toList());
                    if (chosen == null) {
                        throw new UnreadableFile(
                                1,
                                "",
                                document.firstLine(),
                                "No bars were found: no header with time, open, high, low and"
                                        + " close.",
                                "Name the columns time, open, high, low, close, volume in the first"
                                        + " line.");
                    }
                    return new Plan(
                            chosen.id(),
                            chosen.detection().reason(),
                            tally ->
                                    chosen.format()
                                            .read(document, chosen.detection(), options, tally));
                });
    }

    @Override
    public List<FormatDescription> formats() {
        return Stream.concat(
                        journals.stream()
                                .map(
                                        f ->
                                                new FormatDescription(
                                                        f.id(), f.title(), f.fromDocumentation())),
                        bars.stream().map(f -> new FormatDescription(f.id(), f.title(), false)))
                .toList();
    }

    /// How a file will be read.
    private record Plan(String format, String why, Body body) {
        interface Body {
            void read(Tally tally) throws UnreadableFile;
        }
    }

    private interface Planner {
        Plan plan(Document document) throws UnreadableFile;
    }

    private ParsedFile reading(Path file, Progress progress, Planner planner) {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        String sha256 = "";
        String format = "";
        String why = "";
        try {
            FileLoader.Loaded loaded = loader.load(file, progress);
            sha256 = loaded.sha256();
            Document document =
                    new Document(name, loaded.container(), text(loaded), limits, progress);
            Plan plan = planner.plan(document);
            format = plan.format();
            why = plan.why();
            Tally tally = new Tally();
            plan.body().read(tally);
            return tally.toFile(name, sha256, format, why);
        } catch (UnreadableFile e) {
            return refused(name, sha256, format, why, e.refusal());
        } catch (CancellationException e) {
            throw e;
        } catch (OutOfMemoryError _) {
            // Nothing but this reading holds what was read, so letting go of it gives the memory
            // back.
            return refused(
                    name,
                    sha256,
                    format,
                    why,
                    new Refusal(
                            0,
                            "",
                            "",
                            "The file holds more rows than fit into memory.",
                            "Export shorter spans of time and import them one after the other."));
        } catch (RuntimeException e) {
            LOG.error("Reader {} failed on {}", format, name, e);
            return refused(
                    name,
                    sha256,
                    format,
                    why,
                    new Refusal(
                            0,
                            "",
                            "",
                            "The reader failed on this file; that is a mistake in Credence, not in"
                                    + " the file ("
                                    + e
                                    + ").",
                            "Nothing of it was imported. Please report it with the log."));
        }
    }

    private static String text(FileLoader.Loaded loaded) throws UnreadableFile {
        return loaded.container() == Container.ZIP || loaded.container() == Container.GZIP
                ? ""
                : Encoding.decode(loaded.bytes());
    }

    private static ParsedFile refused(
            String name, String sha256, String format, String why, Refusal error) {
        return new ParsedFile(
                name, sha256, format, why, 0, List.of(), List.of(), List.of(), List.of(), List.of(),
                error);
    }

    private Candidate<JournalFormat> named(String id, List<Candidate<JournalFormat>> candidates)
            throws UnreadableFile {
        for (Candidate<JournalFormat> c : candidates) {
            if (c.id().equals(id)) {
                if (c.detection().score() > 0) {
                    return c;
                }
                throw new UnreadableFile(
                        "The file cannot be read as " + id + ": " + c.detection().reason(),
                        "Leave --format out to have the format recognised.");
            }
        }
        throw new UnreadableFile(
                "There is no format named " + id + ".",
                "Formats are "
                        + candidates.stream().map(Candidate::id).collect(Collectors.joining(", "))
                        + ".");
    }

    private Candidate<JournalFormat> surest(
            Document document, List<Candidate<JournalFormat>> candidates) throws UnreadableFile {
        Candidate<JournalFormat> best = Candidate.surest(candidates);
        if (best == null) {
            throw unknown(document, candidates);
        }
        List<String> tied =
                candidates.stream()
                        .filter(c -> c.detection().score() == best.detection().score())
                        .map(Candidate::id)
                        .toList();
        if (tied.size() > 1) {
            throw new UnreadableFile(
                    "The file could be " + String.join(" or ", tied) + ".",
                    "Say which: --format " + String.join(" or --format ", tied) + ".");
        }
        return best;
    }

    private UnreadableFile unknown(Document document, List<Candidate<JournalFormat>> candidates) {
        if (document.container() != Container.TEXT) {
            return new UnreadableFile(
                    "This is " + document.container().words() + ", and none of the known formats.",
                    "Export the trades as CSV and import that.");
        }
        for (BarFormat format : bars) {
            if (format.detect(document).recognised()) {
                return new UnreadableFile(
                        "This file holds price bars, not trades.",
                        "Import it with: import-bars FILE --symbol SYMBOL.");
            }
        }
        List<String> nearly = new ArrayList<>();
        for (Candidate<JournalFormat> c : candidates) {
            if (c.detection().score() > 0) {
                nearly.add(c.detection().reason());
            }
        }
        return new UnreadableFile(
                1,
                "",
                document.firstLine(),
                nearly.isEmpty()
                        ? "The format is not known: no row looks like the header of a known"
                                + " journal."
                        : "The format is not known. Nearest: " + String.join(" ", nearly),
                "Columns must be separated by comma, semicolon or tab, with a header. Known"
                        + " formats: "
                        + candidates.stream().map(Candidate::id).collect(Collectors.joining(", "))
                        + ". If it is one of them, say --format.");
    }
}
