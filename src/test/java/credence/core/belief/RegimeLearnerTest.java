package credence.core.belief;

import credence.core.learner.Learner;
import credence.core.learner.LearnerContract;
import credence.core.random.DrawSequence;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.SourceClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

class RegimeLearnerTest
        extends LearnerContract<
                RegimeBeliefParameters,
                RegimeBelief,
                RegimeLearner.Lesson,
                Prior,
                RegimeBeliefReading> {

    private static final Prior PRIOR = new Prior(0.5, 12, 0.01, 15, 1.2);
    private static final RegimeProbabilities SURE = new RegimeProbabilities(1, 0, 0, 0);

    @Override
    protected Learner<
                    RegimeBeliefParameters,
                    RegimeBelief,
                    RegimeLearner.Lesson,
                    Prior,
                    RegimeBeliefReading>
            learner() {
        return new RegimeLearner();
    }

    @Override
    protected RegimeBeliefParameters configuration() {
        return RegimeBeliefParameters.DEFAULT;
    }

    /// The first outcome has a certain regime, so that something is known after it.
    @Override
    protected RegimeLearner.Lesson observation(DrawSequence chance, int index) {
        double result = chance.happens(0.05) ? 0.5 : chance.below(2);
        Observation seen =
                new Observation(
                        Outcomes.at(index * 3_600L),
                        result,
                        chance.happens(0.1)
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(2 * result - 1 + 0.3 * chance.normal()),
                        SourceClass.values()[index < 100 ? 2 : chance.below(3)],
                        chance.happens(0.01));
        boolean known = !chance.happens(0.1);
        RegimeProbabilities p = soft(chance);
        return new RegimeLearner.Lesson(
                seen, index == 0 ? Optional.of(SURE) : known ? Optional.of(p) : Optional.empty());
    }

    static RegimeProbabilities soft(DrawSequence chance) {
        double a = chance.uniform();
        double b = chance.uniform() * (1 - a);
        double c = chance.uniform() * (1 - a - b);
        return new RegimeProbabilities(a, b, c, Math.max(0, 1 - a - b - c));
    }

    @Override
    protected List<List<RegimeLearner.Lesson>> extremeStreams() {
        return List.of(
                stream(i -> Outcomes.of(i, 1, 20)),
                stream(i -> Outcomes.of(i, 0, -20)),
                stream(i -> Outcomes.of(0, i % 2, i % 2 == 0 ? -1e300 : 1e300)),
                stream(i -> Outcomes.of(0, 0.5)),
                stream(i -> Outcomes.of(i * 40L * 365 * 24 * 3_600, i % 2, Double.MIN_VALUE)));
    }

    private static List<RegimeLearner.Lesson> stream(IntFunction<Observation> outcome) {
        List<RegimeLearner.Lesson> stream = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            stream.add(
                    new RegimeLearner.Lesson(
                            outcome.apply(i), i % 7 == 3 ? Optional.empty() : Optional.of(SURE)));
        }
        return stream;
    }

    @Override
    protected Prior question(int observations) {
        return PRIOR;
    }

    @Override
    protected Prior questionAfter(List<RegimeLearner.Lesson> extreme) {
        return PRIOR;
    }

    @Override
    protected List<Estimate> figures(RegimeBeliefReading reading) {
        List<Estimate> figures = new ArrayList<>();
        for (Regime regime : Regime.values()) {
            figures.add(reading.of(regime).accuracy());
            figures.add(reading.of(regime).edge());
        }
        return figures;
    }
}
