package credence.desktop.desk;

import java.nio.file.Path;
import java.util.Optional;

/// Takes down failures that nobody foresaw.
public interface FaultLog {

    /// Writes a failure down.
    Fault note(Throwable failure);

    /// A failure as it is told of.
    ///
    /// @param code short; the same for the same failure on every machine
    /// @param log where the details are, absent when they could not be written
    /// @param details what programmers need to know
    record Fault(String code, Optional<Path> log, String details) {}
}
