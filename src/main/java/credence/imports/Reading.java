package credence.imports;

/// How a document will be read: by which format, why by it, and the reading itself.
record Reading(String format, String why, Body body) {

    interface Body {
        void read(Tally tally) throws UnreadableFile;
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
