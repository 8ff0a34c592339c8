/// The belief updater of system 1: how often a bot wins and what it earns, with uncertainty and change points.
/// Knows no other learner and no file.
@NullMarked
package credence.core.belief;

import org.jspecify.annotations.NullMarked;
