package credence.app;

import credence.cli.Laboratory;
import credence.core.brain.Configuration;
import credence.lab.Finding;
import credence.lab.Interval;
import credence.lab.LearningQuality;
import credence.lab.Requirement;
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

    private final LearningQuality quality = new LearningQuality(Configuration.DEFAULT);

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
        return quality.scenarios();
    }

    @Override
    public List<Measure> measure(Trial trial, Progress progress) {
        return quality
                .measure(
                        trial.scenarios(),
                        trial.seed(),
                        trial.runs(),
                        (scenario, done, runs) -> {
                            progress.update("Measuring " + scenario, done, runs);
                            progress.checkCancelled();
                        })
                .stream()
                .map(Bench::measure)
                .toList();
    }

    private static Measure measure(Finding f) {
        return new Measure(
                f.scenario(),
                f.measure(),
                f.value(),
                f.interval().stream().mapToDouble(Interval::low).findFirst(),
                f.interval().stream().mapToDouble(Interval::high).findFirst(),
                f.runs(),
                f.requirement().map(Requirement::words),
                f.held());
    }
}
