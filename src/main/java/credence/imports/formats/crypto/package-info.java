/// Exports of crypto exchanges: fills, closed positions, and ledgers of coins from which fills are put together again.
///
/// The currency of a price, its costs and its result is the quote coin of the pair; nothing is converted. What a ledger's rows
/// do not tie together exactly is refused or skipped with its reason, never half read.
@NullMarked
package credence.imports.formats.crypto;

import org.jspecify.annotations.NullMarked;
