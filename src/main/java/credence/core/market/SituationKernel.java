package credence.core.market;

import java.util.Optional;

/// How much one situation says about another: k in 0…1, the product over the six fields (`learning.md` 4).
///
/// - volatility, volume, momentum, correlation: 0.5^d, d the steps between them (LOW to HIGH is two);
/// - regime, session: 1 when equal, else 0;
/// - a field that is UNKNOWN on one side or on both: ½, whatever the field. Nobody knows whether the two agree in it, so it counts as
///   if they were one step apart. Hence k of a situation with itself is 1 only when all is known; where a field is unknown throughout,
///   every k is halved alike, which changes no weighted mean and no effective sample size.
public final class SituationKernel {

    private static final double STEP = 0.5;
    private static final double UNKNOWN = 0.5;

    private SituationKernel() {}

    /// Symmetric in its arguments.
    public static double weight(Situation one, Situation other) {
        if (one.session() != other.session()) {
            return 0;
        }
        double regime =
                one.regime().isEmpty() || other.regime().isEmpty()
                        ? UNKNOWN
                        : one.regime().equals(other.regime()) ? 1 : 0;
        return regime
                * steps(one.volatility(), other.volatility())
                * steps(one.volume(), other.volume())
                * steps(one.momentum(), other.momentum())
                * steps(one.correlation(), other.correlation());
    }

    private static <E extends Enum<E>> double steps(Optional<E> one, Optional<E> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        double weight = 1;
        for (int d = Math.abs(one.get().ordinal() - other.get().ordinal()); d > 0; d--) {
            weight *= STEP;
        }
        return weight;
    }

    /// Effective sample size (Σk)² ÷ Σk² (Kish): how many observations of full weight say as much.
    ///
    /// @param sum Σk; 0 gives 0
    /// @param squares Σk²
    public static double effectiveSample(double sum, double squares) {
        return squares > 0 ? sum * sum / squares : 0;
    }
}
