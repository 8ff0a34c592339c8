package credence.cli;

import credence.service.port.Progress;

import java.nio.file.Path;
import java.util.List;

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

    /// One row of the table of learning quality.
    ///
    /// @param low ends of the interval of the measured value over the runs, absent when undefined
    /// @param aim what the measure should reach, in words
    /// @param met whether it does
    record Measure(
            String scenario,
            String what,
            double value,
            java.util.OptionalDouble low,
            java.util.OptionalDouble high,
            int runs,
            String aim,
            boolean met) {}

    /// Writes a synthetic fleet as importable files, with the truth beside them.
    ///
    /// @throws IllegalArgumentException when bots or days are out of range
    /// @throws credence.service.ServiceException when the folder cannot be written or holds such files already
    Simulated simulate(Path directory, Fleet fleet, Progress progress);

    /// Names of the scenarios that can be measured, in the order of the table.
    List<String> scenarios();

    /// Measures the scenarios, all of them when none is named.
    ///
    /// @throws credence.service.ServiceException when there is no such scenario
    List<Measure> measure(List<String> scenarios, Progress progress);
}
