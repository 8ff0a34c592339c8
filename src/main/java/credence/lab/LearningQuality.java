package credence.lab;

import credence.core.brain.Configuration;
import credence.core.regime.FiveParameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Measures how well the learning works, on bots whose skill is known, with the fold that the program itself uses.
///
/// Equal seeds and runs give equal figures. The definitions and the current figures are in `docs/learning-quality.md`.
public final class LearningQuality {

    /// Ordinary bots beside the ones that matter, from which a population may be learned.
    private static final int COMPANIONS = 20;

    private static final int STATE_RUNS = 10;

    private static final FiveParameters RETURNS = FiveParameters.DEFAULT.withDimension(1);

    /// Told after every run.
    @FunctionalInterface
    public interface Listener {

        void run(String scenario, int done, int runs);
    }

    private final List<Experiment> experiments;

    public LearningQuality(Configuration configuration) {
        Folding folding = new Folding(configuration);
        experiments =
                List.of(
                        new FleetExperiment(folding),
                        new TurningExperiment(
                                "turning",
                                0,
                                1000,
                                Optional.of(Requirement.atLeast(0.80)),
                                folding),
                        new TurningExperiment(
                                "turning-in-company", COMPANIONS, 200, Optional.empty(), folding),
                        new RankingExperiment(
                                "never-closer",
                                BotKind.NEVER_CLOSER,
                                seed -> Scenarios.neverCloser(seed, COMPANIONS),
                                folding),
                        new RankingExperiment(
                                "high-win-rate-loser",
                                BotKind.HIGH_WIN_RATE_LOSER,
                                seed -> Scenarios.highWinRateLoser(seed, COMPANIONS),
                                folding),
                        new NullExperiment(folding),
                        new RegimeNullExperiment(),
                        new RegimeBotExperiment(),
                        states("states-50", 50, false, FiveParameters.DEFAULT),
                        states("states-200", 200, false, FiveParameters.DEFAULT),
                        states("states-50-returns", 50, false, RETURNS),
                        states("states-200-returns", 200, false, RETURNS),
                        states("states-50-stepped", 50, true, FiveParameters.DEFAULT),
                        states("states-200-stepped", 200, true, FiveParameters.DEFAULT),
                        states("states-50-stepped-returns", 50, true, RETURNS),
                        states("states-200-stepped-returns", 200, true, RETURNS));
    }

    private static Experiment states(
            String name, int spell, boolean stepped, FiveParameters parameters) {
        return new MarketStateExperiment(name, spell, stepped, STATE_RUNS, parameters);
    }

    /// What can be measured, in the order of the table.
    public List<String> scenarios() {
        return experiments.stream().map(Experiment::name).toList();
    }

    /// Measures the named scenarios in the order of the table, all of them when none is named.
    ///
    /// @param seed of each scenario's first run; the next has the next
    /// @param runs of each scenario, at least 1; empty for as many as each requirement asks for
    /// @throws IllegalArgumentException when a name is unknown or there is not one run
    public List<Finding> measure(
            List<String> names, long seed, OptionalInt runs, Listener listener) {
        for (String name : names) {
            if (!scenarios().contains(name)) {
                throw new IllegalArgumentException(
                        "There is no scenario \""
                                + name
                                + "\". There are: "
                                + String.join(", ", scenarios())
                                + ".");
            }
        }
        if (runs.isPresent() && runs.getAsInt() < 1) {
            throw new IllegalArgumentException("At least one run is needed.");
        }
        List<Finding> findings = new ArrayList<>();
        for (Experiment experiment : experiments) {
            if (names.isEmpty() || names.contains(experiment.name())) {
                int count = runs.orElse(experiment.runs());
                findings.addAll(
                        experiment.measure(
                                seed, count, done -> listener.run(experiment.name(), done, count)));
            }
        }
        return findings;
    }
}
