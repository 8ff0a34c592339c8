package credence.core.trust;

import credence.core.belief.BeliefReading;
import credence.core.belief.BotBelief;
import credence.core.brain.BotState;
import credence.core.value.BotId;
import credence.core.value.Estimate;
import credence.core.value.Status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The board's reasons in words.
final class Reasons {

    /// Above this share of wins the average loss stands beside the win rate.
    private static final double MANY_WINS = 0.8;

    /// An open loss beyond this share of the entry is named first.
    private static final double HEAVY_LOSS = 0.05;

    private static final double MANY_BREAK_EVENS = 0.1;
    private static final double LIKELY = 0.9;
    private static final int RECENT_CHANGE = 100;
    private static final int FEW = 30;

    private Reasons() {}

    static String headline(List<BotTrust> rows, int distinct) {
        long seen = rows.stream().filter(r -> r.outcomes() > 0).count();
        if (seen == 0) {
            return rows.isEmpty()
                    ? "No bots yet."
                    : rows.stream().anyMatch(r -> r.trades() > 0)
                            ? "No position of these bots has closed whole yet."
                            : "No trade of these bots has closed yet.";
        }
        long likely =
                rows.stream()
                        .filter(
                                r ->
                                        r.probabilityOfEdge().status() == Status.OK
                                                && r.probabilityOfEdge().orElse(0) >= LIKELY)
                        .map(r -> r.duplicateClass() == null ? r.bot().name() : r.duplicateClass())
                        .distinct()
                        .count();
        String none =
                rows.size() == 1
                        ? "This bot is not proven."
                        : "None of these " + rows.size() + " bots is proven.";
        if (likely == 0) {
            return none + " No bot reaches P(edge > 0) of 90 %.";
        }
        double byLuck = distinct * (1 - LIKELY);
        return none
                + String.format(
                        Locale.ROOT,
                        " %d of %d different bots %s P(edge > 0) of 90 %% or more; without any edge"
                                + " about %.0f would.",
                        likely,
                        distinct,
                        likely == 1 ? "shows" : "show",
                        byLuck);
    }

    static List<String> of(BotTrust b, BotState state, double assumedBps) {
        List<String> why = new ArrayList<>();
        if (b.outcomes() == 0) {
            why.add(
                    b.trades() == 0
                            ? "No trade of it has closed yet: nothing is known."
                            : "Parts of its positions were closed, none whole: a position teaches"
                                    + " when all of it is closed.");
            addOpenLosses(b, why);
            return why;
        }
        if (state.belief().outcomes() == 0) {
            why.add("Its belief was reset and it has closed no trade since.");
            addOpenLosses(b, why);
            return why;
        }
        boolean heavy = b.openLosses().stream().anyMatch(Reasons::heavy);
        if (heavy) {
            addOpenLosses(b, why);
        }
        addWinRate(b, assumedBps, why);
        Estimate edge = b.expectancyR();
        if (edge.value() != null && edge.low() != null && edge.high() != null) {
            why.add(
                    String.format(
                            Locale.ROOT,
                            "Mean result %s R (%s to %s) over %d outcomes.",
                            signed(edge.orElse(0)),
                            signed(Objects.requireNonNull(edge.low())),
                            signed(Objects.requireNonNull(edge.high())),
                            edge.n()));
        } else if (edge.status() == Status.TOO_FEW) {
            why.add("Too few outcomes to measure a result in R: without stops it takes ten.");
        }
        if (b.noCostsInFile() && assumedBps > 0) {
            why.add(
                    String.format(
                            Locale.ROOT,
                            "Its file states no costs: %s bp a side assumed; it breaks even at %s"
                                    + " bp.",
                            plain(assumedBps),
                            b.breakEvenCostBps().value() == null
                                    ? "an unknown number of"
                                    : signed(b.breakEvenCostBps().orElse(0), 1)));
        }
        if (b.probabilityOfEdge().status() == Status.TAIL_UNSEEN) {
            int wins = state.belief().seenWins();
            int losses = state.belief().seenLosses();
            why.add(
                    losses < BeliefReading.TAIL
                            ? "Only "
                                    + losses
                                    + (losses == 1 ? " loss" : " losses")
                                    + " seen: how bad a loss can get is not known."
                            : "Only "
                                    + wins
                                    + (wins == 1 ? " win" : " wins")
                                    + " seen: too few to judge.");
        }
        if (!heavy) {
            addOpenLosses(b, why);
        }
        if (!b.duplicates().isEmpty()) {
            why.add(
                    "Makes the very same trades as "
                            + names(b.duplicates())
                            + ": they count as one.");
        }
        if (state.belief().outcomes() > BotBelief.SHORT_RUN
                && state.belief().sinceSeam()
                        < Math.min(RECENT_CHANGE, state.belief().outcomes())) {
            why.add("Seems to have changed about " + state.belief().sinceSeam() + " outcomes ago.");
        } else if (b.outcomes() < FEW) {
            why.add(
                    "Only "
                            + b.outcomes()
                            + (b.outcomes() == 1 ? " outcome" : " outcomes")
                            + " so far.");
        }
        if (b.clamped() > 0) {
            why.add(
                    b.clamped()
                            + (b.clamped() == 1 ? " result" : " results")
                            + " beyond ±20 R counted as ±20 R.");
        }
        why.addAll(b.quality().remarks());
        return why;
    }

    /// An open loss that outweighs what the closed trades say.
    private static boolean heavy(BotTrust.OpenLoss loss) {
        return loss.returnFraction().value() == null
                || loss.returnFraction().orElse(0) < -HEAVY_LOSS;
    }

    private static void addWinRate(BotTrust b, double assumedBps, List<String> why) {
        double decided = Math.max(1, b.trades());
        double winRate = b.wins() / decided;
        boolean ruin = b.breakEvenRate().status() == Status.RUIN;
        if (ruin) {
            String costs =
                    b.noCostsInFile()
                            ? "costs of " + plain(assumedBps) + " bp a side"
                            : "its costs";
            why.add(
                    "Wins "
                            + percent(winRate)
                            + " of its trades, but after "
                            + costs
                            + " even an average win loses money.");
        } else if (winRate > MANY_WINS && b.lossToWin().value() != null) {
            why.add(
                    String.format(
                            Locale.ROOT,
                            "Wins %s of its trades, but an average loss is %.1f times an average"
                                    + " win: it needs %s to break even.",
                            percent(winRate),
                            b.lossToWin().orElse(0),
                            percent(b.breakEvenRate().orElse(1))));
        } else if (b.breakEvenRate().value() != null && b.accuracy().value() != null) {
            why.add(
                    String.format(
                            Locale.ROOT,
                            "Accuracy %s, needs %s to break even.",
                            percent(b.accuracy().orElse(0)),
                            percent(b.breakEvenRate().orElse(0))));
        }
        if (b.breakEven() > MANY_BREAK_EVENS * decided) {
            why.add(
                    b.breakEven()
                            + " of its "
                            + b.trades()
                            + " trades broke even; they count as half a win.");
        }
    }

    private static void addOpenLosses(BotTrust b, List<String> why) {
        long unmarked =
                b.openLosses().stream().filter(l -> l.returnFraction().value() == null).count();
        if (unmarked > 0) {
            why.add(
                    (unmarked == 1 ? "Holds a trade" : "Holds " + unmarked + " trades")
                            + " open that nobody marks, far longer than any it closed: its edge is"
                            + " not known.");
        }
        List<BotTrust.OpenLoss> marked =
                b.openLosses().stream()
                        .filter(l -> l.returnFraction().value() != null)
                        .sorted(Comparator.comparingDouble(l -> l.returnFraction().orElse(0)))
                        .toList();
        if (marked.isEmpty()) {
            return;
        }
        BotTrust.OpenLoss worst = marked.getFirst();
        String worstText =
                String.format(
                        Locale.ROOT,
                        "%s %% since %s",
                        signed(worst.returnFraction().orElse(0) * 100, 1),
                        worst.since().toString().substring(0, 10));
        why.add(
                marked.size() == 1
                        ? "Open " + worstText + "."
                        : "Holds " + marked.size() + " open losses, the worst " + worstText + ".");
    }

    private static String names(List<BotId> bots) {
        List<String> names = bots.stream().map(BotId::name).toList();
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String plain(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }

    private static String signed(double x) {
        return signed(x, Math.abs(x) < 0.1 ? 3 : 2);
    }

    private static String signed(double x, int places) {
        String digits = String.format(Locale.ROOT, "%." + places + "f", Math.abs(x));
        boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
        return zero ? digits : (x < 0 ? "−" : "+") + digits;
    }
}
