package credence.core.belief;

/// How beliefs per regime learn (`learning.md` 2, `rules.md` 23). All of it is configuration.
///
/// @param outcomes half-life in outcomes, clamp of R and carry-over between versions, as in the belief itself
/// @param strength outcomes that the bot's other regimes stand for in each regime, > 0
/// @param share ρ: how much of the belief weight follows the regime where it is known, 0…1
public record RegimeBeliefParameters(BeliefParameters outcomes, double strength, double share) {

    public static final RegimeBeliefParameters DEFAULT =
            new RegimeBeliefParameters(BeliefParameters.DEFAULT, 20, 0.3);

    public RegimeBeliefParameters {
        if (!(strength > 0 && Double.isFinite(strength) && share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "strength must be a positive number and the share lie in [0, 1]");
        }
    }
}
