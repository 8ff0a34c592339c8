package credence.lab;

import java.util.Optional;

/// One measured figure of learning quality with its 90 % interval over the runs.
///
/// @param scenario name of the experiment
/// @param measure what was measured, in words
/// @param value finite
/// @param interval what the figure may be given the runs; absent with a single run
/// @param runs independent seeds behind it
/// @param requirement absent where the figure is for information
public record Finding(
        String scenario,
        String measure,
        double value,
        Optional<Interval> interval,
        int runs,
        Optional<Requirement> requirement) {

    public Finding {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(measure + " came out as " + value);
        }
    }

    /// Whether the figure lies where it is required to; true without a requirement.
    public boolean held() {
        return requirement.isEmpty() || requirement.get().holds(value);
    }

    /// Whether even the whole interval lies where the figure is required to.
    public boolean heldForSure() {
        return requirement.isEmpty()
                || (interval.isPresent()
                        && requirement.get().holds(interval.get().low())
                        && requirement.get().holds(interval.get().high()));
    }
}
