package credence.cli;

import credence.service.port.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The simulator and its measurements, as far as the command line needs them.
public interface Laboratory {

    /// What to simulate.
    ///
    /// @param bots at least 1
    /// @param days at least 1
    record Fleet(int bots, int days, long seed) {}

    /// What a simulation left behind.
    ///
    /// @param files names inside the folder, `truth.json` included
    /// @param trades closed trades over all bots
    record Simulated(Path directory, List<String> files, int bots, long trades, long seed) {}

    /// What to measure.
    ///
    /// @param scenarios names of [#scenarios]; none means all
    /// @param seed of each scenario's first run; the next run has the next
    /// @param runs of each scenario, at least 1; empty for as many as each requirement asks for
    record Trial(List<String> scenarios, long seed, OptionalInt runs) {}

    /// One row of the table of learning quality.
    ///
    /// @param low ends of the 90 % interval of the figure over the runs, absent when undefined
    /// @param requirement what the figure has to reach, in words; absent when it is for information
    /// @param held whether it does; true without a requirement
    record Measure(
            String scenario,
            String what,
            double value,
            OptionalDouble low,
            OptionalDouble high,
            int runs,
            Optional<String> requirement,
            boolean held) {}

    /// Writes a synthetic fleet as importable files, with the truth beside them.
    ///
    /// @throws IllegalArgumentException when bots or days are out of range
    /// @throws credence.service.ServiceException when the folder cannot be written or holds such files already
    Simulated simulate(Path directory, Fleet fleet, Progress progress);

    /// Names of the scenarios that can be measured, in the order of the table.
    List<String> scenarios();

    /// Measures the scenarios in the order of [#scenarios].
    ///
    /// @throws IllegalArgumentException when there is no such scenario, or not one run
    /// @throws java.util.concurrent.CancellationException when stopped
    List<Measure> measure(Trial trial, Progress progress);
}
