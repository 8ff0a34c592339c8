package credence.desktop.panel.importing;

import credence.desktop.theme.Figures;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.Finding.Of;
import credence.service.port.mapping.FormatGuess;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Need;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How one file is read, for the trader to check before trusting what was read.
///
/// @param file its name
/// @param formats it may be read as: to be recognised, then those that it may be, surest first, then the mapper, then all others
/// @param format id of the one that the trader chose; empty when it is recognised
/// @param verdict what it is read as, how sure that is and why
/// @param caution what to mind about the format, empty when nothing
/// @param others the other formats that it may be, with their reasons
/// @param offers saved profiles made for its columns, which are used when the trader says so
/// @param written how it is written, in which respect by respect
/// @param times its first times, as written and as read
/// @param here the zone of the screen
public record ReadingProjection(
        String file,
        List<Format> formats,
        String format,
        String verdict,
        String caution,
        List<String> others,
        List<Offer> offers,
        List<Line> written,
        List<Time> times,
        String here) {

    static final ReadingProjection NOTHING =
            new ReadingProjection(
                    "", List.of(), "", "", "", List.of(), List.of(), List.of(), List.of(), "");

    /// A saved profile to confirm.
    ///
    /// @param words why it is not used unasked
    public record Offer(String name, String words) {}

    /// A format to choose.
    ///
    /// @param id empty for "as recognised"
    public record Format(String id, String words) {}

    /// One respect in which files differ.
    ///
    /// @param value empty while it is not known
    /// @param source how it is known, or why it is not
    /// @param choices what the trader may say of it, by the word that is kept; empty where the file leaves no other reading
    /// @param chosen the word the trader said, empty when nothing
    public record Line(
            Of of,
            String what,
            String value,
            String source,
            Map<String, String> choices,
            String chosen) {}

    /// A time of the file.
    ///
    /// @param utc as it was read
    /// @param here the same on the clocks of the screen's zone
    /// @param zone in which it was read, in words
    public record Time(
            long line, String column, String text, String utc, String here, String zone) {}

    static ReadingProjection of(
            FileSurvey survey, ImportForm said, List<FormatDescription> formats, Figures figures) {
        Map<String, FormatDescription> known =
                formats.stream()
                        .collect(
                                Collectors.toMap(
                                        FormatDescription::id,
                                        Function.identity(),
                                        (first, _) -> first));
        Function<String, String> title =
                id -> Optional.ofNullable(known.get(id)).map(FormatDescription::title).orElse(id);
        Figures utc = new Figures(Locale.ROOT, ZoneOffset.UTC);
        return new ReadingProjection(
                survey.file(),
                formats(survey, formats, title),
                format(said),
                verdict(survey, said, title),
                caution(survey, known),
                survey.candidates().stream()
                        .filter(g -> !g.format().equals(survey.format()))
                        .map(
                                g ->
                                        title.apply(g.format())
                                                + ", sure to "
                                                + g.confidence()
                                                + " of 100: "
                                                + g.why())
                        .toList(),
                survey.offered().stream().map(p -> offer(p)).toList(),
                WrittenLines.of(survey, said),
                survey.times().stream()
                        .map(
                                t ->
                                        new Time(
                                                t.line(),
                                                t.column(),
                                                t.text(),
                                                utc.fullTime(t.time()),
                                                figures.zonedTime(t.time()),
                                                t.zone().isEmpty()
                                                        ? "named in the text"
                                                        : t.zone()))
                        .toList(),
                figures.zone().getId());
    }

    /// What the trader chose to read as; a mapping of columns counts, however it came about.
    static String format(ImportForm said) {
        boolean maps = said.mapping().flatMap(ImportProfile::mapping).isPresent();
        return maps ? ImportProfile.MAPPED : said.unsettled().format();
    }

    private static List<Format> formats(
            FileSurvey survey, List<FormatDescription> formats, Function<String, String> title) {
        List<Format> all = new ArrayList<>();
        all.add(new Format("", "As recognised"));
        for (FormatGuess guess : survey.candidates()) {
            all.add(
                    new Format(
                            guess.format(),
                            title.apply(guess.format())
                                    + " (sure to "
                                    + guess.confidence()
                                    + " of 100)"));
        }
        if (!survey.header().isEmpty()) {
            all.add(new Format(ImportProfile.MAPPED, "Columns as I map them"));
        }
        List<String> named = all.stream().map(Format::id).toList();
        formats.stream()
                .filter(f -> !named.contains(f.id()))
                .map(
                        f ->
                                new Format(
                                        f.id(),
                                        f.title()
                                                + (f.fromDocumentation()
                                                        ? " (from documentation)"
                                                        : "")))
                .sorted(Comparator.comparing(Format::words, String.CASE_INSENSITIVE_ORDER))
                .forEach(all::add);
        return all;
    }

    private static Offer offer(ImportProfile p) {
        return new Offer(
                p.name(),
                "The saved profile “"
                        + p.name()
                        + "” was made for files of these columns"
                        + (p.succeeded().isPresent()
                                ? ", and so were others."
                                : ", but no file has come in by it yet. Check what it says before"
                                        + " you use it."));
    }

    private static String verdict(FileSurvey s, ImportForm said, Function<String, String> title) {
        String by =
                s.profile()
                        .map(ImportProfile::name)
                        .filter(p -> !p.equals(ImportViewModel.UNNAMED))
                        .map(
                                p ->
                                        " By the saved profile “"
                                                + p
                                                + (said.mapping().isPresent()
                                                        ? "”."
                                                        : "”: the file has its columns."))
                        .orElse("");
        if (s.format().equals(ImportProfile.MAPPED)) {
            return "Read by its columns, as they are mapped." + by;
        }
        if (!s.format().isEmpty()) {
            return title.apply(s.format())
                    + (s.confidence() > 0 ? ", sure to " + s.confidence() + " of 100. " : ". ")
                    + s.why()
                    + by;
        }
        if (s.needs().contains(Need.MAPPING)) {
            return "No format knows these columns. Say what they mean below.";
        }
        return s.error() == null ? s.why() : s.error().reason();
    }

    private static String caution(FileSurvey s, Map<String, FormatDescription> known) {
        FormatDescription format = known.get(s.format());
        return format != null && format.fromDocumentation()
                ? "From documentation: no real file of this format was at hand when it was built."
                        + " Compare the first rows with your file before you import."
                : "";
    }
}
