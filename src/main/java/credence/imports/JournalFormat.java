package credence.imports;

import credence.service.port.ImportOptions;

/// One format of journals: recognises its files by content, and reads them.
///
/// Formats hold no state; one object serves many threads.
public interface JournalFormat {

    /// Short name for `--format`, lower case with hyphens; never changes.
    String id();

    /// Name for people.
    String title();

    /// Whether the format was built from its documentation, no real sample at hand.
    default boolean fromDocumentation() {
        return false;
    }

    /// Whose book the rows are taken from: two formats with one book tell the same trades of an account, each in its own way.
    default String book() {
        return id();
    }

    /// How sure this format is that the file is its own. When the answer is no, the reason says what is missing.
    Detection detect(Document document);

    /// Reads every row into the tally.
    ///
    /// @param detection this format's own answer about the document
    /// @throws UnreadableFile when nothing of the file can be read
    void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile;
}
