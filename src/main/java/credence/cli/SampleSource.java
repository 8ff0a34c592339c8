package credence.cli;

import credence.service.ImportResult;
import credence.service.Workspace;
import credence.service.port.Progress;

import java.util.List;

/// The sample data that comes with the program.
@FunctionalInterface
public interface SampleSource {

    /// Imports all of it: bars first, then the journals as one batch. What came in before stays as it is.
    ///
    /// @throws credence.service.ServiceException when the sample data is not beside the program
    List<ImportResult> importInto(Workspace workspace, Progress progress);
}
