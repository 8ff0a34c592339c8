package credence.lab;

import credence.core.trust.BotTrust;
import credence.core.value.BotId;
import credence.core.value.Estimate;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/// Independent bots of constant skill: is the shown edge in the right order, and do the intervals mean what they say?
final class FleetExperiment implements Experiment {

    private static final int BOTS = 87;

    /// The required share of what the oracle reaches.
    private static final double OF_ORACLE = 0.95;

    private final Folding folding;

    FleetExperiment(Folding folding) {
        this.folding = folding;
    }

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public int runs() {
        return 20;
    }

    @Override
    public List<Finding> measure(long seed, int runs, IntConsumer done) {
        double[] edge = new double[runs];
        double[] oracle = new double[runs];
        double[] raw = new double[runs];
        double[] weight = new double[runs];
        double[] wide = new double[runs];
        double[] half = new double[runs];
        for (int i = 0; i < runs; i++) {
            Scenario fleet = Scenarios.fleet(seed + i, BOTS);
            List<BotTruth> truth = fleet.truth();
            Map<BotId, BotTrust> board = Folding.byBot(folding.board(fleet));
            edge[i] = correlation(truth, board, row -> row.expectancyR().orElse(0));
            oracle[i] =
                    correlation(
                            truth,
                            board,
                            row -> Oracle.ofFleet().winRate(row.wins(), row.trades()));
            raw[i] = correlation(truth, board, row -> (double) row.wins() / row.trades());
            weight[i] = correlation(truth, board, row -> row.beliefWeight().orElse(0));
            wide[i] = covered(truth, board, BotTrust::accuracy);
            half[i] = covered(truth, board, BotTrust::accuracyHalf);
            done.accept(i + 1);
        }
        Series shown = new Series(edge);
        Series best = new Series(oracle);
        Series wins = new Series(raw);
        return List.of(
                new Finding(
                        name(),
                        "rank correlation of the shown edge with the true one ÷ the oracle's",
                        shown.ratio(best),
                        shown.intervalOfRatio(best),
                        runs,
                        Optional.of(Requirement.atLeast(OF_ORACLE))),
                mean("the same less that of the raw win rate", shown.minus(wins), ABOVE),
                mean("rank correlation of the shown edge", shown, FREE),
                mean("rank correlation of the oracle", best, FREE),
                mean("rank correlation of the raw win rate", wins, FREE),
                mean("rank correlation of accuracy × confidence", new Series(weight), FREE),
                mean("90 % intervals of accuracy that hold the truth", new Series(wide), COVER),
                mean("50 % intervals of accuracy that hold the truth", new Series(half), FREE));
    }

    private static final Optional<Requirement> FREE = Optional.empty();
    private static final Optional<Requirement> ABOVE = Optional.of(Requirement.atLeast(0));
    private static final Optional<Requirement> COVER = Optional.of(new Requirement(0.87, 0.93));

    private Finding mean(String measure, Series over, Optional<Requirement> requirement) {
        return new Finding(
                name(),
                measure,
                over.mean(),
                over.interval().map(ends -> ends.within(-1, 1)),
                over.values().length,
                requirement);
    }

    /// Spearman's, ties at their mean rank.
    private static double correlation(
            List<BotTruth> truth, Map<BotId, BotTrust> board, ToDoubleFunction<BotTrust> figure) {
        double[] shown =
                truth.stream().mapToDouble(t -> figure.applyAsDouble(row(board, t))).toArray();
        double[] real = truth.stream().mapToDouble(BotTruth::edge).toArray();
        return new SpearmansCorrelation().correlation(shown, real);
    }

    private static double covered(
            List<BotTruth> truth,
            Map<BotId, BotTrust> board,
            java.util.function.Function<BotTrust, Estimate> figure) {
        long inside =
                truth.stream().filter(t -> holds(figure.apply(row(board, t)), t.winRate())).count();
        return (double) inside / truth.size();
    }

    private static boolean holds(Estimate estimate, double real) {
        return estimate.low() != null
                && estimate.high() != null
                && estimate.low() <= real
                && real <= estimate.high();
    }

    private static BotTrust row(Map<BotId, BotTrust> board, BotTruth truth) {
        return java.util.Objects.requireNonNull(board.get(truth.bot()));
    }
}
