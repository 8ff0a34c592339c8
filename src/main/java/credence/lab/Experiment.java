package credence.lab;

import java.util.List;
import java.util.function.IntConsumer;

/// A scenario folded many times, each run with a seed of its own, and what came out.
interface Experiment {

    /// One word by which it is asked for.
    String name();

    /// How many runs its requirement speaks of.
    int runs();

    /// Runs it with the seeds `seed`, `seed` + 1 and so on.
    ///
    /// @param runs at least 1
    /// @param done is told how many runs are finished, after each
    List<Finding> measure(long seed, int runs, IntConsumer done);
}
