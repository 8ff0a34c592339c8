package credence.imports;

import credence.service.port.ImportOptions;

/// How a document will be read: by which format, why by it, under which words of the trader, and the reading itself.
record Reading(String format, String why, ImportOptions said, Body body) {

    interface Body {
        void read(Tally tally) throws UnreadableFile;
    }

    /// @param file name of the document, without folders
    Tally tally(String file) {
        return new Tally(file, said);
    }

    /// Reads the document.
    ///
    /// @throws UnreadableFile when nothing of it can be read, or it contradicts what the trader said of it
    void read(Tally tally) throws UnreadableFile {
        try {
            body.read(tally);
        } catch (UnreadableFile e) {
            tally.settle(); // a contradiction of the trader's word is the likelier cause
            throw e;
        }
        tally.settle();
    }

    /// Finds out how a document is to be read.
    interface Planner {

        /// @return null when nobody knows the document
        /// @throws UnreadableFile when it cannot be told, or the user's word does not fit it
        @org.jspecify.annotations.Nullable
        Reading of(Document document) throws UnreadableFile;

        /// Why nobody knows it.
        UnreadableFile unknown(Document document);
    }
}
