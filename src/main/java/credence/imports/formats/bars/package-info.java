/// Files of price bars: Credence's own and other tables with a header, Lean's without one, freqtrade's and ccxt's JSON; and what
/// holds for all of them: which bars are refused, which are mended, and what is said about it.
@NullMarked
package credence.imports.formats.bars;

import org.jspecify.annotations.NullMarked;
