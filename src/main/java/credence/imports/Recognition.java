package credence.imports;

import credence.service.port.NearName;
import credence.service.port.mapping.FormatGuess;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which format a document is of, by asking all of them.
final class Recognition {

    private static final int MOST_GUESSES = 6;
    private static final int MOST_NEAR = 3;

    private final Document document;
    private final List<Candidate<JournalFormat>> candidates;
    private final List<BarFormat> bars;

    Recognition(Document document, List<JournalFormat> journals, List<BarFormat> bars) {
        this.document = document;
        this.bars = bars;
        this.candidates =
                journals.stream().map(f -> new Candidate<>(f, f.id(), f.detect(document))).toList();
    }

    /// @param wanted id of the format that the user named
    /// @return null when no format knows the document
    /// @throws UnreadableFile when two know it equally well, or the named one does not
    @Nullable Candidate<JournalFormat> format(Optional<String> wanted) throws UnreadableFile {
        return wanted.isPresent() ? named(wanted.get()) : surest();
    }

    /// Formats that may be the document's, surest first.
    List<FormatGuess> guesses() {
        return candidates.stream()
                .filter(c -> c.detection().score() > 0)
                .sorted(
                        Comparator.comparingInt(
                                (Candidate<JournalFormat> c) -> -c.detection().score()))
                .limit(MOST_GUESSES)
                .map(c -> new FormatGuess(c.id(), c.detection().score(), c.detection().reason()))
                .toList();
    }

    /// How sure a format is of the document; 100 when it is none of those asked.
    int confidence(String id) {
        return candidates.stream()
                .filter(c -> c.id().equals(id))
                .mapToInt(c -> c.detection().score())
                .findFirst()
                .orElse(100);
    }

    /// The surest format, whether or not another is as sure; null when none knows the document.
    @Nullable Candidate<JournalFormat> best() {
        return Candidate.surest(candidates);
    }

    private Candidate<JournalFormat> named(String id) throws UnreadableFile {
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
        List<String> near = near(id);
        throw new UnreadableFile(
                "There is no format named " + id + ".",
                (near.isEmpty() ? "" : "Is " + String.join(" or ", near) + " meant? ")
                        + "“formats” lists all.");
    }

    /// Ids of the formats that may be meant, by their ids, else by their titles.
    private List<String> near(String typed) {
        List<String> ids =
                NearName.few(typed, candidates.stream().map(Candidate::id).toList(), MOST_NEAR);
        if (!ids.isEmpty()) {
            return ids;
        }
        List<String> titles =
                NearName.few(
                        typed,
                        candidates.stream().map(c -> c.format().title()).toList(),
                        MOST_NEAR);
        return titles.stream()
                .map(
                        t ->
                                candidates.stream()
                                        .filter(c -> c.format().title().equals(t))
                                        .findFirst()
                                        .orElseThrow()
                                        .id())
                .toList();
    }

    private @Nullable Candidate<JournalFormat> surest() throws UnreadableFile {
        Candidate<JournalFormat> best = Candidate.surest(candidates);
        if (best == null) {
            return null;
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

    /// Why the document is nobody's, for the trader.
    ///
    /// @param saved profiles that were made for files of these columns
    UnreadableFile unknown(SavedProfiles saved) {
        for (BarFormat format : bars) {
            if (format.detect(document).recognised()) {
                return new UnreadableFile(
                        "This file holds price bars, not trades.",
                        "Import it with: import-bars FILE --symbol SYMBOL.");
            }
        }
        if (document.container() != Container.TEXT) {
            return new UnreadableFile(
                    "This is " + document.container().words() + ", and none of the known formats.",
                    "Export the trades as CSV and import that.");
        }
        List<String> nearly = guesses().stream().limit(MOST_NEAR).map(FormatGuess::why).toList();
        return new UnreadableFile(
                1,
                "",
                document.firstLine(),
                nearly.isEmpty()
                        ? "The format is not known: no row looks like the header of a known"
                                + " journal."
                        : "The format is not known. Nearest: " + String.join(" ", nearly),
                saved.question()
                        .orElse(
                                document.places().isEmpty()
                                        ? "Columns must be separated by comma, semicolon, tab or |,"
                                                + " with a header. “formats” lists what is known;"
                                                + " if the file is one of those, say --format."
                                        : "Say what its columns mean (--propose, --map; “formats"
                                                + " FILE” shows a proposal), or, if it is of a"
                                                + " known format, which: --format. “formats” lists"
                                                + " all."));
    }
}
