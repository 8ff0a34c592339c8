package credence.core.regime;

import credence.core.value.Status;

import java.util.Optional;

/// What fitting a hidden Markov model to a series came to. All numbers are finite.
///
/// @param status OK, TOO_FEW (fewer than 50 observations a state) or ZERO_VARIANCE; without OK there is no model
/// @param model in units of the standardiser
/// @param standardiser of the series, frozen
/// @param logLikelihood of the standardised series
/// @param objective log-likelihood and log prior, what is made largest
/// @param last filtered probabilities after the last observation; empty without a model
/// @param iterations of EM from the start that won
/// @param converged false when they ran out
public record Fit(
        Status status,
        Optional<GaussianHmm> model,
        Optional<Standardiser> standardiser,
        double logLikelihood,
        double objective,
        double[] last,
        int iterations,
        boolean converged) {

    static Fit refused(Status status) {
        return new Fit(status, Optional.empty(), Optional.empty(), 0, 0, new double[0], 0, false);
    }

    /// Schwarz's criterion, −2·log-likelihood + parameters·ln n: smaller is better.
    ///
    /// @param n observations
    public double bic(int n) {
        return -2 * logLikelihood
                + model.map(GaussianHmm::parameters).orElse(0) * StrictMath.log(n);
    }
}
