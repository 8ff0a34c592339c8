package credence.imports;

import credence.service.port.ImportOptions;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.RowKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads delimited files of no known format by a mapping of the trader's, and proposes one.
public interface ColumnMapper {

    /// Knows no mapping: for readers of one format.
    ColumnMapper NONE =
            new ColumnMapper() {
                @Override
                public Mapped find(Document document, ImportProfile profile) throws UnreadableFile {
                    throw new UnreadableFile(
                            "Mappings cannot be used here.", "Leave the profile out.");
                }

                @Override
                public @Nullable HeaderPlace header(Document document, ImportOptions options) {
                    return null;
                }

                @Override
                public MappingProposal propose(Document document, HeaderPlace place) {
                    return new MappingProposal(Mapping.empty(RowKind.FILLS), List.of(), 0);
                }

                @Override
                public List<List<String>> samples(Document document, HeaderPlace place) {
                    return List.of();
                }
            };

    /// A file whose columns are found.
    interface Mapped {

        /// Where its header is, in words that can follow a sentence.
        String where();

        /// Reads every row into the tally.
        ///
        /// @throws UnreadableFile when nothing of the file can be read
        void read(ImportOptions options, Tally tally) throws UnreadableFile;
    }

    /// Finds the columns of a profile's mapping in a document.
    ///
    /// @throws UnreadableFile when they are not there
    Mapped find(Document document, ImportProfile profile) throws UnreadableFile;

    /// The row that looks most like a header; null when the document has no columns.
    @Nullable HeaderPlace header(Document document, ImportOptions options);

    MappingProposal propose(Document document, HeaderPlace place);

    /// The first rows below a header, as they are.
    List<List<String>> samples(Document document, HeaderPlace place);
}
