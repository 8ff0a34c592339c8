package credence.service;

import credence.core.brain.Outcome;
import credence.core.market.SituationLibrary;
import credence.core.regime.MarketReading;
import credence.core.regime.Refit;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that the fold said of a symbol's market up to a moment.
///
/// @param asOf latest fact, or the moment asked for
/// @param steps what was read, in order of time
/// @param outcomes entered in this symbol, in order of closing
/// @param now what is known of the market at `asOf`
/// @param card latest refits of the five's model, oldest first
/// @param library of its situations
record MarketHistory(
        Symbol symbol,
        @Nullable Instant asOf,
        List<MarketStep> steps,
        List<Outcome> outcomes,
        Optional<MarketReading> now,
        List<Refit> card,
        SituationLibrary library) {}
