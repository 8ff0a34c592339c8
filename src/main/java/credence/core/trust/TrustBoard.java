package credence.core.trust;

import credence.core.belief.Tails;
import credence.core.brain.BotState;
import credence.core.brain.BrainState;
import credence.core.value.BotId;
import credence.core.value.Estimate;
import credence.core.value.Status;

import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whom to believe at a moment: one row per bot, ranked by P(edge > 0), then by name; bots without that figure come last.
///
/// @param asOf latest fact or time mark the board knows; absent in an empty workspace
/// @param headline the board in one sentence, such as "None of these 61 bots is proven."
/// @param summary figures over all bots
public record TrustBoard(
        @Nullable Instant asOf, List<BotTrust> bots, String headline, LearningSummary summary) {

    /// Two-sided 90 % quantile of the normal distribution.
    private static final double NORMAL_90 = 1.6448536269514722;

    /// Probability below the upper end of a central 90 % interval.
    private static final double UPPER_90 = 0.95;

    /// An average win that is a smaller part of an average loss is none.
    private static final double MOST_RATIO = 1e9;

    private static final int VELOCITY_SHORT = 7;
    private static final int VELOCITY_LONG = 30;

    /// What the money figures of all bots leave out.
    public DataQuality quality() {
        DataQuality sum = DataQuality.FLAWLESS;
        for (BotTrust bot : bots) {
            sum = sum.plus(bot.quality());
        }
        return sum;
    }

    /// Reads the board off a settled state.
    public static TrustBoard of(BrainState state) {
        Instant at = state.now();
        // Each bot is read by itself, so the reading may be shared among processors; the order
        // stays.
        List<BotReading> readings =
                at == null
                        ? List.of()
                        : state.bots().parallelStream()
                                .map(bot -> BotReading.of(state, bot, at))
                                .toList();
        Map<BotId, Double> advised = advisedWeights(state, readings);
        double believed = 0;
        for (BotReading r : readings) {
            believed += r.beliefWeight();
        }
        SortedMap<String, List<BotId>> classes = new TreeMap<>();
        for (BotReading r : readings) {
            String name = state.duplicateClass(r.bot().bot());
            if (name != null) {
                classes.computeIfAbsent(name, n -> new ArrayList<>()).add(r.bot().bot());
            }
        }
        List<BotTrust> rows = new ArrayList<>();
        for (BotReading r : readings) {
            rows.add(row(state, r, believed, readings.size(), advised, classes));
        }
        rows.sort(
                Comparator.comparingDouble((BotTrust b) -> b.probabilityOfEdge().orElse(-1))
                        .reversed()
                        .thenComparing(BotTrust::bot));
        int distinct =
                readings.size()
                        - classes.values().stream().mapToInt(List::size).sum()
                        + classes.size();
        return new TrustBoard(
                at, List.copyOf(rows), Reasons.headline(rows, distinct), summary(state, readings));
    }

    /// Shares of the book: each duplicate class once, split evenly inside it, summing to 1; all zero is cash.
    private static Map<BotId, Double> advisedWeights(BrainState state, List<BotReading> readings) {
        Map<BotId, Double> weights = new TreeMap<>();
        Map<String, Integer> members = new TreeMap<>();
        for (BotReading r : readings) {
            String name = state.duplicateClass(r.bot().bot());
            if (name != null) {
                members.merge(name, 1, Integer::sum);
            }
        }
        double total = 0;
        for (BotReading r : readings) {
            String name = state.duplicateClass(r.bot().bot());
            double weight =
                    r.advisedWeight(state.configuration().weightBase())
                            / (name == null ? 1 : members.getOrDefault(name, 1));
            weights.put(r.bot().bot(), weight);
            total += weight;
        }
        double sum = total;
        weights.replaceAll((bot, weight) -> sum > 0 ? weight / sum : 0);
        return weights;
    }

    private static BotTrust row(
            BrainState state,
            BotReading r,
            double believed,
            int bots,
            Map<BotId, Double> advised,
            SortedMap<String, List<BotId>> classes) {
        BotState bot = r.bot();
        int n = bot.belief().outcomes();
        String name = state.duplicateClass(bot.bot());
        List<BotId> duplicates =
                name == null
                        ? List.of()
                        : classes.getOrDefault(name, List.of()).stream()
                                .filter(other -> !other.equals(bot.bot()))
                                .toList();
        Status seen = n == 0 ? Status.NO_DATA : Status.OK;
        double share = believed > 0 ? r.beliefWeight() / believed : 0;
        SortedMap<String, Integer> rungs = new TreeMap<>();
        bot.byRung().forEach((rung, count) -> rungs.put(rung.name(), count));
        Estimate notReady = Estimate.none(Status.NOT_READY, n);
        BotTrust row =
                new BotTrust(
                        bot.bot(),
                        "ACTIVE",
                        "UNDECIDED",
                        name,
                        duplicates,
                        bot.trades(),
                        r.openTrades(),
                        bot.outcomes(),
                        bot.bySource(),
                        bot.wins(),
                        bot.breakEven(),
                        bot.net(),
                        r.belief().accuracy(),
                        r.belief().accuracyHalf(),
                        r.belief().improvement(),
                        breakEvenRate(bot),
                        Estimate.exact(r.belief().confidence(), n).withStatus(seen),
                        r.belief().effectiveSample(),
                        Estimate.exact(share, n).withStatus(seen),
                        Estimate.exact(share * bots, n).withStatus(seen),
                        Estimate.exact(advised.getOrDefault(bot.bot(), 0.0), n).withStatus(seen),
                        notReady,
                        new BotTrust.Parts(notReady, notReady, notReady, notReady),
                        r.edge(),
                        plainMeanR(bot),
                        r.probabilityOfEdge(),
                        lossToWin(bot),
                        breakEvenCost(bot),
                        bot.outcomes() > 0 && !bot.costsSeen(),
                        List.copyOf(r.openLosses()),
                        rungs,
                        bot.clamped(),
                        0,
                        bot.lastOutcome(),
                        bot.trend(),
                        DataQuality.of(bot.books(), state.configuration().base()),
                        r.regime(),
                        List.of());
        return row.withWhy(Reasons.of(row, bot, state.configuration().assumedBpsPerSide()));
    }

    /// Average loss ÷ (average win + average loss) over decided outcomes, by the delta method for its interval.
    private static Estimate breakEvenRate(BotState bot) {
        Tails wins = bot.belief().wins();
        Tails losses = bot.belief().losses();
        long n = (long) bot.belief().seenWins() + bot.belief().seenLosses();
        if (n == 0) {
            return Estimate.none(Status.NO_DATA, 0);
        }
        if (wins.weight() == 0 || losses.weight() == 0) {
            Status why =
                    bot.belief().seenWins() == 0
                            ? Status.NO_WINS
                            : bot.belief().seenLosses() == 0 ? Status.NO_LOSSES : Status.TOO_FEW;
            return Estimate.none(why, n);
        }
        double w = wins.mean();
        double l = losses.mean();
        if (w <= 0) {
            // After costs even its wins lose: no rate is enough.
            return new Estimate(1.0, null, null, n, Status.RUIN);
        }
        if (l <= 0) {
            return new Estimate(0.0, null, null, n, Status.NO_LOSSES);
        }
        double rate = l / (w + l);
        double rest = w / (w + l);
        double error =
                Math.sqrt(rest * rest * losses.squaredError() + rate * rate * wins.squaredError())
                        / (w + l);
        return Estimate.of(
                rate,
                Math.max(0, rate - NORMAL_90 * error),
                Math.min(1, rate + NORMAL_90 * error),
                n);
    }

    /// Mean R of all outcomes, nothing discounted or shrunk, with the interval of Student's t for a mean.
    private static Estimate plainMeanR(BotState bot) {
        int n = bot.rCount();
        if (n == 0) {
            return Estimate.none(bot.outcomes() == 0 ? Status.NO_DATA : Status.TOO_FEW, 0);
        }
        double mean = bot.rSum() / n;
        if (n == 1) {
            return Estimate.exact(mean, 1).withStatus(Status.TOO_FEW);
        }
        double variance = Math.max(0, (bot.rSquares() - n * mean * mean) / (n - 1));
        double reach =
                new TDistribution(null, n - 1.0).inverseCumulativeProbability(UPPER_90)
                        * Math.sqrt(variance / n);
        return Estimate.of(mean, mean - reach, mean + reach, n);
    }

    private static Estimate lossToWin(BotState bot) {
        Tails wins = bot.belief().wins();
        Tails losses = bot.belief().losses();
        long n = (long) bot.belief().seenWins() + bot.belief().seenLosses();
        if (wins.weight() == 0 || losses.weight() == 0) {
            return Estimate.none(breakEvenRate(bot).status(), n);
        }
        double w = wins.mean();
        double l = losses.mean();
        double ratio = l / w;
        if (w <= 0 || ratio > MOST_RATIO) {
            return Estimate.none(Status.NO_WINS, n);
        }
        double error = Math.sqrt(losses.squaredError() + ratio * ratio * wins.squaredError()) / w;
        return Estimate.of(
                ratio, Math.max(0, ratio - NORMAL_90 * error), ratio + NORMAL_90 * error, n);
    }

    /// Mean of net ÷ turnover over outcomes, in basis points: turnover counts both sides, so this is the cost per side that eats it all.
    private static Estimate breakEvenCost(BotState bot) {
        int n = bot.outcomes();
        if (n < 2) {
            return Estimate.none(n == 0 ? Status.NO_DATA : Status.TOO_FEW, n);
        }
        double mean = bot.perTurnover() / n;
        double variance = Math.max(0, bot.perTurnoverSquares() / n - mean * mean);
        double error = Math.sqrt(variance / (n - 1));
        return Estimate.of(
                mean * 1e4, (mean - NORMAL_90 * error) * 1e4, (mean + NORMAL_90 * error) * 1e4, n);
    }

    private static LearningSummary summary(BrainState state, List<BotReading> readings) {
        int withOutcome = 0;
        double sum = 0;
        double squares = 0;
        int open = 0;
        for (BotReading r : readings) {
            open += r.openTrades();
            if (r.bot().belief().outcomes() > 0 && !state.repeats(r.bot().bot())) {
                double a = r.belief().accuracy().orElse(0);
                withOutcome++;
                sum += a;
                squares += a * a;
            }
        }
        Estimate average = Estimate.none(Status.NO_DATA, 0);
        if (withOutcome == 1) {
            average = Estimate.exact(sum, 1).withStatus(Status.TOO_FEW);
        } else if (withOutcome > 1) {
            double mean = sum / withOutcome;
            double error =
                    Math.sqrt(Math.max(0, squares / withOutcome - mean * mean) / (withOutcome - 1));
            average =
                    Estimate.of(
                            mean, mean - NORMAL_90 * error, mean + NORMAL_90 * error, withOutcome);
        }
        return new LearningSummary(
                readings.size(),
                state.outcomes(),
                open,
                average,
                state.velocity(VELOCITY_SHORT),
                state.velocity(VELOCITY_LONG));
    }
}
