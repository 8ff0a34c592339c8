package credence.lab;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.regime.Dependence;
import credence.core.regime.DependenceParameters;
import credence.core.regime.RegimeDependence;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import org.apache.commons.math3.stat.inference.OneWayAnova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Bots whose results have nothing to do with the regime, though both come in runs: how often is a dependence seen?
///
/// A bot has 300 outcomes. Regimes last 20 outcomes on average and are known with 85 %; R follows itself with correlation 0.3.
final class RegimeNullExperiment implements Experiment {

    static final int OUTCOMES = 300;
    private static final double SPELL = 20;
    private static final double FOLLOWS = 0.3;
    private static final double KNOWN = 0.85;
    private static final double LEVEL = 0.05;
    private static final Requirement HONEST = new Requirement(0.03, 0.07);
    private static final Requirement TENTH = new Requirement(0.08, 0.12);

    @Override
    public String name() {
        return "regime-null";
    }

    @Override
    public int runs() {
        return 2000;
    }

    @Override
    public List<Finding> measure(long seed, int runs, IntConsumer done) {
        RegimeDependence test = new RegimeDependence(DependenceParameters.DEFAULT);
        int alarms = 0;
        int below = 0;
        int leavingOut = 0;
        int naive = 0;
        int wild = 0;
        for (int i = 0; i < runs; i++) {
            Draws draws = Draws.of(seed + i, "lab.regime-null");
            List<Dependence.Entry> bot = bot(draws, 1);
            Dependence found = test.of(bot, draws.at("test"));
            double p = found.p().orElseThrow();
            Double low = found.effect().low();
            leavingOut += low != null && low > 0 ? 1 : 0;
            alarms += p <= LEVEL ? 1 : 0;
            below += p <= 0.5 ? 1 : 0;
            naive += shuffled(bot) <= LEVEL ? 1 : 0;
            wild += test.of(bot(draws, 2), draws.at("test")).p().orElseThrow() <= LEVEL ? 1 : 0;
            done.accept(i + 1);
        }
        return List.of(
                share("p ≤ 5 % without any dependence", alarms, runs, Optional.of(HONEST)),
                share(
                        "90 % intervals of the difference that leave out 0, without any",
                        leavingOut, runs, Optional.of(TENTH)),
                share("p ≤ 50 % without any dependence", below, runs, Optional.empty()),
                share("an F test, which knows no runs, at 5 %", naive, runs, Optional.empty()),
                share(
                        "p ≤ 5 % where R scatters twice as much in one regime, its mean the same",
                        wild, runs, Optional.empty()));
    }

    private Finding share(String what, int count, int runs, Optional<Requirement> requirement) {
        Share share = new Share(count, runs);
        return new Finding(
                name(), what, share.value(), Optional.of(share.interval()), runs, requirement);
    }

    /// @param spread of R in the volatile regime as a multiple of that in the others
    private static List<Dependence.Entry> bot(Draws draws, double spread) {
        DrawSequence results = draws.at("results").inOrder();
        RegimeChain regimes = new RegimeChain(draws.at("regimes").inOrder(), SPELL);
        List<Dependence.Entry> entries = new ArrayList<>();
        double r = results.normal();
        for (int i = 0; i < OUTCOMES; i++) {
            Regime now = regimes.next();
            r = FOLLOWS * r + StrictMath.sqrt(1 - FOLLOWS * FOLLOWS) * results.normal();
            entries.add(
                    new Dependence.Entry(blurred(now), now == Regime.VOLATILE ? spread * r : r));
        }
        return entries;
    }

    private static RegimeProbabilities blurred(Regime regime) {
        double others = (1 - KNOWN) / 3;
        return new RegimeProbabilities(
                regime == Regime.TRENDING ? KNOWN : others,
                regime == Regime.VOLATILE ? KNOWN : others,
                regime == Regime.RANGING ? KNOWN : others,
                regime == Regime.NEUTRAL ? KNOWN : others);
    }

    private static double shuffled(List<Dependence.Entry> bot) {
        List<double[]> groups = new ArrayList<>();
        for (Regime regime : Regime.values()) {
            double[] group =
                    bot.stream()
                            .filter(e -> e.atEntry().mostProbable() == regime)
                            .mapToDouble(Dependence.Entry::r)
                            .toArray();
            if (group.length > 1) {
                groups.add(group);
            }
        }
        return groups.size() < 2 ? 1 : new OneWayAnova().anovaPValue(groups);
    }
}
