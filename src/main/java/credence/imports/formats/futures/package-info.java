/// Futures platforms: NinjaTrader, Tradovate, TopstepX (ProjectX), Rithmic. None of them states what a point is worth; it comes
/// from [credence.imports.ContractTable], and a stated profit is held against it.
@NullMarked
package credence.imports.formats.futures;

import org.jspecify.annotations.NullMarked;
