package credence.cli;

import java.nio.file.Path;
import java.util.List;

/// The sample data that comes with the program.
public interface SampleSource {

    /// Files of trades, then of predictions, each in order of name.
    ///
    /// @throws credence.service.ServiceException when the sample data is not beside the program
    List<Path> journals();

    /// Files of bars, in order of name; the name up to the first `-` is the symbol.
    List<Path> bars();
}
