package credence.imports;

import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.service.port.SourceLines;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final FileLoader.Opener opener;
    private final long held;
    private final ColumnMapper mapper;
    private final Choice choice;

    /// Without mappings.
    public JournalFiles(ImportLimits limits, List<JournalFormat> journals, List<BarFormat> bars) {
        this(limits, journals, bars, ColumnMapper.NONE, Files::newInputStream);
    }

    /// @param mapper reads what no format knows, by the trader's own word
    public JournalFiles(
            ImportLimits limits,
            List<JournalFormat> journals,
            List<BarFormat> bars,
            ColumnMapper mapper) {
        this(limits, journals, bars, mapper, Files::newInputStream);
    }

    JournalFiles(
            ImportLimits limits,
            List<JournalFormat> journals,
            List<BarFormat> bars,
            ColumnMapper mapper,
            FileLoader.Opener opener) {
        this(limits, journals, bars, mapper, opener, FileLoader.HELD);
    }

    /// @param held bytes of delimited text up to which it is held in memory
    JournalFiles(
            ImportLimits limits,
            List<JournalFormat> journals,
            List<BarFormat> bars,
            ColumnMapper mapper,
            FileLoader.Opener opener,
            long held) {
        this.mapper = mapper;
        this.limits = limits;
        this.journals = List.copyOf(journals);
        this.bars = List.copyOf(bars);
        this.opener = opener;
        this.held = held;
        this.loader = new FileLoader(limits, opener, held);
        this.choice = new Choice(this.journals, this.bars, mapper);
    }

    @Override
    public ParsedFile read(
            Path file, ImportOptions options, RowDecisions decisions, Progress progress) {
        if (decisions.texts().isEmpty()) {
            return read(file, loader, options, decisions, progress);
        }
        try {
            CorrectedFile corrected =
                    CorrectedFile.of(
                            file,
                            opener,
                            decisions.texts(),
                            Document.encoding(options),
                            limits,
                            progress);
            String idle = idle(decisions.texts().size(), corrected.corrections().size());
            if (corrected.corrections().isEmpty()) {
                return read(file, loader, options, decisions, progress).noting(idle);
            }
            FileLoader under = new FileLoader(limits, _ -> corrected.open(), held);
            ParsedFile read =
                    read(file, under, options, decisions, progress)
                            .corrected(corrected.original(), corrected.corrections(), corrected);
            return idle.isEmpty() ? read : read.noting(idle);
        } catch (IOException e) {
            return refused(name(file), "", "", "", FileLoader.unreadable(e).refusal());
        } catch (UnreadableFile e) {
            return refused(name(file), "", "", "", e.refusal());
        }
    }

    /// Rows given back as they stand in the file; nothing when each of them says something else.
    private static String idle(int given, int changing) {
        int idle = given - changing;
        if (idle == 0) {
            return "";
        }
        return idle
                + " of "
                + given
                + (given == 1
                        ? " correction says"
                        : idle == 1 ? " corrections says" : " corrections say")
                + " what the file itself says: "
                + (idle == 1 ? "that row is" : "those rows are")
                + " read as the file has "
                + (idle == 1 ? "it." : "them.");
    }

    @Override
    public SourceLines lines(Path file, ImportOptions options) {
        return new FileLines(file, opener, Document.encoding(options));
    }

    private ParsedFile read(
            Path file,
            FileLoader from,
            ImportOptions options,
            RowDecisions decisions,
            Progress progress) {
        return reading(
                file,
                from,
                progress,
                options,
                decisions,
                new Reading.Planner() {
                    @Override
                    public @Nullable Reading of(Document document) throws UnreadableFile {
                        return choice.of(document, options);
                    }

                    @Override
                    public UnreadableFile unknown(Document document) {
                        return new Recognition(document, journals, bars)
                                .unknown(SavedProfiles.of(document, options, ImportProfile.MAPPED));
                    }
                });
    }

    @Override
    public FileSurvey survey(Path file, ImportOptions options, Progress progress) {
        return new Surveyor(loader, limits, journals, bars, choice, mapper)
                .survey(file, options, progress);
    }

    @Override
    public ParsedFile readBars(Path file, BarOptions options, Progress progress) {
        return reading(
                file,
                loader,
                progress,
                ImportOptions.DEFAULT,
                RowDecisions.NONE,
                new Reading.Planner() {
                    @Override
                    public @Nullable Reading of(Document document) {
                        return bars(document, options);
                    }

                    @Override
                    public UnreadableFile unknown(Document document) {
                        return new UnreadableFile(
                                1,
                                "",
                                document.firstLine(),
                                "No bars were found: no header with time, open, high, low and"
                                        + " close.",
                                "Name the columns time, open, high, low, close, volume in the first"
                                        + " line.");
                    }
                });
    }

    private @Nullable Reading bars(Document document, BarOptions options) {
        Candidate<BarFormat> chosen =
                Candidate.surest(
                        bars.stream()
                                .map(f -> new Candidate<>(f, f.id(), f.detect(document)))
                                .toList());
        return chosen == null
                ? null
                : new Reading(
                        chosen.id(),
                        chosen.detection().reason(),
                        ImportOptions.DEFAULT,
                        tally ->
                                chosen.format().read(document, chosen.detection(), options, tally));
    }

    @Override
    public List<FormatDescription> formats() {
        return Stream.concat(
                        journals.stream()
                                .map(
                                        f ->
                                                new FormatDescription(
                                                        f.id(),
                                                        f.title(),
                                                        f.fromDocumentation(),
                                                        f.book())),
                        bars.stream().map(f -> new FormatDescription(f.id(), f.title(), false)))
                .toList();
    }

    private ParsedFile reading(
            Path file,
            FileLoader from,
            Progress progress,
            ImportOptions options,
            RowDecisions decisions,
            Reading.Planner planner) {
        String name = name(file);
        String sha256 = "";
        String format = "";
        String why = "";
        try {
            FileLoader.Loaded loaded = from.load(file, progress);
            sha256 = loaded.sha256();
            if (loaded.container() == Container.ZIP || loaded.container() == Container.GZIP) {
                return new ArchiveContents(from, limits, progress, options, planner)
                        .read(name, loaded);
            }
            ImportOptions opening = SavedProfiles.opening(name, loaded, limits, progress, options);
            try (Document document = Document.of(name, loaded, limits, progress, opening)) {
                Reading plan = planner.of(document);
                if (plan == null) {
                    throw planner.unknown(document);
                }
                format = plan.format();
                why = plan.why();
                Tally tally =
                        plan.tally(name)
                                .tracing(
                                        new RowTrace(
                                                loaded.container() == Container.TEXT,
                                                wanted(decisions)));
                plan.read(tally);
                Encoding.mixed(document, loaded.encoding()).ifPresent(tally::note);
                return tally.toFile(name, sha256, format, why);
            }
        } catch (UncheckedIOException e) {
            return refused(
                    name,
                    sha256,
                    format,
                    why,
                    FileLoader.unreadable(Objects.requireNonNull(e.getCause())).refusal());
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

    private static Set<Integer> wanted(RowDecisions decisions) {
        return decisions.choices().entrySet().stream()
                .filter(c -> c.getValue() == RowChoice.IMPORT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    private static ParsedFile refused(
            String name, String sha256, String format, String why, Refusal error) {
        return new ParsedFile(
                name, sha256, format, why, 0, List.of(), List.of(), List.of(), List.of(), List.of(),
                error);
    }
}
