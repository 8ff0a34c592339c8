/// Results of trading frameworks: freqtrade, backtesting.py, vectorbt, nautilus_trader, QuantConnect, pyfolio, Hummingbot.
@NullMarked
package credence.imports.formats.frameworks;

import org.jspecify.annotations.NullMarked;
