package credence.app;

import credence.cli.Laboratory;
import credence.lab.Simulation;
import credence.lab.SimulationParameters;
import credence.service.ServiceException;
import credence.service.port.Progress;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/// The lab, put on the command line.
final class Bench implements Laboratory {

    @Override
    public Simulated simulate(Path directory, Fleet fleet, Progress progress) {
        SimulationParameters parameters =
                SimulationParameters.of(fleet.bots(), fleet.days(), fleet.seed());
        progress.update("Simulating", 0, 0);
        Simulation simulation = Simulation.of(parameters);
        progress.update("Writing the files", 0, 0);
        try {
            simulation.writeTo(directory);
        } catch (FileAlreadyExistsException e) {
            throw new ServiceException(
                    e.getMessage() + " is there already. Name an empty folder; nothing was made.");
        } catch (IOException e) {
            throw new ServiceException(
                    "The files cannot be written to " + directory + ": " + e.getMessage());
        }
        return new Simulated(
                directory,
                simulation.files(),
                simulation.bots().size(),
                simulation.closedTrades(),
                fleet.seed());
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
