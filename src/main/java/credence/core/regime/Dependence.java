package credence.core.regime;

import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Status;

import java.util.Optional;
import java.util.OptionalDouble;

/// Whether a bot's results depend on the regime at entry.
///
/// @param status OK; TOO_FEW outcomes; ZERO_VARIANCE when R or the regime never differed
/// @param outcomes looked at
/// @param p chance of regimes and results going together at least this well if they had nothing to do with each other; empty unless OK
/// @param best regime with the highest mean R among those with enough outcomes; empty like `worst` below two such regimes
/// @param effect mean R in the best regime less that in the worst, with the 90 % interval that holds for every pair at once: it pays for
///     having picked the two after looking
public record Dependence(
        Status status,
        int outcomes,
        OptionalDouble p,
        Optional<Regime> best,
        Optional<Regime> worst,
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
