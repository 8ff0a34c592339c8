/// The market as closed bars show it: candles, their aggregation, indicators, features, and the situation of a moment.
/// Everything moves one closed candle at a time and knows nothing later. No learner, no fold.
@NullMarked
package credence.core.market;

import org.jspecify.annotations.NullMarked;
