package credence.imports;

import credence.service.port.JournalReader.BarOptions;

/// One format of bars: recognises its files by content, and reads them. Holds no state.
public interface BarFormat {

    /// Short name, lower case with hyphens; never changes.
    String id();

    /// Name for people.
    String title();

    Detection detect(Document document);

    /// Reads every bar into the tally.
    ///
    /// @throws UnreadableFile when nothing of the file can be read
    void read(Document document, Detection detection, BarOptions options, Tally tally)
            throws UnreadableFile;
}
