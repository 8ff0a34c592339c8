package credence.service.port;

import java.util.Optional;

/// The lines of a file as they stand in it. May be asked by several threads.
public interface SourceLines extends AutoCloseable {

    /// A line without its end; nothing when the file has no such line, is no text of lines, or cannot be read any more.
    ///
    /// @param number first 1
    Optional<String> line(int number);

    @Override
    void close();
}
