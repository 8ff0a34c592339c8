package credence.imports;

import credence.service.port.ImportOptions;
import credence.service.port.mapping.ImportProfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// By what a document is read: the profile that the trader named, else the format that knows it, under a saved profile that is
/// made for files of this header; else such a profile's mapping.
final class Choice {

    private final List<JournalFormat> journals;
    private final List<BarFormat> bars;
    private final ColumnMapper mapper;

    Choice(List<JournalFormat> journals, List<BarFormat> bars, ColumnMapper mapper) {
        this.mapper = mapper;
        this.journals = journals;
        this.bars = bars;
    }

    /// @return null when nobody knows the document
    /// @throws UnreadableFile when two formats know it equally well, or the named format or profile does not fit
    @Nullable Reading of(Document document, ImportOptions options) throws UnreadableFile {
        if (document.container() != Container.XLSX) {
            return own(document, options);
        }
        Reading whole;
        try {
            whole = own(document, options);
        } catch (UnreadableFile e) {
            Reading sheet = ofSheets(document, options);
            if (sheet == null) {
                throw e;
            }
            return sheet;
        }
        return whole == null ? ofSheets(document, options) : whole;
    }

    /// By the first sheet that somebody knows: brokers put what tells the same trades in another way on the sheets behind.
    private @Nullable Reading ofSheets(Document workbook, ImportOptions options)
            throws UnreadableFile {
        Reading first = null;
        UnreadableFile problem = null;
        String read = "";
        List<String> left = new ArrayList<>();
        for (Document sheet : workbook.sheets()) {
            Reading reading;
            try {
                reading = own(sheet, options);
            } catch (UnreadableFile e) {
                problem = e; // another sheet may be the journal
                continue;
            }
            if (reading != null && first == null) {
                first = reading;
                read = sheet.name();
            } else if (reading != null) {
                left.add("“" + sheet.name() + "” (" + reading.format() + ")");
            }
        }
        if (first == null) {
            if (problem != null) {
                throw problem;
            }
            return null;
        }
        Reading.Body body = first.body();
        String note =
                "Of the workbook the sheet “"
                        + read
                        + "” was read."
                        + (left.isEmpty()
                                ? ""
                                : " Left out, since they may tell the same trades: "
                                        + String.join(", ", left)
                                        + ". To import one of them instead, save it as CSV.");
        return new Reading(
                first.format(),
                "Sheet “" + read + "”: " + first.why(),
                first.said(),
                tally -> {
                    body.read(tally);
                    tally.note(note);
                });
    }

    private @Nullable Reading own(Document document, ImportOptions options) throws UnreadableFile {
        ImportProfile given = options.using().orElse(null);
        if (given != null && given.mapping().isPresent()) {
            return mapped(document, options, given, "by the profile");
        }
        if (options.format().filter(ImportProfile.MAPPED::equals).isPresent()) {
            return null; // the trader wants to map the columns, and has not yet
        }
        Candidate<JournalFormat> chosen =
                new Recognition(document, journals, bars).format(options.format());
        if (chosen == null) {
            ImportProfile saved =
                    SavedProfiles.of(document, options, ImportProfile.MAPPED).used().orElse(null);
            return saved == null
                    ? null
                    : mapped(
                            document,
                            options.using(saved),
                            saved,
                            "its columns are those of the saved profile");
        }
        SavedProfiles fitting =
                given == null
                        ? SavedProfiles.of(document, options, chosen.id())
                        : SavedProfiles.NONE;
        Optional<ImportProfile> saved = fitting.used();
        ImportOptions said = saved.map(options::using).orElse(options);
        Document under = saved.isPresent() ? document.under(said) : document;
        return new Reading(
                chosen.id(),
                chosen.detection().reason()
                        + saved.map(p -> " Under the saved profile “" + p.name() + "”.").orElse(""),
                said,
                tally -> {
                    chosen.format().read(under, chosen.detection(), said, tally);
                    note(tally, options, saved);
                    fitting.question().ifPresent(tally::note);
                });
    }

    /// Says which saved profile was read by, and why by it.
    private static void note(
            Tally tally, ImportOptions options, Optional<ImportProfile> byItsColumns) {
        byItsColumns
                .map(p -> "Read by the saved profile “" + p.name() + "”: the file has its columns.")
                .or(
                        () ->
                                options.profile()
                                        .map(
                                                name ->
                                                        "Read by the profile “"
                                                                + name
                                                                + "”, as said."))
                .ifPresent(tally::note);
    }

    private Reading mapped(
            Document document, ImportOptions options, ImportProfile profile, String how)
            throws UnreadableFile {
        Document under = document.under(options);
        ColumnMapper.Mapped file = mapper.find(under, profile);
        return new Reading(
                ImportProfile.MAPPED,
                "It is read "
                        + (how.startsWith("its") ? "by a mapping: " : "")
                        + how
                        + " “"
                        + profile.name()
                        + "”"
                        + file.where()
                        + ".",
                options,
                tally -> {
                    file.read(options, tally);
                    note(
                            tally,
                            options,
                            how.startsWith("its") ? Optional.of(profile) : Optional.empty());
                });
    }
}
