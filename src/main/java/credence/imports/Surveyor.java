package credence.imports;

import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.Finding;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Need;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Looks at a file without importing it.
final class Surveyor {

    private final FileLoader loader;
    private final ImportLimits limits;
    private final List<JournalFormat> journals;
    private final List<BarFormat> bars;
    private final Choice choice;
    private final ColumnMapper mapper;

    Surveyor(
            FileLoader loader,
            ImportLimits limits,
            List<JournalFormat> journals,
            List<BarFormat> bars,
            Choice choice,
            ColumnMapper mapper) {
        this.mapper = mapper;
        this.loader = loader;
        this.limits = limits;
        this.journals = journals;
        this.bars = bars;
        this.choice = choice;
    }

    FileSurvey survey(Path file, ImportOptions options, Progress progress) {
        String name = JournalFiles.name(file);
        try {
            FileLoader.Loaded loaded = loader.load(file, progress);
            if (loaded.container() == Container.ZIP || loaded.container() == Container.GZIP) {
                return archive(name, loaded.container());
            }
            ImportOptions opening = SavedProfiles.opening(name, loaded, limits, progress, options);
            try (Document document = Document.of(name, loaded, limits, progress, opening)) {
                return survey(
                        document,
                        loaded.written(opening.layout().encoding().map(Charset::forName)),
                        opening);
            }
        } catch (UncheckedIOException e) {
            return failed(name, FileLoader.unreadable(Objects.requireNonNull(e.getCause())));
        } catch (UnreadableFile e) {
            return failed(name, e);
        }
    }

    /// What is in an archive is only known when it is read: there is nothing to map.
    private static FileSurvey archive(String name, Container container) {
        return new FileSurvey(
                name,
                container.words(),
                "",
                0,
                "Every journal in the archive is read as if it lay beside it.",
                "",
                "",
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static FileSurvey failed(String name, UnreadableFile e) {
        return new FileSurvey(
                name,
                "",
                "",
                0,
                "",
                "",
                "",
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                e.need().map(List::of).orElse(List.of()),
                Optional.empty(),
                e.refusal(),
                List.of(),
                List.of(),
                List.of());
    }

    private FileSurvey survey(Document document, Finding encoding, ImportOptions options) {
        Recognition recognition = new Recognition(document, journals, bars);
        Candidate<JournalFormat> best = recognition.best();
        List<Need> needs = new ArrayList<>();
        Refusal error = null;
        Reading reading = null;
        Tally tally = new Tally(document.name(), options);
        try {
            reading = choice.of(document, options);
            if (reading != null) {
                tally = reading.tally(document.name());
                reading.read(tally);
            }
        } catch (UnreadableFile e) {
            e.need().ifPresent(needs::add);
            error = e.refusal();
        }
        boolean unknown = reading == null && error == null;
        boolean mapping = options.format().filter(ImportProfile.MAPPED::equals).isPresent();
        HeaderPlace place = place(document, mapping ? null : best, options);
        Optional<MappingProposal> proposal =
                unknown && place != null
                        ? Optional.of(mapper.propose(document, place))
                        : Optional.empty();
        if (unknown) {
            error =
                    recognition
                            .unknown(SavedProfiles.of(document, options, ImportProfile.MAPPED))
                            .refusal();
            if (proposal.isPresent()) {
                needs.add(Need.MAPPING);
            }
        }
        SavedProfiles fitting =
                options.using().isPresent()
                        ? SavedProfiles.NONE
                        : SavedProfiles.of(
                                document,
                                options,
                                options.format()
                                        .orElse(best == null ? ImportProfile.MAPPED : best.id()));
        Optional<ImportProfile> saved = options.using().or(fitting::used);
        Written written = new Written(document, options, saved, place);
        return new FileSurvey(
                document.name(),
                document.container().words(),
                reading == null ? "" : reading.format(),
                reading == null ? 0 : recognition.confidence(reading.format()),
                reading == null ? "" : reading.why(),
                place == null ? "" : place.separatorName(),
                document.container() == Container.TEXT ? encoding.value() : "",
                place == null ? 0 : place.line(),
                place == null ? List.of() : place.header().names(),
                place == null ? List.of() : mapper.samples(document, place),
                saved,
                fitting.offered(),
                needs,
                proposal,
                error,
                recognition.guesses(),
                written.findings(encoding, tally),
                Written.times(tally));
    }

    /// The header that the recognised format sees, else the one that looks most like a header.
    private @Nullable HeaderPlace place(
            Document document, @Nullable Candidate<JournalFormat> best, ImportOptions options) {
        HeaderPlace known = best == null ? null : best.detection().header();
        return known != null ? known : mapper.header(document, options);
    }
}
