package credence.lab;

import credence.core.trust.BotTrust;
import credence.core.value.BotId;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;

/// A bot with a fine win rate and a bad mean beside an honest even one: who stands lower on the board?
final class RankingExperiment implements Experiment {

    private final String name;
    private final BotKind kind;
    private final LongFunction<Scenario> scenarios;
    private final Folding folding;

    RankingExperiment(
            String name, BotKind kind, LongFunction<Scenario> scenarios, Folding folding) {
        this.name = name;
        this.kind = kind;
        this.scenarios = scenarios;
        this.folding = folding;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int runs() {
        return 400;
    }

    @Override
    public List<Finding> measure(long seed, int runs, IntConsumer done) {
        int byBoard = 0;
        int byWinRate = 0;
        int byWeight = 0;
        double[] merit = new double[runs];
        for (int i = 0; i < runs; i++) {
            Scenario scenario = scenarios.apply(seed + i);
            List<BotTrust> board = folding.board(scenario);
            BotTrust bad = row(board, scenario.only(kind).bot());
            BotTrust even = row(board, Scenarios.EVEN);
            byBoard += board.indexOf(bad) > board.indexOf(even) ? 1 : 0;
            byWinRate += rate(bad) < rate(even) ? 1 : 0;
            byWeight += bad.beliefWeight().orElse(0) < even.beliefWeight().orElse(0) ? 1 : 0;
            merit[i] = bad.probabilityOfEdge().orElse(0);
            done.accept(i + 1);
        }
        Series chance = new Series(merit);
        return List.of(
                share(
                        "ranks below an honest even bot",
                        new Share(byBoard, runs),
                        Optional.of(Requirement.atLeast(0.95))),
                share(
                        "would, by accuracy × confidence",
                        new Share(byWeight, runs),
                        Optional.empty()),
                share("would, by raw win rate", new Share(byWinRate, runs), Optional.empty()),
                new Finding(
                        name,
                        "its P(edge > 0), mean",
                        chance.mean(),
                        chance.interval().map(ends -> ends.within(0, 1)),
                        runs,
                        Optional.empty()));
    }

    private static double rate(BotTrust row) {
        return (double) row.wins() / row.trades();
    }

    private static BotTrust row(List<BotTrust> board, BotId bot) {
        return board.stream().filter(row -> row.bot().equals(bot)).findFirst().orElseThrow();
    }

    private Finding share(String measure, Share of, Optional<Requirement> requirement) {
        return new Finding(
                name, measure, of.value(), Optional.of(of.interval()), of.runs(), requirement);
    }
}
