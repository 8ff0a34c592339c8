package credence.service;

import credence.core.market.Episode;
import credence.core.market.Situation;
import credence.core.market.SituationLibrary.Neighbourhood;
import credence.core.market.SituationLibrary.Shelf;
import credence.core.value.BotId;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The situation a symbol's market is in, and all it has been in.
///
/// @param asOf latest fact, or the moment asked for
/// @param now fields without data are empty
/// @param words the same as a person would say it
/// @param missing fields without data, in words
/// @param neighbours situations met that are like it, by the kernel
/// @param results what trades entered in each, and in those like the one now, came to
/// @param repeating bots that make the trades of another one, which comes before them: left out of the results
/// @param situations all that were met, the one met most often first
/// @param episodes newest first, at most 4,000
public record SituationReport(
        Symbol symbol,
        @Nullable Instant asOf,
        Situation now,
        String words,
        List<String> missing,
        Neighbourhood neighbours,
        SituationResults results,
        Set<BotId> repeating,
        List<Shelf> situations,
        List<Episode> episodes) {}
