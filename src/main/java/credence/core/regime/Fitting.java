package credence.core.regime;

import credence.core.value.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fits Gaussian hidden Markov models by expectation–maximisation, the same way every time.
///
/// The series is standardised first, so the unit of its data does not matter. Each start gets a few iterations; the best goes
/// on until an iteration gains less than the tolerance. Pseudo-counts make it the most probable model instead of the
/// most likely one (Dirichlet priors on start and transitions).
///
/// Source: Dempster, Laird & Rubin (1977); McLachlan & Peel (2000) 2.12 for short runs first.
public final class Fitting {

    /// Fewer observations a state are refused.
    public static final int LEAST_A_STATE = 50;

    private final EmParameters parameters;

    public Fitting(EmParameters parameters) {
        this.parameters = parameters;
    }

    /// From the deterministic starts.
    public Fit fit(Observations series, int states) {
        return fit(series, states, List.of(), true);
    }

    /// From earlier models too, or only.
    ///
    /// @param warm earlier models in units of the series
    /// @param afresh whether the deterministic starts are tried as well
    /// @throws IllegalArgumentException when there is no start at all
    Fit fit(Observations series, int states, List<GaussianHmm> warm, boolean afresh) {
        if (series.size() < LEAST_A_STATE * states) {
            return Fit.refused(Status.TOO_FEW);
        }
        Optional<Standardiser> unit = Standardiser.of(series);
        if (unit.isEmpty()) {
            return Fit.refused(Status.ZERO_VARIANCE);
        }
        int d = series.dimension();
        double[] z = series.standardised(unit.get());
        List<GaussianHmm> starts = new ArrayList<>();
        for (GaussianHmm model : warm) {
            starts.add(Standardiser.none(d).restate(model, unit.get()));
        }
        if (afresh) {
            starts.addAll(Starts.of(z, d, states, parameters));
        }
        Expectation expectation = new Expectation(z, d, states, series.breaks());
        Run best = null;
        for (GaussianHmm start : starts) {
            Run run = new Run(start);
            if (starts.size() > 1) {
                run.on(expectation, parameters, parameters.trials());
            }
            // The first of equals: an earlier model stays unless a new start is truly better.
            if (best == null || run.objective > best.objective + 2 * parameters.tolerance()) {
                best = run;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no start to fit from");
        }
        best.on(expectation, parameters, parameters.iterations() - best.iterations);
        return best.fit(expectation, unit.get(), parameters);
    }

    /// Exactly so many iterations from a start, on the series as it is.
    public GaussianHmm iterate(Observations series, GaussianHmm start, int iterations) {
        int d = series.dimension();
        Expectation expectation =
                new Expectation(series.standardised(Standardiser.none(d)), d, start.states());
        GaussianHmm model = start;
        for (int i = 0; i < iterations; i++) {
            expectation.pass(model);
            model = Maximisation.of(expectation, model, parameters);
        }
        return model;
    }

    /// Logarithm of the prior density of a chain, up to a constant.
    static double logPrior(MarkovChain chain, EmParameters by) {
        double sum = 0;
        for (int i = 0; i < chain.states(); i++) {
            sum += term(by.move(), chain.start(i));
            for (int j = 0; j < chain.states(); j++) {
                sum += term(by.pseudoCount(i, j), chain.transition(i, j));
            }
        }
        return sum;
    }

    private static double term(double count, double probability) {
        return count > 0 ? count * StrictMath.log(Math.max(probability, Double.MIN_NORMAL)) : 0;
    }

    /// EM from one start.
    private static final class Run {

        private GaussianHmm model;
        private double objective = -Double.MAX_VALUE;
        private int iterations;
        private boolean converged;

        private Run(GaussianHmm start) {
            this.model = start;
        }

        /// The objective is that of the model before its last improvement, so it never flatters.
        private void on(Expectation expectation, EmParameters parameters, int most) {
            for (int i = 0; i < most && !converged; i++) {
                expectation.pass(model);
                double now = expectation.logLikelihood() + logPrior(model.chain(), parameters);
                converged = now - objective < parameters.tolerance();
                objective = Math.max(objective, now);
                model = Maximisation.of(expectation, model, parameters);
                iterations++;
            }
        }

        private Fit fit(Expectation expectation, Standardiser unit, EmParameters parameters) {
            expectation.forward(model);
            return new Fit(
                    Status.OK,
                    Optional.of(model),
                    Optional.of(unit),
                    expectation.logLikelihood(),
                    expectation.logLikelihood() + logPrior(model.chain(), parameters),
                    expectation.last(),
                    iterations,
                    converged);
        }
    }
}
