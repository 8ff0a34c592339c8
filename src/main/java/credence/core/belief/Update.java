package credence.core.belief;

/// What one observation did to a belief.
///
/// @param prior accuracy before; posterior after
/// @param likelihood probability the belief gave to the result
/// @param confidenceBefore confidence before; confidenceAfter after
/// @param seam whether a change point is drawn here
public record Update(
        double prior,
        double likelihood,
        double posterior,
        double confidenceBefore,
        double confidenceAfter,
        boolean seam) {}
