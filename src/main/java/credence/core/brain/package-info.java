/// The fold: state = brain.apply(state, fact), with boundaries, snapshots and the hash of the state.
/// Nothing else moves a belief. Knows no file, no clock and no screen.
@NullMarked
package credence.core.brain;

import org.jspecify.annotations.NullMarked;
