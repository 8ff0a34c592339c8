package credence.core.belief;

import credence.core.value.SourceClass;

import java.time.Instant;
import java.util.OptionalDouble;

/// What the updater sees of one outcome.
///
/// @param time when it became known
/// @param result 1 won, 0 lost, ½ break-even
/// @param r result in R after stated or assumed costs (the belief clamps it); empty when the outcome has no R
/// @param newVersion whether it is the first outcome of a new version of the bot
public record Observation(
        Instant time, double result, OptionalDouble r, SourceClass source, boolean newVersion) {

    public Observation {
        if (result != 0 && result != 1 && result != 0.5) {
            throw new IllegalArgumentException("a result is 0, ½ or 1, not " + result);
        }
        if (r.isPresent() && !Double.isFinite(r.getAsDouble())) {
            throw new IllegalArgumentException("R must be finite");
        }
    }
}
