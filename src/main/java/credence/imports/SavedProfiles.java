package credence.imports;

import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The saved profiles that were made for files of a document's columns. One is used unasked if it alone fits and has brought in files before;
/// any other is only offered: what nobody has seen work must be confirmed.
///
/// @param used read by unasked
/// @param offered fit as well, or have not brought in anything yet; none where one is used
record SavedProfiles(Optional<ImportProfile> used, List<ImportProfile> offered) {

    static final SavedProfiles NONE = new SavedProfiles(Optional.empty(), List.of());

    /// @param format that reads the document, [ImportProfile#MAPPED] where none knows it
    static SavedProfiles of(Document document, ImportOptions options, String format) {
        if (options.profiles().isEmpty()) {
            return NONE;
        }
        Set<Set<String>> headers = new HashSet<>();
        document.places().forEach(p -> headers.add(keys(p.header().names())));
        List<ImportProfile> fitting =
                options.profiles().stream()
                        .filter(p -> p.automatic() && p.format().equals(format))
                        .filter(p -> !p.header().isEmpty() && headers.contains(keys(p.header())))
                        .toList();
        List<ImportProfile> proven =
                fitting.stream().filter(p -> p.succeeded().isPresent()).toList();
        return proven.size() == 1
                ? new SavedProfiles(Optional.of(proven.getFirst()), List.of())
                : new SavedProfiles(Optional.empty(), proven.isEmpty() ? fitting : proven);
    }

    /// Options under which a file is opened: with the encoding of a saved profile that knows the columns once they are read so. Only a
    /// profile that is used unasked may say it.
    ///
    /// @throws UnreadableFile when the bytes are no text
    static ImportOptions opening(
            String name,
            FileLoader.Loaded loaded,
            ImportLimits limits,
            Progress progress,
            ImportOptions options)
            throws UnreadableFile {
        if (options.using().isPresent()
                || options.layout().encoding().isPresent()
                || loaded.text() != null
                || loaded.container() != Container.TEXT) {
            return options;
        }
        for (ImportProfile p : options.profiles()) {
            Optional<String> encoding =
                    p.mapping().map(Mapping::layout).orElse(p.layout()).encoding();
            if (encoding.isPresent() && p.automatic() && p.succeeded().isPresent()) {
                ImportOptions so = options.layout(options.layout().encoding(encoding));
                try (Document document = Document.of(name, loaded, limits, progress, so)) {
                    if (of(document, so, p.format()).used().filter(p::equals).isPresent()) {
                        return so;
                    }
                }
            }
        }
        return options;
    }

    private static Set<String> keys(List<String> names) {
        return names.stream().map(Header::key).collect(Collectors.toSet());
    }

    /// What the trader is told of the profiles that are offered; empty when none is.
    Optional<String> question() {
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        String names =
                offered.stream()
                        .map(p -> "“" + p.name() + "”")
                        .collect(Collectors.joining(" and "));
        boolean one = offered.size() == 1;
        return Optional.of(
                (one ? "The saved profile " : "The saved profiles ")
                        + names
                        + (one
                                ? " was made for files of these columns"
                                : " were made for files of these columns")
                        + (offered.getFirst().succeeded().isPresent()
                                ? ", so none is used unasked."
                                : ", but no file has come in by "
                                        + (one ? "it" : "them")
                                        + " yet, so it is not used unasked.")
                        + " To read by it, say --profile NAME.");
    }
}
