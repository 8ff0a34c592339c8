package credence.desktop.chart;

import credence.core.market.Candle;
import credence.core.regime.Taxonomy;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Hue;
import credence.desktop.theme.Unit;
import credence.service.MarketTimeline;
import credence.service.RegimeSpan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A market over time: its price with the regimes beneath, and how probable each regime was.
public final class MarketPicture {

    private static final int BROAD = 120;

    private final Figures figures;

    public MarketPicture(Figures figures) {
        this.figures = figures;
    }

    /// Closing prices, and the regime that was in force then as it was known then.
    ///
    /// @param whose the bots whose results they are
    /// @param results what trades entered in a regime came to, in words for the legend, by regime
    public TimePicture price(
            MarketTimeline market, Taxonomy taxonomy, String whose, Map<String, String> results) {
        ValueScale scale = ValueScale.free("Price", Unit.NUMBER);
        String title = market.symbol() + (results.isEmpty() ? "" : ", net of " + whose);
        List<Candle> candles = market.candles();
        if (candles.isEmpty()) {
            return TimePicture.empty(title, "No bars lie in the time shown.", scale);
        }
        TimeSeries closes =
                new TimeSeries(
                        candles.stream().mapToLong(c -> c.closed().toEpochMilli()).toArray(),
                        candles.stream().mapToDouble(Candle::close).toArray());
        List<Layer> layers =
                new ArrayList<>(
                        ribbons(market.spans(taxonomy), market.spans(taxonomy), taxonomy, results));
        layers.add(
                new Layer.Line(
                        "Close",
                        Hue.CATEGORY_1,
                        Layer.Weight.NORMAL,
                        closes,
                        i ->
                                "low "
                                        + figures.value(candles.get(i).low(), Unit.NUMBER)
                                        + ", high "
                                        + figures.value(candles.get(i).high(), Unit.NUMBER)));
        return new TimePicture(
                title,
                "Closing prices of "
                        + market.symbol()
                        + " from "
                        + figures.date(candles.getFirst().opened())
                        + " to "
                        + figures.date(candles.getLast().closed())
                        + ", with the regime in force beneath.",
                scale,
                layers);
    }

    /// Filtered probabilities, of the seven the confidence in the name in force: what was believed then, never what is known since.
    public TimePicture probabilities(MarketTimeline market, Taxonomy taxonomy) {
        boolean seven = taxonomy == Taxonomy.SEVEN;
        String title = seven ? "Confidence" : "Probabilities";
        ValueScale scale = ValueScale.share(seven ? "Confidence, %" : "Probability, %");
        List<MarketTimeline.Point> known =
                market.points().stream().filter(p -> !values(p, taxonomy).isEmpty()).toList();
        if (known.isEmpty()) {
            return TimePicture.empty(title, "No regime was read in the time shown.", scale);
        }
        RegimeLook look = new RegimeLook(taxonomy);
        long[] times = known.stream().mapToLong(p -> p.at().toEpochMilli()).toArray();
        List<Layer> layers = new ArrayList<>();
        if (seven) {
            double[] values =
                    known.stream().mapToDouble(p -> greatest(values(p, taxonomy))).toArray();
            layers.add(
                    new Layer.Line(
                            "Confidence",
                            Hue.CATEGORY_1,
                            Layer.Weight.NORMAL,
                            new TimeSeries(times, values)));
        } else {
            for (String regime : taxonomy.names().reversed()) {
                double[] values =
                        known.stream()
                                .mapToDouble(p -> values(p, taxonomy).getOrDefault(regime, 0.0))
                                .toArray();
                if (java.util.Arrays.stream(values).anyMatch(v -> v > 0)) {
                    layers.add(
                            new Layer.Line(
                                    RegimeLook.words(regime),
                                    look.hue(regime),
                                    Layer.Weight.NORMAL,
                                    new TimeSeries(times, values)));
                }
            }
        }
        return new TimePicture(
                title,
                "How probable each regime was by the candles closed until then.",
                scale,
                layers);
    }

    /// A ribbon for each regime met, with its share of the time in its name.
    ///
    /// @param drawn stretches to draw
    /// @param spans what was read, of which shares of the time are told
    private static List<Layer> ribbons(
            List<RegimeSpan> drawn,
            List<RegimeSpan> spans,
            Taxonomy taxonomy,
            Map<String, String> results) {
        RegimeLook look = new RegimeLook(taxonomy);
        double all = spans.stream().mapToDouble(MarketPicture::length).sum();
        List<Layer> ribbons = new ArrayList<>();
        for (String regime : taxonomy.names().reversed()) {
            List<RegimeSpan> own =
                    drawn.stream().filter(s -> s.regime().equals(regime) && length(s) > 0).toList();
            if (!own.isEmpty()) {
                double held =
                        spans.stream()
                                .filter(s -> s.regime().equals(regime))
                                .mapToDouble(MarketPicture::length)
                                .sum();
                long share = Math.round(100 * held / all);
                ribbons.add(
                        new Layer.Ribbon(
                                RegimeLook.words(regime),
                                share + "\u202f%",
                                results.getOrDefault(regime, ""),
                                look.hue(regime),
                                look.letter(regime),
                                look.pattern(regime),
                                own.stream()
                                        .map(
                                                s ->
                                                        new Layer.Stretch(
                                                                TimeRange.of(s.from(), s.to()),
                                                                s.meanProbability()))
                                        .toList()));
            }
        }
        return ribbons;
    }

    /// Ribbons for a small chart of a long time, on which hours would run together: each of at most 120 stretches is named by the regime
    /// that held most of it, as sure as that regime was over the whole stretch.
    public static List<Layer> broadRibbons(MarketTimeline market, Taxonomy taxonomy) {
        List<RegimeSpan> spans = market.spans(taxonomy);
        return ribbons(broad(spans, BROAD), spans, taxonomy, Map.of());
    }

    static List<RegimeSpan> broad(List<RegimeSpan> spans, int atMost) {
        if (spans.size() <= atMost) {
            return spans;
        }
        long from = spans.getFirst().from().toEpochMilli();
        long to = spans.getLast().to().toEpochMilli();
        long step = Math.max(1, (to - from + atMost - 1) / atMost);
        List<RegimeSpan> broad = new ArrayList<>();
        int next = 0;
        for (long start = from; start < to; start += step) {
            long end = Math.min(to, start + step);
            while (next < spans.size() && spans.get(next).to().toEpochMilli() <= start) {
                next++;
            }
            SortedMap<String, Double> held = new TreeMap<>();
            SortedMap<String, Double> sure = new TreeMap<>();
            for (int i = next; i < spans.size() && spans.get(i).from().toEpochMilli() < end; i++) {
                RegimeSpan span = spans.get(i);
                double share =
                        (double)
                                        (Math.min(end, span.to().toEpochMilli())
                                                - Math.max(start, span.from().toEpochMilli()))
                                / (end - start);
                held.merge(span.regime(), share, Double::sum);
                sure.merge(span.regime(), share * span.meanProbability(), Double::sum);
            }
            String longest = null;
            double most = 0;
            for (Map.Entry<String, Double> each : held.entrySet()) {
                if (each.getValue() > most) {
                    longest = each.getKey();
                    most = each.getValue();
                }
            }
            if (longest != null) {
                broad.add(
                        new RegimeSpan(
                                Instant.ofEpochMilli(start),
                                Instant.ofEpochMilli(end),
                                longest,
                                Math.clamp(sure.getOrDefault(longest, 0.0), 0.0, 1.0)));
            }
        }
        return joined(broad);
    }

    /// Neighbours of one name are one stretch.
    private static List<RegimeSpan> joined(List<RegimeSpan> spans) {
        List<RegimeSpan> joined = new ArrayList<>();
        for (RegimeSpan span : spans) {
            RegimeSpan last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.regime().equals(span.regime())
                    && last.to().equals(span.from())) {
                double all = length(last) + length(span);
                joined.set(
                        joined.size() - 1,
                        new RegimeSpan(
                                last.from(),
                                span.to(),
                                span.regime(),
                                (last.meanProbability() * length(last)
                                                + span.meanProbability() * length(span))
                                        / all));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static double length(RegimeSpan span) {
        Instant from = span.from();
        return (double) span.to().toEpochMilli() - from.toEpochMilli();
    }

    private static SortedMap<String, Double> values(MarketTimeline.Point p, Taxonomy taxonomy) {
        return switch (taxonomy) {
            case FOUR -> p.four();
            case FIVE -> p.five();
            case SEVEN -> p.seven();
        };
    }

    private static double greatest(SortedMap<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
