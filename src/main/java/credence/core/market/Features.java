package credence.core.market;

import java.time.Instant;
import java.util.OptionalDouble;

/// The one feature vector of a symbol and interval, at the close of one candle, from closed candles only (`learning.md` 4). Every
/// taxonomy is a mapping from it, so that they cannot contradict one another in silence. A feature still warming up is empty;
/// all others are finite.
///
/// @param closed when it is known
/// @param candles seen so far, this one included
/// @param close price
/// @param logReturn ln(close ÷ close before)
/// @param highLow ln((high − low) ÷ close) of the candle; empty when high = low
/// @param atr Wilder's average true range over 14, in price
/// @param atrShare ATR ÷ close
/// @param adx Wilder's average directional index over 14, 0…100; the first at index 27
/// @param plusDi +DI(14), 0…100
/// @param minusDi −DI(14), 0…100
/// @param efficiencyRatio |close − close 20 before| ÷ sum of |changes|, 0…1 (Kaufman)
/// @param dailyVolatility standard deviation of 20 log returns, scaled to a day
/// @param meanReversion 1 − variance ratio(5) over 60 candles (Lo & MacKinlay)
/// @param sma20 mean close of 20; sma50, sma200 likewise
/// @param slope20 change of the mean per candle ÷ the mean; slope50, slope200 likewise
/// @param volumeRatio volume ÷ median volume of 20 candles; empty when the market states no volume
/// @param drawdown 1 − close ÷ highest high of 252 days, 0…1
/// @param momentum log return over 20 candles ÷ (standard deviation × √20)
/// @param ranks where the features stand in their own past
public record Features(
        Instant closed,
        int candles,
        double close,
        OptionalDouble logReturn,
        OptionalDouble highLow,
        OptionalDouble atr,
        OptionalDouble atrShare,
        OptionalDouble adx,
        OptionalDouble plusDi,
        OptionalDouble minusDi,
        OptionalDouble efficiencyRatio,
        OptionalDouble dailyVolatility,
        OptionalDouble meanReversion,
        OptionalDouble sma20,
        OptionalDouble sma50,
        OptionalDouble sma200,
        OptionalDouble slope20,
        OptionalDouble slope50,
        OptionalDouble slope200,
        OptionalDouble volumeRatio,
        OptionalDouble drawdown,
        OptionalDouble momentum,
        Ranks ranks) {

    /// Shares of the earlier values of the same series that are smaller (equal ones count half), 0…1; empty before 200 earlier
    /// values, of daily candles before 60.
    public record Ranks(
            OptionalDouble atrShare,
            OptionalDouble adx,
            OptionalDouble efficiencyRatio,
            OptionalDouble dailyVolatility,
            OptionalDouble meanReversion,
            OptionalDouble volumeRatio,
            OptionalDouble momentum) {}
}
