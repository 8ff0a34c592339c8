package credence.core.belief;

import credence.core.learner.Learner;
import credence.core.learner.LearnerContract;
import credence.core.random.DrawSequence;
import credence.core.value.Estimate;
import credence.core.value.SourceClass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

class BeliefLearnerTest
        extends LearnerContract<
                BeliefParameters,
                BotBelief,
                BeliefLearner.Lesson,
                BeliefLearner.Question,
                BeliefReading> {

    private static final long HOUR = 3_600;

    @Override
    protected Learner<
                    BeliefParameters,
                    BotBelief,
                    BeliefLearner.Lesson,
                    BeliefLearner.Question,
                    BeliefReading>
            learner() {
        return new BeliefLearner();
    }

    @Override
    protected BeliefParameters configuration() {
        return BeliefParameters.DEFAULT;
    }

    private static BeliefLearner.Lesson lesson(Observation seen) {
        return new BeliefLearner.Lesson(seen, new Prior(0.5, 12, 0.01, 15, 1.2));
    }

    @Override
    protected BeliefLearner.Lesson observation(DrawSequence chance, int index) {
        double result = chance.happens(0.05) ? 0.5 : chance.below(2);
        double r = 2 * result - 1 + 0.3 * chance.normal();
        return lesson(
                new Observation(
                        Outcomes.at(index * HOUR),
                        result,
                        chance.happens(0.1) ? OptionalDouble.empty() : OptionalDouble.of(r),
                        SourceClass.values()[index < 100 ? 2 : chance.below(3)],
                        chance.happens(0.01)));
    }

    @Override
    protected List<List<BeliefLearner.Lesson>> extremeStreams() {
        return List.of(
                stream(i -> Outcomes.of(i, 1, 20)),
                stream(i -> Outcomes.of(i, 0, -20)),
                stream(i -> Outcomes.of(0, i % 2, i % 2 == 0 ? -1e300 : 1e300)),
                stream(i -> Outcomes.of(0, 0.5)),
                stream(i -> Outcomes.of(i * 40L * 365 * 24 * HOUR, i % 2, Double.MIN_VALUE)));
    }

    private static List<BeliefLearner.Lesson> stream(IntFunction<Observation> outcome) {
        List<BeliefLearner.Lesson> stream = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            stream.add(lesson(outcome.apply(i)));
        }
        return stream;
    }

    @Override
    protected BeliefLearner.Question question(int observations) {
        return question(Outcomes.at(observations * HOUR), List.of());
    }

    @Override
    protected BeliefLearner.Question questionAfter(List<BeliefLearner.Lesson> extreme) {
        return question(extreme.getLast().seen().time(), List.of(-20.0, -1e300));
    }

    private static BeliefLearner.Question question(Instant at, List<Double> openLosses) {
        return new BeliefLearner.Question(at, new Prior(0.5, 12, 0.01, 15, 1.2), openLosses);
    }

    @Override
    protected List<Estimate> figures(BeliefReading reading) {
        return List.of(
                reading.accuracy(),
                reading.accuracyHalf(),
                reading.improvement(),
                reading.edge(),
                reading.edgeHalf(),
                reading.probabilityOfEdge());
    }
}
