/// Chance, keyed and counted: the same question asked by the same fact always gets the same answer.
/// No generator object lives in the state, and nothing here knows a clock, a thread or a machine.
@NullMarked
package credence.core.random;

import org.jspecify.annotations.NullMarked;
