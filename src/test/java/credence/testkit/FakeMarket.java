package credence.testkit;

import credence.core.market.Candle;
import credence.core.market.Situation;
import credence.core.market.SituationLibrary;
import credence.core.market.SituationWords;
import credence.core.performance.ClusteredEstimate;
import credence.core.regime.Dependence;
import credence.core.regime.FleetDependence;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.regime.NameInForce;
import credence.core.regime.Standing;
import credence.core.regime.Taxonomy;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Status;
import credence.core.value.Symbol;
import credence.service.ChargedCosts;
import credence.service.MarketTimeline;
import credence.service.RegimeReport;
import credence.service.RegimeSpan;
import credence.service.SituationReport;
import credence.service.SituationResults;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// A market made up by counting: 100 hours, the first half in the first regime of the taxonomy, the second in the second.
public final class FakeMarket {

    public static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");

    private static final int HOURS = 100;
    private static final int TURN = 50;

    private final Symbol symbol;
    private final List<BotId> bots;

    /// @param bots who traded in it, ten outcomes each
    public FakeMarket(String symbol, String... bots) {
        this.symbol = new Symbol(symbol);
        this.bots = java.util.Arrays.stream(bots).map(BotId::new).toList();
    }

    public Symbol symbol() {
        return symbol;
    }

    RegimeReport regimes(Taxonomy taxonomy) {
        String first = taxonomy.names().get(0);
        String second = taxonomy.names().get(1);
        List<RegimeReport.Share> shares = new ArrayList<>();
        for (String name : taxonomy.names()) {
            boolean met = name.equals(first) || name.equals(second);
            shares.add(
                    new RegimeReport.Share(
                            name,
                            met ? TURN : 0,
                            met ? 0.5 : 0,
                            met ? 1 : 0,
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            name.equals(first)
                                    ? new TreeMap<>(java.util.Map.of(second, 1))
                                    : new TreeMap<>()));
        }
        List<RegimeReport.Result> results = new ArrayList<>();
        for (BotId bot : bots) {
            results.add(result(bot, first, 10));
        }
        results.add(result(null, first, 10 * bots.size()));
        return new RegimeReport(
                symbol,
                taxonomy,
                at(HOURS),
                Duration.ofHours(1),
                new RegimeReport.Current(
                        at(HOURS),
                        new NameInForce(second, 0.75, Optional.empty()),
                        new TreeMap<>(java.util.Map.of(first, 0.25, second, 0.75)),
                        "Because the test says so."),
                "",
                spans(taxonomy),
                shares,
                results,
                List.of(new RegimeReport.Day(first, 1, 10, accuracy(10), meanR(10))),
                0,
                0,
                new ChargedCosts(5, 10, 10),
                List.of());
    }

    private static RegimeReport.Result result(
            @org.jspecify.annotations.Nullable BotId bot, String regime, int n) {
        return new RegimeReport.Result(
                bot,
                regime,
                n,
                OptionalDouble.of(0.8 * n),
                accuracy(n),
                meanR(n),
                new TreeMap<>(java.util.Map.of(new CurrencyCode("USD"), new BigDecimal("12.50"))));
    }

    private static ClusteredEstimate accuracy(int n) {
        return new ClusteredEstimate(Estimate.of(0.5, 0.3, 0.7, n), n);
    }

    private static ClusteredEstimate meanR(int n) {
        return new ClusteredEstimate(Estimate.of(0.25, -0.25, 0.75, n), n);
    }

    private static List<RegimeSpan> spans(Taxonomy taxonomy) {
        return List.of(
                new RegimeSpan(at(1), at(TURN), taxonomy.names().get(0), 0.9),
                new RegimeSpan(at(TURN), at(HOURS), taxonomy.names().get(1), 0.6));
    }

    MarketReading reading() {
        return new MarketReading(
                Optional.of(
                        new FourReading(
                                at(HOURS),
                                Regime.VOLATILE,
                                new RegimeProbabilities(0.25, 0.75, 0, 0),
                                new Standing(0, 3),
                                "Because the test says so.")),
                Optional.empty(),
                Optional.empty(),
                situations().now(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    SituationReport situations() {
        Situation now =
                new Situation(
                        Optional.of(Regime.VOLATILE),
                        Optional.of(Situation.Volatility.HIGH),
                        Optional.empty(),
                        Optional.of(Situation.Momentum.UP),
                        Optional.empty(),
                        Situation.Session.EUROPE);
        SituationLibrary library = new SituationLibrary(100);
        library.see(at(1), now);
        return new SituationReport(
                symbol,
                at(HOURS),
                now,
                SituationWords.of(now),
                SituationWords.missing(now),
                library.neighbours(now),
                new SituationResults(java.util.Map.of(), ClusteredEstimate.NO_DATA, 0, 0),
                java.util.Set.of(),
                library.situations(),
                library.episodes());
    }

    MarketTimeline timeline() {
        List<Candle> candles = new ArrayList<>();
        List<MarketTimeline.Point> points = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            double close = 100 + i % 10;
            candles.add(
                    new Candle(at(i), Duration.ofHours(1), close, close + 1, close - 1, close, 10));
            points.add(
                    new MarketTimeline.Point(
                            at(i + 1),
                            shares(Taxonomy.FOUR, i),
                            shares(Taxonomy.FIVE, i),
                            new TreeMap<>(java.util.Map.of(Taxonomy.SEVEN.names().get(1), 0.6))));
        }
        return new MarketTimeline(
                symbol,
                at(HOURS),
                at(1),
                at(HOURS),
                Duration.ofHours(1),
                candles,
                spans(Taxonomy.FOUR),
                spans(Taxonomy.FIVE),
                spans(Taxonomy.SEVEN),
                points);
    }

    private static SortedMap<String, Double> shares(Taxonomy taxonomy, int hour) {
        double first = hour < TURN ? 0.9 : 0.4;
        return new TreeMap<>(
                java.util.Map.of(
                        taxonomy.names().get(0), first, taxonomy.names().get(1), 1 - first));
    }

    FleetDependence dependence() {
        TreeMap<BotId, FleetDependence.Row> rows = new TreeMap<>();
        for (BotId bot : bots) {
            rows.put(
                    bot,
                    new FleetDependence.Row(
                            new Dependence(
                                    Status.OK,
                                    10,
                                    OptionalDouble.of(0.4),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Estimate.none(Status.TOO_FEW, 10)),
                            OptionalDouble.of(0.4),
                            false));
        }
        return new FleetDependence(rows, bots.size(), 0, 0);
    }

    private static Instant at(int hour) {
        return FROM.plus(Duration.ofHours(hour));
    }
}
