package credence.core.belief;

import credence.core.learner.Learner;
import credence.core.random.Draws;
import credence.core.value.RegimeProbabilities;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/// The beliefs per regime as a [Learner]: [RegimeBelief], with a copy made before each change. It leaves nothing to chance.
public final class RegimeLearner
        implements Learner<
                RegimeBeliefParameters,
                RegimeBelief,
                RegimeLearner.Lesson,
                Prior,
                RegimeBeliefReading> {

    /// @param atEntry what was known of the regime at entry
    public record Lesson(Observation seen, Optional<RegimeProbabilities> atEntry) {}

    @Override
    public RegimeBelief initial(RegimeBeliefParameters configuration) {
        return new RegimeBelief(configuration);
    }

    @Override
    public RegimeBelief learn(RegimeBelief state, Lesson lesson, Draws draws) {
        RegimeBelief next = copy(state, state.parameters());
        next.learn(lesson.seen(), lesson.atEntry());
        return next;
    }

    @Override
    public RegimeBeliefReading predict(RegimeBelief state, Prior prior) {
        return state.read(prior);
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public void write(RegimeBelief state, DataOutput out) throws IOException {
        state.write(out);
    }

    @Override
    public RegimeBelief read(DataInput in, RegimeBeliefParameters configuration)
            throws IOException {
        return RegimeBelief.read(in, configuration);
    }
}
