package credence.lab;

import credence.core.trust.BotTrust;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A fleet without any skill: how good does chance make its best bot look?
final class NullExperiment implements Experiment {

    private static final int BOTS = 87;
    private static final double HIGH = 0.90;

    private final Folding folding;

    NullExperiment(Folding folding) {
        this.folding = folding;
    }

    @Override
    public String name() {
        return "null";
    }

    @Override
    public int runs() {
        return 20;
    }

    @Override
    public List<Finding> measure(long seed, int runs, IntConsumer done) {
        double[] largest = new double[runs];
        double[] above = new double[runs];
        for (int i = 0; i < runs; i++) {
            for (BotTrust row : folding.board(Scenarios.nullFleet(seed + i, BOTS))) {
                double merit = row.probabilityOfEdge().orElse(0);
                largest[i] = Math.max(largest[i], merit);
                above[i] += merit > HIGH ? 1.0 / BOTS : 0;
            }
            done.accept(i + 1);
        }
        return List.of(
                finding("largest P(edge > 0) of 87 bots without skill", new Series(largest)),
                finding("share of them with P(edge > 0) above 0.9", new Series(above)));
    }

    private Finding finding(String measure, Series over) {
        return new Finding(
                name(),
                measure,
                over.mean(),
                over.interval().map(ends -> ends.within(0, 1)),
                over.values().length,
                Optional.empty());
    }
}
