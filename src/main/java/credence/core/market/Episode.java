package credence.core.market;

import credence.core.value.BotId;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One unbroken stretch of one situation, candle after candle; hours without trading do not break it.
///
/// @param from close of its first candle
/// @param to close of the candle that ended it, or of the last one while it runs; an entry before `to` belongs to it
/// @param candles its length, ≥ 1
/// @param running whether no candle has ended it yet
/// @param bots who traded in it and what came of it
public record Episode(
        Situation situation,
        Instant from,
        Instant to,
        int candles,
        boolean running,
        SortedMap<BotId, Tally> bots) {

    public Episode {
        bots = Collections.unmodifiableSortedMap(new TreeMap<>(bots));
    }

    /// One candle later.
    ///
    /// @param same whether that candle still belongs to it
    Episode until(Instant closed, boolean same) {
        return new Episode(situation, from, closed, candles + (same ? 1 : 0), same, bots);
    }

    Episode with(BotId bot, Tally tally) {
        TreeMap<BotId, Tally> more = new TreeMap<>(bots);
        more.put(bot, tally);
        return new Episode(situation, from, to, candles, running, more);
    }

    /// Of all bots together but some.
    ///
    /// @param without those left out, as repeating another one
    public Tally total(Set<BotId> without) {
        Tally sum = Tally.NONE;
        for (Map.Entry<BotId, Tally> bot : bots.entrySet()) {
            Tally t = without.contains(bot.getKey()) ? Tally.NONE : bot.getValue();
            sum =
                    new Tally(
                            sum.entries() + t.entries(),
                            sum.outcomes() + t.outcomes(),
                            sum.wins() + t.wins(),
                            sum.measured() + t.measured(),
                            sum.sumOfR() + t.sumOfR());
        }
        return sum;
    }
}
