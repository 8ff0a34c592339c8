package credence.core.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Estimate;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What every [Learner] must keep. A learner's test extends this and says how its observations are made.
public abstract class LearnerContract<K, S, O, C, P> {

    private static final int STREAM = 400;

    protected abstract Learner<K, S, O, C, P> learner();

    protected abstract K configuration();

    /// An ordinary observation, the `index`-th of a stream.
    protected abstract O observation(DrawSequence chance, int index);

    /// Streams as extreme as the type allows: all alike, all at the limits, all at once, years apart.
    protected abstract List<List<O>> extremeStreams();

    /// A question to ask after so many ordinary observations.
    protected abstract C question(int observations);

    /// A question to ask after an extreme stream.
    protected abstract C questionAfter(List<O> extreme);

    /// Every figure of a prediction that claims to be knowledge.
    protected abstract List<Estimate> figures(P prediction);

    private List<O> stream(long seed) {
        DrawSequence chance = Draws.of(seed, "contract").inOrder();
        List<O> stream = new ArrayList<>();
        for (int i = 0; i < STREAM; i++) {
            stream.add(observation(chance, i));
        }
        return stream;
    }

    private static Draws draws(int index) {
        return Draws.of(1, "learner").at("fact " + index);
    }

    private S learned(List<O> stream) {
        S state = learner().initial(configuration());
        for (int i = 0; i < stream.size(); i++) {
            state = learner().learn(state, stream.get(i), draws(i));
        }
        return state;
    }

    private byte[] bytes(S state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            learner().write(state, new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private S restored(byte[] bytes) {
        try {
            return learner()
                    .read(new DataInputStream(new ByteArrayInputStream(bytes)), configuration());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void equalInputsGiveEqualBits() {
        List<O> stream = stream(1);
        S one = learned(stream);
        S other = learned(stream);
        assertArrayEquals(bytes(one), bytes(other));
        assertEquals(
                learner().predict(one, question(STREAM)),
                learner().predict(other, question(STREAM)));
    }

    @Test
    void whatIsLearnedDependsOnWhatIsSeen() {
        assertNotEquals(
                Collections.singletonList(learner().predict(learned(stream(1)), question(STREAM))),
                Collections.singletonList(learner().predict(learned(stream(2)), question(STREAM))));
    }

    @Test
    void learningLeavesTheFormerStateAsItWas() {
        List<O> stream = stream(3);
        S former = learned(stream.subList(0, 50));
        byte[] before = bytes(former);
        S once = learner().learn(former, stream.get(50), draws(50));
        assertArrayEquals(before, bytes(former));
        S again = learner().learn(former, stream.get(50), draws(50));
        assertArrayEquals(bytes(once), bytes(again));
        learner().learn(former, stream.get(60), draws(60));
        assertArrayEquals(bytes(once), bytes(again));
    }

    @Test
    void predictingChangesNothing() {
        S state = learned(stream(4));
        byte[] before = bytes(state);
        P first = learner().predict(state, question(STREAM));
        assertEquals(first, learner().predict(state, question(STREAM)));
        assertArrayEquals(before, bytes(state));
    }

    @Test
    void aStateWrittenAndReadBackInMidStreamGoesOnAlike() {
        List<O> stream = stream(5);
        byte[] whole = bytes(learned(stream));
        for (int cut : new int[] {0, 1, 2, 17, 59, 60, 61, 299, 300, 301, 302, STREAM - 1}) {
            byte[] written = bytes(learned(stream.subList(0, cut)));
            S state = restored(written);
            assertArrayEquals(written, bytes(state), "written again after " + cut);
            for (int i = cut; i < STREAM; i++) {
                state = learner().learn(state, stream.get(i), draws(i));
            }
            assertArrayEquals(whole, bytes(state), "restored after " + cut);
        }
    }

    @Test
    void theOrderOfStatesInterleavedDoesNotMatter() {
        List<O> mine = stream(6);
        List<O> others = stream(7);
        S a = learner().initial(configuration());
        S b = learner().initial(configuration());
        for (int i = 0; i < STREAM; i++) {
            a = learner().learn(a, mine.get(i), draws(i));
            b = learner().learn(b, others.get(i), draws(i));
        }
        assertArrayEquals(bytes(learned(mine)), bytes(a));
        assertArrayEquals(bytes(learned(others)), bytes(b));
    }

    @Test
    void extremeInputLeadsToFiniteFigures() {
        assertTrue(!extremeStreams().isEmpty());
        for (List<O> extreme : extremeStreams()) {
            S state = learned(extreme);
            // An estimate refuses what is not finite by itself.
            List<Estimate> figures = figures(learner().predict(state, questionAfter(extreme)));
            assertTrue(figures.stream().anyMatch(e -> e.value() != null));
        }
    }

    @Test
    void beforeWarmUpNoFigureClaimsToBeKnowledge() {
        List<O> stream = stream(8);
        S state = learner().initial(configuration());
        assertTrue(learner().warmUp() >= 1);
        for (int i = 0; i < learner().warmUp(); i++) {
            List<Estimate> figures = figures(learner().predict(state, question(i)));
            assertTrue(!figures.isEmpty());
            for (Estimate e : figures) {
                assertTrue(
                        e.status() == Status.NO_DATA || e.status() == Status.NOT_READY,
                        () -> "" + e);
            }
            state = learner().learn(state, stream.get(i), draws(i));
        }
        assertTrue(
                figures(learner().predict(state, question(learner().warmUp()))).stream()
                        .anyMatch(e -> e.status() == Status.OK),
                "after warm-up something is known");
    }
}
