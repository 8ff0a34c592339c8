package credence.core.regime;

import credence.core.value.Status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A weekly refit: fits every K, chooses one, matches its states with the former ones, and says on the model card what it did.
///
/// Schwarz's criterion alone likes many states, since no Gaussian state knows a day whose return is wide because its range is: a state
/// more then explains the shape of single days and is left the day after. So a K other than the one to begin with is
/// asked only if each of its states stays and is met often enough to be a state of a market, and once in force gives way at the first
/// refit at which that is so no more, or at which it is not better by the margin any more.
///
/// Economies, since a symbol may have a thousand Mondays: every K starts from its last fit, the model in force runs until it has
/// converged, the others get a few iterations and go on at the next refit; the deterministic starts are tried at the first fit
/// and then every so many refits. `docs/learning-quality.md` says what that costs.
final class Refitting {

    private final FiveParameters parameters;
    private final Fitting begin;
    private final Fitting inForce;
    private final Fitting challengers;

    Refitting(FiveParameters parameters) {
        this.parameters = parameters;
        this.begin = new Fitting(parameters.em().withLeastStay(parameters.leastStay()));
        this.inForce = new Fitting(parameters.em());
        this.challengers = new Fitting(parameters.challengers());
    }

    /// @param days all that was known at the boundary
    /// @return the former unchanged while there are too few days for a first fit
    RegimeModel next(RegimeModel former, Observations days, Instant at) {
        int now = former.inForce().map(GaussianHmm::states).orElse(parameters.states());
        SortedMap<Integer, Fit> fits = new TreeMap<>();
        for (int k = parameters.fewest(); k <= parameters.most(); k++) {
            Fit fit = fit(former, days, k, now);
            if (fit.status() == Status.ZERO_VARIANCE) {
                return former.inForce().isEmpty() ? former : unvarying(former, days, at, now);
            }
            if (fit.status() == Status.OK) {
                fits.put(k, fit);
            }
        }
        if (!fits.containsKey(now)) {
            return former;
        }
        return new Choice(former, fits, days.size(), at, now).made();
    }

    private Fit fit(RegimeModel former, Observations days, int k, int now) {
        List<GaussianHmm> warm = new ArrayList<>();
        GaussianHmm last = former.latest().get(k);
        if (last != null) {
            warm.add(last);
        }
        // After a refusal the fit in force and the latest one of its K are two.
        if (k == now && former.refusals() > 0) {
            warm.add(former.inForce().orElseThrow());
        }
        boolean afresh = warm.isEmpty() || former.count() % parameters.afresh() == 0;
        // The K to begin with is always at hand, so it is made of states that last.
        Fitting fitting = k == parameters.states() ? begin : k == now ? inForce : challengers;
        return fitting.fit(days, k, warm, afresh);
    }

    private static RegimeModel unvarying(
            RegimeModel former, Observations days, Instant at, int states) {
        Refit line =
                new Refit(
                        at,
                        days.size(),
                        states,
                        new TreeMap<>(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.of("the days do not vary"),
                        "");
        return new RegimeModel(
                former.inForce(),
                former.filtered(),
                former.latest(),
                former.challenger(),
                former.wins(),
                former.refusals(),
                former.count() + 1,
                Optional.of(line));
    }

    /// One refit's decision.
    private final class Choice {

        private final RegimeModel former;
        private final SortedMap<Integer, Fit> fits;
        private final int days;
        private final Instant at;
        private final int now;
        private final SortedMap<Integer, Double> bic = new TreeMap<>();
        private final SortedMap<Integer, GaussianHmm> latest;

        private Choice(
                RegimeModel former, SortedMap<Integer, Fit> fits, int days, Instant at, int now) {
            this.former = former;
            this.fits = fits;
            this.days = days;
            this.at = at;
            this.now = now;
            this.latest = new TreeMap<>(former.latest());
            fits.forEach((k, fit) -> bic.put(k, fit.bic(days)));
            fits.forEach((k, fit) -> latest.put(k, plain(fit)));
        }

        /// In units of the market.
        private static GaussianHmm plain(Fit fit) {
            GaussianHmm model = fit.model().orElseThrow();
            return fit.standardiser()
                    .orElseThrow()
                    .restate(model, Standardiser.none(model.dimension()));
        }

        private RegimeModel made() {
            int winner = winner();
            int wins = winner == 0 ? 0 : winner == former.challenger() ? former.wins() + 1 : 1;
            if (former.inForce().isEmpty()) {
                return adopted(now, byVolatility(now), List.of(), winner, wins, "first fit");
            }
            Optional<String> gone = fleeting(now).or(this::noBetter);
            if (gone.isPresent()) {
                int k = parameters.states();
                String note = k + " states again instead of " + now + ": " + gone.get();
                return adopted(k, byVolatility(k), List.of(), 0, 0, note);
            }
            if (wins >= parameters.wins()) {
                String note =
                        winner
                                + " states instead of "
                                + now
                                + ": better by Schwarz's criterion at "
                                + wins
                                + " refits in a row";
                return adopted(winner, byVolatility(winner), List.of(), 0, 0, note);
            }
            StateMatching match = StateMatching.of(former.inForce().orElseThrow(), latestOf(now));
            if (match.worst() <= parameters.reach()) {
                return adopted(now, match.order(), boxed(match.order()), winner, wins, "");
            }
            if (former.refusals() >= parameters.patience()) {
                String note = "unlike the former fit at " + (former.refusals() + 1) + " refits";
                return adopted(now, byVolatility(now), List.of(), winner, wins, note);
            }
            return refused(match, winner, wins);
        }

        /// What keeps a K from being more than a shape of days, in words; empty for the one to begin with, which needs no proof.
        private Optional<String> fleeting(int k) {
            if (k == parameters.states()) {
                return Optional.empty();
            }
            for (Refit.State state : Refit.states(latestOf(k))) {
                double stay = state.days().orElse(Double.MAX_VALUE);
                if (stay < parameters.leastStay()) {
                    return Optional.of(
                            String.format(
                                    Locale.ROOT,
                                    "one of them stays %.1f days on average, fewer than %.0f",
                                    stay,
                                    parameters.leastStay()));
                }
                if (state.share() < parameters.leastShare()) {
                    return Optional.of(
                            String.format(
                                    Locale.ROOT,
                                    "one of them holds %.1f %% of the time, less than %.0f %%",
                                    100 * state.share(),
                                    100 * parameters.leastShare()));
                }
            }
            return Optional.empty();
        }

        private Optional<String> noBetter() {
            return now == parameters.states()
                            || of(bic, now) <= of(bic, parameters.states()) - parameters.margin()
                    ? Optional.empty()
                    : Optional.of("no better any more by Schwarz's criterion");
        }

        /// K other than the present one that wins by the margin, the best of them whose states last; 0 for none.
        private int winner() {
            int best = 0;
            double least = of(bic, now) - parameters.margin();
            for (var other : bic.entrySet()) {
                if (other.getKey() != now
                        && fleeting(other.getKey()).isEmpty()
                        && (best == 0 ? other.getValue() <= least : other.getValue() < least)) {
                    best = other.getKey();
                    least = other.getValue();
                }
            }
            return best;
        }

        private static <T> T of(SortedMap<Integer, T> byStates, int k) {
            return Objects.requireNonNull(byStates.get(k));
        }

        private GaussianHmm latestOf(int k) {
            return of(latest, k);
        }

        private int[] byVolatility(int k) {
            GaussianHmm model = latestOf(k);
            return IntStream.range(0, k)
                    .boxed()
                    .sorted(
                            Comparator.<Integer>comparingDouble(model::deviation)
                                    .thenComparing(i -> i))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private static List<Integer> boxed(int[] order) {
            return IntStream.of(order).boxed().toList();
        }

        private RegimeModel adopted(
                int k, int[] order, List<Integer> matched, int challenger, int wins, String note) {
            Fit fit = of(fits, k);
            GaussianHmm model = latestOf(k).ordered(order);
            latest.put(k, model);
            double[] filtered = new double[k];
            for (int i = 0; i < k; i++) {
                filtered[i] = fit.last()[order[i]];
            }
            return new RegimeModel(
                    Optional.of(model),
                    filtered,
                    latest,
                    challenger,
                    wins,
                    0,
                    former.count() + 1,
                    Optional.of(line(k, model, matched, Optional.empty(), note)));
        }

        private RegimeModel refused(StateMatching match, int challenger, int wins) {
            GaussianHmm model = latestOf(now).ordered(match.order());
            String why =
                    String.format(
                            Locale.ROOT,
                            "a state has moved by %.2f, more than the %.2f that pass for the same",
                            match.worst(),
                            parameters.reach());
            return new RegimeModel(
                    former.inForce(),
                    former.filtered(),
                    latest,
                    challenger,
                    wins,
                    former.refusals() + 1,
                    former.count() + 1,
                    Optional.of(line(now, model, boxed(match.order()), Optional.of(why), "")));
        }

        private Refit line(
                int k,
                GaussianHmm model,
                List<Integer> matched,
                Optional<String> refused,
                String note) {
            return new Refit(
                    at,
                    days,
                    k,
                    bic,
                    Refit.states(model),
                    of(fits, k).logLikelihood(),
                    matched,
                    refused,
                    note);
        }
    }
}
