package credence.core.belief;

import credence.core.learner.Learner;
import credence.core.random.Draws;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// The belief updater as a [Learner]: [BotBelief], with a copy made before each change. It leaves nothing to chance.
public final class BeliefLearner
        implements Learner<
                BeliefParameters,
                BotBelief,
                BeliefLearner.Lesson,
                BeliefLearner.Question,
                BeliefReading> {

    /// @param prior the population's prior of the day
    public record Lesson(Observation seen, Prior prior) {}

    /// @param at not before the last outcome
    /// @param openLosses R of open trades marked at a loss
    public record Question(Instant at, Prior prior, List<Double> openLosses) {}

    @Override
    public BotBelief initial(BeliefParameters configuration) {
        return new BotBelief(configuration);
    }

    @Override
    public BotBelief learn(BotBelief state, Lesson lesson, Draws draws) {
        BotBelief next = copy(state, state.parameters());
        next.learn(lesson.seen(), lesson.prior());
        return next;
    }

    @Override
    public BeliefReading predict(BotBelief state, Question question) {
        return state.read(question.at(), question.prior(), question.openLosses());
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public void write(BotBelief state, DataOutput out) throws IOException {
        state.write(out);
    }

    @Override
    public BotBelief read(DataInput in, BeliefParameters configuration) throws IOException {
        return BotBelief.read(in, configuration);
    }
}
