package credence.core.belief;

/// What is expected of a bot before its own outcomes: a rate and a mean result, each with its strength in outcomes.
///
/// @param rate expected accuracy in (0, 1), worth `rateStrength` outcomes
/// @param edge expected mean R, worth `edgeStrength` outcomes
/// @param variance expected variance of one outcome's R, > 0
public record Prior(
        double rate, double rateStrength, double edge, double edgeStrength, double variance) {

    /// The prior of a population nobody has seen.
    public static Prior unseen(BeliefParameters p) {
        return new Prior(p.priorMean(), p.priorStrength(), 0, p.priorStrength(), 1);
    }

    double alpha() {
        return rate * rateStrength;
    }

    double beta() {
        return (1 - rate) * rateStrength;
    }
}
