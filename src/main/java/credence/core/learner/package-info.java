/// What every learner is, seen from outside: a state that starts from configuration, learns one observation at a time and predicts.
/// Learners know core.value, core.random and this package, and nobody else.
@NullMarked
package credence.core.learner;

import org.jspecify.annotations.NullMarked;
