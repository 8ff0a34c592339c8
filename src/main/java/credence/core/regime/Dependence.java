package credence.core.regime;

import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Status;

import java.util.Optional;
import java.util.OptionalDouble;

/// Whether a bot's results depend on the regime at entry.
///
/// @param status OK; TOO_FEW outcomes, or fewer than two regimes with enough; ZERO_VARIANCE when R or the regime never differed
/// @param outcomes looked at
/// @param p chance of regimes and results going together at least this well if they had nothing to do with each other; empty unless OK
/// @param better of the two regimes that differ most clearly, among those with enough outcomes; empty like `worse` unless OK
/// @param effect mean R in the better regime less that in the worse, with a 90 % interval that is the test turned round: it leaves out 0
///     exactly when p ≤ 10 %. It pays for having picked the two after looking, not for how many bots were looked at
public record Dependence(
        Status status,
        int outcomes,
        OptionalDouble p,
        Optional<Regime> better,
        Optional<Regime> worse,
        Estimate effect) {

    /// One outcome as the test sees it.
    ///
    /// @param atEntry how probable each regime was at entry
    /// @param r finite; before assumed costs, which weigh more in R where ranges are small and so depend on the regime by themselves
    public record Entry(RegimeProbabilities atEntry, double r) {

        public Entry {
            if (!Double.isFinite(r)) {
                throw new IllegalArgumentException("R must be finite");
            }
        }
    }

    static Dependence none(Status status, int outcomes) {
        return new Dependence(
                status,
                outcomes,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Estimate.none(status, outcomes));
    }
}
