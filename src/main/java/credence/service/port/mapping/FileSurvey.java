package credence.service.port.mapping;

import credence.service.port.FileReport.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What can be told about a file before it is imported.
///
/// @param file name without folders
/// @param kind in words: "a text file"
/// @param format id of the format that would read it; empty when none knows it
/// @param confidence of the format, 0…100
/// @param why how it was recognised, or why not
/// @param separator of columns in words, empty when there are no columns
/// @param encoding name of the character set; empty for files that are no text
/// @param headerLine first 1; 0 when there is no header
/// @param header names of the columns; empty when there are none
/// @param samples first rows below the header, at most 20
/// @param profile by which it would be read, saved or not
/// @param offered saved profiles made for these columns that are not used unasked: none has brought in files yet, or several have
/// @param needs what must be said before it can be read, most pressing first; empty when nothing
/// @param proposal for files of no known format that have columns
/// @param error why nothing of it can be read as things are
/// @param candidates formats that may be the file's, surest first; the one that reads it among them
/// @param findings how it is written, and how that is known
/// @param times the first of its times, read
public record FileSurvey(
        String file,
        String kind,
        String format,
        int confidence,
        String why,
        String separator,
        String encoding,
        int headerLine,
        List<String> header,
        List<List<String>> samples,
        Optional<ImportProfile> profile,
        List<ImportProfile> offered,
        List<Need> needs,
        Optional<MappingProposal> proposal,
        @Nullable Refusal error,
        List<FormatGuess> candidates,
        List<Finding> findings,
        List<TimeReading> times) {

    /// With no profile to choose.
    public FileSurvey(
            String file,
            String kind,
            String format,
            int confidence,
            String why,
            String separator,
            String encoding,
            int headerLine,
            List<String> header,
            List<List<String>> samples,
            Optional<ImportProfile> profile,
            List<Need> needs,
            Optional<MappingProposal> proposal,
            @Nullable Refusal error,
            List<FormatGuess> candidates,
            List<Finding> findings,
            List<TimeReading> times) {
        this(
                file,
                kind,
                format,
                confidence,
                why,
                separator,
                encoding,
                headerLine,
                header,
                samples,
                profile,
                List.of(),
                needs,
                proposal,
                error,
                candidates,
                findings,
                times);
    }
}
