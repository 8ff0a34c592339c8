package credence.core.regime;

import credence.core.value.Symbol;

import java.util.Optional;

/// How markets are read (`learning.md` 4). All of it is configuration.
///
/// @param thresholds what the four and the seven compare with
/// @param dimension of the hidden Markov model behind the five: 1 the return alone, 2 the day's range too
/// @param benchmark symbol that situations are compared with, if one is set
public record MarketParameters(Thresholds thresholds, int dimension, Optional<Symbol> benchmark) {

    public static final MarketParameters DEFAULT =
            new MarketParameters(Thresholds.RELATIVE, 2, Optional.empty());

    public MarketParameters {
        if (dimension < 1 || dimension > 2) {
            throw new IllegalArgumentException("the five are read by 1 or 2 figures of a day");
        }
    }

    /// How the five are read.
    FiveParameters five() {
        return FiveParameters.DEFAULT.withDimension(dimension);
    }
}
