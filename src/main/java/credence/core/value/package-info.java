/// Exact, immutable value types: names, money, prices, quantities, estimates.
/// A change of unit changes the type. Nothing here knows a file, a clock or a learner.
@NullMarked
package credence.core.value;

import org.jspecify.annotations.NullMarked;
