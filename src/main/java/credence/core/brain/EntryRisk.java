package credence.core.brain;

import credence.core.regime.MarketReading;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// What stands for the risk of an entry without a stop, as it was known when it was opened (`learning.md` 1, `rules.md` 16).
///
/// @param meanAbsoluteReturn of the bot's outcomes, 0 when too few were known
/// @param ranged whether the range of prices was known, which then decides
/// @param range ATR(14) × √(median holding time in candles), in price per unit; 0 where prices stood still
record EntryRisk(double meanAbsoluteReturn, boolean ranged, double range) {

    /// @param candle length of the candles whose range the ATR is of
    static EntryRisk of(BotState bot, Optional<MarketReading> market, Duration candle) {
        double relative = bot.relativeRisk();
        if (market.isEmpty() || market.get().atr().isEmpty()) {
            return new EntryRisk(relative, false, 0);
        }
        double atr = market.get().atr().getAsDouble();
        return new EntryRisk(relative, true, Bounds.of(atr * Math.sqrt(bot.candlesHeld(candle))));
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(meanAbsoluteReturn);
        out.writeBoolean(ranged);
        out.writeDouble(range);
    }

    static EntryRisk read(DataInput in) throws IOException {
        return new EntryRisk(in.readDouble(), in.readBoolean(), in.readDouble());
    }
}
