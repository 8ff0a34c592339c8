package credence.cli;

import java.nio.file.Path;
import java.util.List;

/// The sample data that comes with the program.
public interface SampleSource {

    /// Files of trades, predictions and fills, in order of name.
    ///
    /// @throws credence.service.ServiceException when the sample data is not beside the program
    List<Path> journals();

    /// Files of bars; the name up to the first `-` or `_` or `.` is the symbol.
    List<Path> bars();
}
