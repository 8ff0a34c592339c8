package credence.imports;

import java.io.IOException;
import java.io.Reader;

/// The text of a document: held, or read from the file again each time it is asked for.
interface DocumentText extends AutoCloseable {

    /// Reads the text from its beginning. The reader is closed by whoever reads it to its end, and with the text.
    Reader open() throws IOException;

    /// The text's beginning, at most `length` characters.
    String head(int length) throws IOException;

    /// @throws IOException when the medium fails
    String whole() throws IOException;

    boolean endsWithLineBreak();

    /// Whether the text is not in memory, so that rows had better not be either.
    boolean isLarge();

    /// Closes what was opened and not read to its end.
    @Override
    void close() throws IOException;
}
