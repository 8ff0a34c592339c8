package credence.service;

import credence.core.regime.SevenRegime;
import credence.core.regime.Taxonomy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An unbroken stretch in which one regime was in force.
///
/// @param from close of the first candle that read it
/// @param to close of the candle that read another; of the last one that read this, where nothing is read after it (a hole in the
///     bars, their end)
/// @param meanProbability mean over its candles of the filtered probability of the name in force, of the seven of the confidence in it;
///     0…1
public record RegimeSpan(Instant from, Instant to, String regime, double meanProbability) {

    private static final String UNKNOWN = SevenRegime.UNKNOWN.name();

    /// The spans of a taxonomy over steps in order of time; while nothing is read there is none.
    static List<RegimeSpan> of(List<MarketStep> steps, Taxonomy taxonomy) {
        List<RegimeSpan> spans = new ArrayList<>();
        String regime = null;
        Instant from = Instant.EPOCH;
        Instant last = Instant.EPOCH;
        double sum = 0;
        int count = 0;
        for (MarketStep step : steps) {
            Optional<String> name = step.name(taxonomy);
            if (regime != null && !name.equals(Optional.of(regime))) {
                boolean readAnother = name.isPresent() && !name.get().equals(UNKNOWN);
                Instant to = readAnother ? step.at() : last;
                spans.add(new RegimeSpan(from, to, regime, sum / count));
                regime = null;
            }
            if (name.isPresent()) {
                if (regime == null) {
                    regime = name.get();
                    from = step.at();
                    sum = 0;
                    count = 0;
                }
                sum += step.probabilities(taxonomy).getOrDefault(regime, 0.0);
                count++;
                last = step.at();
            }
        }
        if (regime != null) {
            spans.add(new RegimeSpan(from, last, regime, sum / count));
        }
        return List.copyOf(spans);
    }
}
