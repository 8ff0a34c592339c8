package credence.service;

import credence.core.market.Candle;
import credence.core.regime.Taxonomy;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// A symbol's market over a span of time, ready to be drawn: candles, and the regimes of all three taxonomies as ribbons and as
/// probabilities. Immutable.
///
/// @param asOf latest fact, or the moment asked for
/// @param from close of the first candle held, `to` of the last, whatever the span asked for; absent without candles
/// @param candleInterval length of a candle, after thinning
/// @param candles of the span, in order; several closed in a row are drawn as one where there are too many
/// @param four spans that touch the span asked for, cut to it; five and seven likewise
/// @param points probabilities at the close of every candle drawn
public record MarketTimeline(
        Symbol symbol,
        @Nullable Instant asOf,
        @Nullable Instant from,
        @Nullable Instant to,
        Duration candleInterval,
        List<Candle> candles,
        List<RegimeSpan> four,
        List<RegimeSpan> five,
        List<RegimeSpan> seven,
        List<Point> points) {

    /// What was read at the close of a candle; maps are empty while warming up.
    ///
    /// @param four filtered probability by name; five likewise; seven the confidence in the name in force
    public record Point(
            Instant at,
            SortedMap<String, Double> four,
            SortedMap<String, Double> five,
            SortedMap<String, Double> seven) {}

    public List<RegimeSpan> spans(Taxonomy taxonomy) {
        return switch (taxonomy) {
            case FOUR -> four;
            case FIVE -> five;
            case SEVEN -> seven;
        };
    }

    /// @param most candles to draw, ≥ 1
    static MarketTimeline of(MarketHistory history, Instant from, Instant to, int most) {
        List<MarketStep> all = history.steps().stream().filter(s -> s.candle() != null).toList();
        List<MarketStep> inside =
                all.stream().filter(s -> s.at().isAfter(from) && !s.at().isAfter(to)).toList();
        int group = Math.max(1, (inside.size() + most - 1) / Math.max(1, most));
        List<Candle> candles = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < inside.size(); i += group) {
            List<MarketStep> together = inside.subList(i, Math.min(inside.size(), i + group));
            candles.add(together(together));
            MarketStep last = together.getLast();
            points.add(
                    new Point(
                            last.at(),
                            last.probabilities(Taxonomy.FOUR),
                            last.probabilities(Taxonomy.FIVE),
                            last.probabilities(Taxonomy.SEVEN)));
        }
        Duration one = all.isEmpty() ? Duration.ofHours(1) : candle(all.getLast()).interval();
        return new MarketTimeline(
                history.symbol(),
                history.asOf(),
                all.isEmpty() ? null : all.getFirst().at(),
                all.isEmpty() ? null : all.getLast().at(),
                one.multipliedBy(group),
                List.copyOf(candles),
                cut(RegimeSpan.of(all, Taxonomy.FOUR), from, to),
                cut(RegimeSpan.of(all, Taxonomy.FIVE), from, to),
                cut(RegimeSpan.of(all, Taxonomy.SEVEN), from, to),
                List.copyOf(points));
    }

    private static Candle candle(MarketStep step) {
        return java.util.Objects.requireNonNull(step.candle());
    }

    /// One candle for several; it lasts from the first's opening to the last's close, closed hours in between included.
    private static Candle together(List<MarketStep> steps) {
        Candle first = candle(steps.getFirst());
        if (steps.size() == 1) {
            return first;
        }
        Candle last = candle(steps.getLast());
        double high = first.high();
        double low = first.low();
        double volume = 0;
        for (MarketStep step : steps) {
            Candle c = candle(step);
            high = Math.max(high, c.high());
            low = Math.min(low, c.low());
            volume = Math.min(volume + c.volume(), Double.MAX_VALUE);
        }
        return new Candle(
                first.opened(),
                Duration.between(first.opened(), last.closed()),
                first.open(),
                high,
                low,
                last.close(),
                volume);
    }

    private static List<RegimeSpan> cut(List<RegimeSpan> spans, Instant from, Instant to) {
        List<RegimeSpan> cut = new ArrayList<>();
        for (RegimeSpan s : spans) {
            if (s.from().isBefore(to) && (s.to().isAfter(from) || s.to().equals(s.from()))) {
                cut.add(
                        new RegimeSpan(
                                s.from().isBefore(from) ? from : s.from(),
                                s.to().isAfter(to) ? to : s.to(),
                                s.regime(),
                                s.meanProbability()));
            }
        }
        return List.copyOf(cut);
    }
}
