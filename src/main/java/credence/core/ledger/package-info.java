/// Fills to lots to trades: exact, per account, bot and symbol.
/// Knows no learner, no file and no clock; says what it could not match instead of guessing.
@NullMarked
package credence.core.ledger;

import org.jspecify.annotations.NullMarked;
