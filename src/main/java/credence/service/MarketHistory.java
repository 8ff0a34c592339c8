package credence.service;

import credence.core.brain.Outcome;
import credence.core.market.SituationLibrary;
import credence.core.regime.MarketReading;
import credence.core.regime.Refit;
import credence.core.regime.Spells;
import credence.core.value.BotId;
import credence.core.value.Regime;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that the fold said of a symbol's market up to a moment.
///
/// @param asOf latest fact, or the moment asked for
/// @param steps what was read, in order of time
/// @param outcomes entered in this symbol, in order of closing
/// @param repeating bots that make the trades of another one, which comes before them
/// @param now what is known of the market at `asOf`
/// @param card latest refits of the five's model, oldest first
/// @param library of its situations
/// @param assumedBpsPerSide costs charged where a source states none
record MarketHistory(
        Symbol symbol,
        @Nullable Instant asOf,
        List<MarketStep> steps,
        List<Outcome> outcomes,
        Set<BotId> repeating,
        Optional<MarketReading> now,
        List<Refit> card,
        SituationLibrary library,
        double assumedBpsPerSide) {

    /// Unbroken stretches of each regime of four, read at every decision candle.
    Spells<Regime> spellsOfFour() {
        return Spells.of(
                steps.stream()
                        .filter(s -> s.candle() != null)
                        .map(s -> new Spells.Reading<>(s.at(), Optional.ofNullable(s.four())))
                        .toList());
    }

    /// Outcomes of which none is a repetition: the first bot stands for its duplicate class.
    List<Outcome> distinct() {
        return outcomes.stream().filter(o -> !repeating.contains(o.bot())).toList();
    }
}
