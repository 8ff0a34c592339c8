package credence.core.regime;

import credence.core.random.Draws;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.Status;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Tests whether a bot's mean R depends on the regime at entry, honest about runs in both, and says by how much: one statistic for both.
///
/// **Statistic.** With n_r = Σ P(r), m_r = Σ P(r)·R ÷ n_r and v_r the variance there: the largest |m_a − m_b| ÷ √(v_a/n_a + v_b/n_b) over
/// pairs of regimes of ten expected outcomes or more. Each regime by its own variance, so that one in which results only scatter more
/// does not pass for one in which they are better.
///
/// **p.** It is compared with itself under circular shifts: the regimes, in the order of entries, are moved against the results by so
/// many places, the end joined to the beginning. A shift keeps how results follow one another and how regimes do, and breaks only what they
/// have to do with each other; shuffling would break all three and cry wolf, since regimes come in spells and results may. p = (1 +
/// shifts that do at least as well) ÷ (1 + shifts). 999 shifts are drawn, or all n − 1 where there are no more. Taking the largest on both
/// sides pays for having looked at every pair.
///
/// **Effect.** The difference of mean R in the pair that the statistic picks. Its 90 % interval is that test turned round: λ times what
/// the regimes explain (least squares) is taken off the results, and the interval holds the effect times every λ that the test does not
/// reject at 10 % then, λ = 0 being the test itself. So it leaves out 0 exactly when p ≤ 10 %. Where no λ is too large for the few shifts
/// there are, it has no ends.
///
/// Sources: circular shifts as in Upton & Fingleton (1985) and Lancaster et al. (2018, *Physics Reports* 748) for surrogates; each group by
/// its own variance: Janssen (1997), Chung & Romano (2013); the largest |t| of all pairs after Tukey; intervals from tests: Lehmann & Romano
/// (2005, 3.5).
public final class RegimeDependence {

    /// The interval holds with 1 less this, and leaves out 0 when p is at most this.
    public static final double LEVEL = 0.10;

    private static final Regime[] REGIMES = Regime.values();

    /// Statistics that differ by less than this share are equal but for rounding.
    private static final double ROUNDING = 1e-9;

    /// Doublings and halvings of λ: beyond a million times the effect there is no end.
    private static final int DOUBLINGS = 20;

    private static final int HALVINGS = 40;

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
        if (!course.resultsDiffer() || !course.regimesDiffer()) {
            return Dependence.none(Status.ZERO_VARIANCE, n);
        }
        int[] taking =
                IntStream.range(0, REGIMES.length)
                        .filter(r -> course.count(r) >= parameters.fewestInRegime())
                        .toArray();
        if (taking.length < 2) {
            return Dependence.none(Status.TOO_FEW, n);
        }
        return new Shifts(course, taking, draws).answer();
    }

    /// A course and its shifts.
    private final class Shifts {

        private final RegimeCourse course;
        private final int[] taking;
        private final double scale;
        private final ShiftedCourse observed;
        private final ShiftedCourse[] shifted;

        Shifts(RegimeCourse course, int[] taking, Draws draws) {
            this.course = course;
            this.taking = taking;
            scale = course.scale();
            observed = course.shifted(0, taking);
            int n = course.size();
            boolean every = n - 1 <= parameters.shifts();
            shifted = new ShiftedCourse[every ? n - 1 : parameters.shifts()];
            for (int i = 0; i < shifted.length; i++) {
                shifted[i] = course.shifted(1 + (every ? i : draws.below(n - 1, i)), taking);
            }
        }

        Dependence answer() {
            int best = 0;
            int worst = 1;
            for (int a = 0; a < taking.length; a++) {
                for (int b = 0; b < taking.length; b++) {
                    if (observed.mean(a) >= observed.mean(b)
                            && a != b
                            && observed.t(a, b, 0, scale) > observed.t(best, worst, 0, scale)) {
                        best = a;
                        worst = b;
                    }
                }
            }
            if (observed.mean(best) < observed.mean(worst)) {
                int better = worst;
                worst = best;
                best = better;
            }
            return new Dependence(
                    Status.OK,
                    course.size(),
                    OptionalDouble.of(p(0)),
                    Optional.of(REGIMES[taking[best]]),
                    Optional.of(REGIMES[taking[worst]]),
                    effect(observed.mean(best) - observed.mean(worst)));
        }

        private Estimate effect(double difference) {
            int n = course.size();
            Double low = rejected(0) ? (Double) edge(0, 1) : end(0, -1);
            Double high = end(1, 1);
            return difference > 0 && low != null && high != null
                    ? Estimate.of(difference, difference * low, difference * high, n)
                    : new Estimate(difference, null, null, n, Status.TOO_FEW);
        }

        /// Chance of regimes and results going together at least this well once λ times what the regimes explain is taken off.
        private double p(double lambda) {
            double least = observed.largest(lambda, scale) * (1 - ROUNDING);
            int better = 0;
            for (ShiftedCourse one : shifted) {
                better += one.largest(lambda, scale) >= least ? 1 : 0;
            }
            return (1.0 + better) / (1.0 + shifted.length);
        }

        private boolean rejected(double lambda) {
            return p(lambda) <= LEVEL;
        }

        /// The last λ held, going out from one that is; absent where none is rejected.
        private @Nullable Double end(double from, int direction) {
            double held = from;
            double step = 1;
            for (int i = 0; i < DOUBLINGS; i++, step *= 2) {
                double next = from + direction * step;
                if (rejected(next)) {
                    return edge(next, held);
                }
                held = next;
            }
            return null;
        }

        /// Between a λ that is rejected and one that is held: the nearest to the former that is held.
        private double edge(double out, double in) {
            double outside = out;
            double inside = in;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (outside + inside) / 2;
                if (rejected(middle)) {
                    outside = middle;
                } else {
                    inside = middle;
                }
            }
            return inside;
        }
    }
}
