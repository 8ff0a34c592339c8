package credence.lab;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.Outcome;
import credence.core.value.BotId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A bot that turns bad: how soon does its accuracy say so, and how often is a change seen where there was none?
final class TurningExperiment implements Experiment {

    /// Trades after the turn within which the accuracy must fall below one half.
    private static final int PATIENCE = 60;

    private final String name;
    private final int companions;
    private final int runs;
    private final Optional<Requirement> requirement;
    private final Folding folding;

    /// @param companions ordinary bots beside it, whose population it shares
    TurningExperiment(
            String name,
            int companions,
            int runs,
            Optional<Requirement> requirement,
            Folding folding) {
        this.name = name;
        this.companions = companions;
        this.runs = runs;
        this.requirement = requirement;
        this.folding = folding;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int runs() {
        return runs;
    }

    @Override
    public List<Finding> measure(long seed, int runs, IntConsumer done) {
        int seen = 0;
        int falseSeams = 0;
        List<Double> delays = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Scenario scenario = Scenarios.turning(seed + i, companions);
            Course course = new Course(scenario.only(BotKind.DECAYING).bot());
            folding.fold(scenario, course);
            seen += course.delay <= PATIENCE ? 1 : 0;
            falseSeams += course.falseSeam ? 1 : 0;
            delays.add((double) course.delay);
            done.accept(i + 1);
        }
        Series delay = new Series(delays.stream().mapToDouble(Double::doubleValue).toArray());
        return List.of(
                share(
                        "accuracy below 0.5 within 60 trades of turning from 65 % to 40 %",
                        new Share(seen, runs), requirement),
                new Finding(
                        name,
                        "trades until the accuracy is below 0.5, median",
                        delay.median(),
                        delay.intervalOfMedian(),
                        runs,
                        Optional.empty()),
                share(
                        "a seam drawn in the 300 trades before the turn",
                        new Share(falseSeams, runs),
                        Optional.empty()));
    }

    private Finding share(String measure, Share of, Optional<Requirement> requirement) {
        return new Finding(
                name, measure, of.value(), Optional.of(of.interval()), of.runs(), requirement);
    }

    /// Follows one bot's accuracy, outcome by outcome.
    private static final class Course implements BrainObserver {

        private final BotId bot;
        private int outcomes;
        private boolean falseSeam;
        private int delay = Scenarios.TRADES_AFTER_TURN + 1;

        private Course(BotId bot) {
            this.bot = bot;
        }

        @Override
        public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
            if (!event.bot().equals(bot)) {
                return;
            }
            outcomes++;
            int since = outcomes - Scenarios.TURN;
            if (since <= 0) {
                falseSeam |= event.seam();
            } else if (event.posterior() < 0.5) {
                delay = Math.min(delay, since);
            }
        }
    }
}
