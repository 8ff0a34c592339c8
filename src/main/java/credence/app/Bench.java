package credence.app;

import credence.cli.Laboratory;
import credence.service.ServiceException;
import credence.service.port.Progress;

import java.nio.file.Path;
import java.util.List;

/// The lab, put on the command line.
final class Bench implements Laboratory {

    @Override
    public Simulated simulate(Path directory, Fleet fleet, Progress progress) {
        throw new ServiceException("The simulator is not built yet.");
    }

    @Override
    public List<String> scenarios() {
        return List.of();
    }

    @Override
    public List<Measure> measure(List<String> scenarios, Progress progress) {
        throw new ServiceException("The lab is not built yet.");
    }
}
