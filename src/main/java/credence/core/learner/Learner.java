package credence.core.learner;

import credence.core.random.Draws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// One family of learners (`architecture.md` 2). Every implementation passes one test suite, `LearnerContract`:
///
/// - pure: equal inputs give equal bits, and no argument is changed;
/// - seeded: whatever is left to chance comes from the draws it is handed;
/// - restorable: a state written and read back in mid-stream goes on as if nothing had happened;
/// - finite: no input, however extreme, leads to NaN, infinity or an exception;
/// - honest: before [#warmUp] observations no figure has the status OK.
///
/// Learners keep no state of their own; one instance may serve many states and threads.
///
/// @param <K> configuration
/// @param <S> state
/// @param <O> observation: what one outcome teaches
/// @param <C> context: the moment and circumstances a prediction is asked for
/// @param <P> prediction
public interface Learner<K, S, O, C, P> {

    /// The state before anything was observed.
    S initial(K configuration);

    /// The state after one more observation.
    ///
    /// @param draws keyed by the fact behind the observation
    S learn(S state, O observation, Draws draws);

    P predict(S state, C context);

    /// Observations without which a prediction is no knowledge yet.
    int warmUp();

    /// Writes all that [#read] needs; equal states write equal bytes.
    void write(S state, DataOutput out) throws IOException;

    /// @throws IOException when the bytes are not those of a state
    S read(DataInput in, K configuration) throws IOException;

    /// The state once more, with nothing in common.
    ///
    /// @param configuration it was made under
    default S copy(S state, K configuration) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(state, new DataOutputStream(bytes));
            return read(
                    new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                    configuration);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
