package credence.service;

import credence.core.market.Candle;
import credence.core.market.Situation;
import credence.core.regime.FiveReading;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.regime.SevenReading;
import credence.core.regime.Taxonomy;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was read of a market when candles closed, without the words.
///
/// @param at when they closed
/// @param candle of the decision interval; absent when only a day closed
/// @param four regime in force; absent, like the others, while warming up
/// @param fourProbabilities filtered, by margin
/// @param five the reading of the last day
/// @param seven of its own kind only; its confidence stands for a probability
public record MarketStep(
        Instant at,
        @Nullable Candle candle,
        @Nullable Regime four,
        @Nullable RegimeProbabilities fourProbabilities,
        @Nullable FiveReading five,
        @Nullable SevenReading seven,
        Situation situation) {

    static MarketStep of(Instant at, Optional<Candle> candle, MarketReading reading) {
        FourReading four = reading.four().orElse(null);
        return new MarketStep(
                at,
                candle.orElse(null),
                four == null ? null : four.regime(),
                four == null ? null : four.probabilities(),
                reading.five().orElse(null),
                reading.seven()
                        .map(s -> new SevenReading(s.at(), s.regime(), s.confidence(), ""))
                        .orElse(null),
                reading.situation());
    }

    /// The name in force.
    public Optional<String> name(Taxonomy taxonomy) {
        return switch (taxonomy) {
            case FOUR -> Optional.ofNullable(four).map(Regime::name);
            case FIVE -> Optional.ofNullable(five).map(f -> f.regime().name());
            case SEVEN -> Optional.ofNullable(seven).map(s -> s.regime().name());
        };
    }

    /// How probable each name is; of the seven only the confidence in the one in force is known. Empty while warming up.
    public SortedMap<String, Double> probabilities(Taxonomy taxonomy) {
        SortedMap<String, Double> all = new TreeMap<>();
        switch (taxonomy) {
            case FOUR -> {
                RegimeProbabilities p = fourProbabilities;
                if (p != null) {
                    for (Regime regime : Regime.values()) {
                        all.put(regime.name(), p.of(regime));
                    }
                }
            }
            case FIVE -> {
                if (five != null) {
                    five.probabilities().forEach((regime, p) -> all.put(regime.name(), p));
                }
            }
            case SEVEN -> {
                if (seven != null) {
                    all.put(seven.regime().name(), seven.confidence());
                }
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
