package credence.core.performance;

import credence.core.value.Estimate;
import credence.core.value.Status;

/// A figure of outcomes that hang together in clusters, with both counts.
///
/// @param estimate central 90 % interval; its n counts outcomes
/// @param clusters these fall into; what the interval rests on
public record ClusteredEstimate(Estimate estimate, int clusters) {

    public static final ClusteredEstimate NO_DATA =
            new ClusteredEstimate(Estimate.none(Status.NO_DATA, 0), 0);
}
