package credence.core.regime;

import credence.core.random.Draws;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.Status;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Tests whether a bot's R depends on the regime at entry, honest about runs in both.
///
/// **p.** With n_r = Σ P(r), m_r = Σ P(r)·R ÷ n_r and m the mean of all, the statistic is the weighted sum of squares between regimes,
/// Σ n_r (m_r − m)². It is compared with itself under circular shifts: the regimes, in the order of entries, are moved against the
/// results by so many places, the end joined to the beginning. A shift keeps how results follow one another and how regimes do, and breaks
/// only what they have to do with each other; shuffling would break all three and cry wolf, since regimes come in spells and results may.
/// p = (1 + shifts that do at least as well) ÷ (1 + shifts). 999 shifts are drawn, or all n − 1 where there are no more. It asks for
/// dependence of any kind: a regime in which results only scatter more can show too.
///
/// **Effect.** Best less worst mean R, over regimes with ten expected outcomes or more. Its interval comes from a circular block
/// bootstrap of (regime, R) in blocks of ⌈∛n⌉: for every pair of regimes the deviation of its difference is set in relation to that
/// pair's standard error, and the 90 % quantile of the largest of them widens all pairs alike.
///
/// Sources: circular shifts as in Upton & Fingleton (1985) and Lancaster et al. (2018, *Physics Reports* 748) for surrogates; Politis
/// & Romano (1992) for the circular block bootstrap; max-|t| intervals after Tukey.
public final class RegimeDependence {

    private static final Regime[] REGIMES = Regime.values();

    /// Sums that differ by less than this share are equal but for rounding.
    private static final double ROUNDING = 1e-9;

    private final DependenceParameters parameters;

    public RegimeDependence(DependenceParameters parameters) {
        this.parameters = parameters;
    }

    /// @param entries in the order of entry
    /// @param draws of the bot, keyed so that others disturb nothing
    public Dependence of(List<Dependence.Entry> entries, Draws draws) {
        int n = entries.size();
        if (n < parameters.fewestOutcomes()) {
            return Dependence.none(n == 0 ? Status.NO_DATA : Status.TOO_FEW, n);
        }
        RegimeCourse course = new RegimeCourse(entries, parameters.rClamp());
        double observed = course.between(0);
        if (!course.resultsDiffer() || !course.regimesDiffer()) {
            return Dependence.none(Status.ZERO_VARIANCE, n);
        }
        int better = 0;
        boolean every = n - 1 <= parameters.shifts();
        int shifts = every ? n - 1 : parameters.shifts();
        for (int i = 0; i < shifts; i++) {
            int by = 1 + (every ? i : draws.below(n - 1, i));
            if (course.between(by) >= observed * (1 - ROUNDING)) {
                better++;
            }
        }
        double p = (1.0 + better) / (1.0 + shifts);
        return withEffect(course, p, draws);
    }

    private Dependence withEffect(RegimeCourse course, double p, Draws draws) {
        int n = course.size();
        int best = -1;
        int worst = -1;
        for (int r = 0; r < REGIMES.length; r++) {
            if (course.count(r) >= parameters.fewestInRegime()) {
                best = best < 0 || course.mean(r) > course.mean(best) ? r : best;
                worst = worst < 0 || course.mean(r) < course.mean(worst) ? r : worst;
            }
        }
        if (best == worst) {
            return new Dependence(
                    Status.OK,
                    n,
                    OptionalDouble.of(p),
                    Optional.empty(),
                    Optional.empty(),
                    Estimate.none(Status.TOO_FEW, n));
        }
        double difference = course.mean(best) - course.mean(worst);
        double reach =
                new DifferenceBootstrap(course, parameters.fewestInRegime())
                        .reach(best, worst, parameters.resamples(), draws, parameters.shifts());
        return new Dependence(
                Status.OK,
                n,
                OptionalDouble.of(p),
                Optional.of(REGIMES[best]),
                Optional.of(REGIMES[worst]),
                Estimate.of(difference, difference - reach, difference + reach, n));
    }
}
