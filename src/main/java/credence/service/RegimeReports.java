package credence.service;

import credence.core.brain.Outcome;
import credence.core.performance.ClusteredSample;
import credence.core.regime.CrossRegime;
import credence.core.regime.DaysOfRegime;
import credence.core.regime.FiveReading;
import credence.core.regime.FiveRegime;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.regime.NameInForce;
import credence.core.regime.SevenReading;
import credence.core.regime.SevenRegime;
import credence.core.regime.Spells;
import credence.core.regime.Taxonomy;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Makes the report of one taxonomy from what the fold said of a market.
///
/// @param <R> regimes of the taxonomy
final class RegimeReports<R extends Enum<R>> {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// A regime with less of an outcome, and none by name, is left out.
    private static final double LEAST_EFFECTIVE = 0.5;

    private final Class<R> names;
    private final Taxonomy taxonomy;
    private final MarketHistory history;
    private final Function<MarketReading, Optional<R>> atEntry;

    private RegimeReports(
            Class<R> names,
            Taxonomy taxonomy,
            MarketHistory history,
            Function<MarketReading, Optional<R>> atEntry) {
        this.names = names;
        this.taxonomy = taxonomy;
        this.history = history;
        this.atEntry = atEntry;
    }

    static RegimeReport of(MarketHistory history, Taxonomy taxonomy) {
        return switch (taxonomy) {
            case FOUR ->
                    new RegimeReports<>(
                                    Regime.class,
                                    taxonomy,
                                    history,
                                    m -> m.four().map(FourReading::regime))
                            .report();
            case FIVE ->
                    new RegimeReports<>(
                                    FiveRegime.class,
                                    taxonomy,
                                    history,
                                    m -> m.five().map(FiveReading::regime))
                            .report();
            case SEVEN ->
                    new RegimeReports<>(
                                    SevenRegime.class,
                                    taxonomy,
                                    history,
                                    m -> m.seven().map(SevenReading::regime))
                            .report();
        };
    }

    private RegimeReport report() {
        List<MarketStep> own = ownSteps();
        Spells<R> spells =
                Spells.of(own.stream().map(s -> new Spells.Reading<>(s.at(), name(s))).toList());
        CrossRegime<R> course = CrossRegime.of(names, spells);
        DaysOfRegime<R> days =
                DaysOfRegime.of(
                        names,
                        spells,
                        history.distinct().stream()
                                .map(o -> new DaysOfRegime.Result(o.opened(), o.result(), o.r()))
                                .toList());
        RegimeReport.Current current = history.now().flatMap(this::current).orElse(null);
        return new RegimeReport(
                history.symbol(),
                taxonomy,
                history.asOf(),
                candle(own),
                current,
                current == null ? readiness(own) : "",
                RegimeSpan.of(own, taxonomy),
                shares(course),
                results(spells),
                days(days),
                (int)
                        history.outcomes().stream()
                                .filter(o -> o.market().flatMap(atEntry).isEmpty())
                                .count(),
                days.undated(),
                ChargedCosts.of(history.outcomes(), history.assumedBpsPerSide()),
                taxonomy == Taxonomy.FIVE ? history.card().reversed() : List.of());
    }

    /// The steps at which this taxonomy is read: decision candles, for the five one a day.
    private List<MarketStep> ownSteps() {
        if (taxonomy != Taxonomy.FIVE) {
            return history.steps().stream().filter(s -> s.candle() != null).toList();
        }
        List<MarketStep> days = new ArrayList<>();
        Instant last = Instant.MIN;
        for (MarketStep step : history.steps()) {
            FiveReading five = step.five();
            if (five != null && five.at().equals(step.at()) && step.at().isAfter(last)) {
                days.add(step);
                last = step.at();
            }
        }
        return days;
    }

    private Optional<R> name(MarketStep step) {
        return step.name(taxonomy).map(name -> Enum.valueOf(names, name));
    }

    private Duration candle(List<MarketStep> own) {
        if (taxonomy == Taxonomy.FIVE) {
            return DAY;
        }
        var last = own.isEmpty() ? null : own.getLast().candle();
        return last == null ? HOUR : last.interval();
    }

    private String readiness(List<MarketStep> own) {
        if (history.steps().isEmpty()) {
            return "No candle has closed yet.";
        }
        Optional<Instant> silent = history.now().flatMap(MarketReading::silentSince);
        if (silent.isPresent()) {
            return "Not ready: "
                    + MarketReading.silence(silent.get())
                    + ", so what its market is now is not known. Import newer ones.";
        }
        boolean ready = own.stream().anyMatch(s -> s.name(taxonomy).isPresent());
        if (ready) {
            return "Not ready: it warms up anew after a hole in its bars, or its market stands"
                    + " still.";
        }
        return switch (taxonomy) {
            case FOUR, SEVEN ->
                    "Still warming up: "
                            + own.size()
                            + " candles have closed, and it takes about 280 to compare a market"
                            + " with its own past.";
            case FIVE -> "Still warming up: the first model takes 150 days.";
        };
    }

    private Optional<RegimeReport.Current> current(MarketReading now) {
        return switch (taxonomy) {
            case FOUR ->
                    now.four()
                            .map(
                                    r ->
                                            new RegimeReport.Current(
                                                    r.at(),
                                                    NameInForce.of(r),
                                                    probabilities(r.probabilities()),
                                                    r.reason()));
            case FIVE ->
                    now.five()
                            .map(
                                    r ->
                                            new RegimeReport.Current(
                                                    r.at(),
                                                    NameInForce.of(r),
                                                    probabilities(r.probabilities()),
                                                    r.reason()));
            case SEVEN ->
                    now.seven()
                            .map(
                                    r ->
                                            new RegimeReport.Current(
                                                    r.at(),
                                                    NameInForce.of(r),
                                                    new TreeMap<>(
                                                            Map.of(
                                                                    r.regime().name(),
                                                                    r.confidence())),
                                                    r.reason()));
        };
    }

    private static SortedMap<String, Double> probabilities(RegimeProbabilities p) {
        SortedMap<String, Double> all = new TreeMap<>();
        for (Regime regime : Regime.values()) {
            all.put(regime.name(), p.of(regime));
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private static SortedMap<String, Double> probabilities(Map<FiveRegime, Double> p) {
        SortedMap<String, Double> all = new TreeMap<>();
        p.forEach((regime, probability) -> all.put(regime.name(), probability));
        return Collections.unmodifiableSortedMap(all);
    }

    private List<RegimeReport.Share> shares(CrossRegime<R> course) {
        List<RegimeReport.Share> shares = new ArrayList<>();
        course.rows()
                .forEach(
                        (regime, row) -> {
                            SortedMap<String, Integer> next = new TreeMap<>();
                            row.next().forEach((other, n) -> next.put(other.name(), n));
                            shares.add(
                                    new RegimeReport.Share(
                                            regime.name(),
                                            row.candles(),
                                            row.share(),
                                            row.spells(),
                                            row.meanCandles(),
                                            row.medianCandles(),
                                            Collections.unmodifiableSortedMap(next)));
                        });
        return List.copyOf(shares);
    }

    private List<RegimeReport.Result> results(Spells<R> spells) {
        SortedMap<BotId, List<Outcome>> byBot = new TreeMap<>();
        for (Outcome o : history.outcomes()) {
            byBot.computeIfAbsent(o.bot(), b -> new ArrayList<>()).add(o);
        }
        List<RegimeReport.Result> results = new ArrayList<>();
        byBot.forEach((bot, outcomes) -> addResults(bot, outcomes, spells, results));
        addResults(null, history.outcomes(), spells, results);
        return List.copyOf(results);
    }

    private void addResults(
            @Nullable BotId bot,
            List<Outcome> outcomes,
            Spells<R> spells,
            List<RegimeReport.Result> results) {
        for (R regime : names.getEnumConstants()) {
            List<Outcome> own =
                    outcomes.stream()
                            .filter(
                                    o ->
                                            o.market()
                                                    .flatMap(atEntry)
                                                    .filter(r -> r == regime)
                                                    .isPresent())
                            .toList();
            OptionalDouble effective = effective(outcomes, regime);
            if (!own.isEmpty() || effective.orElse(0) >= LEAST_EFFECTIVE) {
                results.add(result(bot, regime, own, effective, spells));
            }
        }
    }

    /// How many outcomes were entered in a regime, each counted by how probable it was then.
    private OptionalDouble effective(List<Outcome> outcomes, R regime) {
        if (taxonomy == Taxonomy.SEVEN) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Outcome o : outcomes) {
            sum += o.market().map(m -> probability(m, regime)).orElse(0.0);
        }
        return OptionalDouble.of(sum);
    }

    private static double probability(MarketReading market, Enum<?> regime) {
        return regime instanceof Regime four
                ? market.four().map(r -> r.probabilities().of(four)).orElse(0.0)
                : market.five()
                        .map(r -> r.probabilities().getOrDefault((FiveRegime) regime, 0.0))
                        .orElse(0.0);
    }

    private RegimeReport.Result result(
            @Nullable BotId bot,
            R regime,
            List<Outcome> own,
            OptionalDouble effective,
            Spells<R> spells) {
        ClusteredSample wins = new ClusteredSample();
        ClusteredSample r = new ClusteredSample();
        SortedMap<CurrencyCode, BigDecimal> net = new TreeMap<>();
        for (Outcome o : own) {
            if (bot != null || !history.repeating().contains(o.bot())) {
                int spell = spells.begun(o.opened());
                wins.add(spell, o.result());
                o.r().ifPresent(x -> r.add(spell, x));
            }
            if (!o.inPoints()) {
                net.merge(o.currency(), o.net(), BigDecimal::add);
            }
        }
        return new RegimeReport.Result(
                bot,
                regime.name(),
                own.size(),
                effective,
                wins.share(),
                r.mean(),
                Collections.unmodifiableSortedMap(net));
    }

    private List<RegimeReport.Day> days(DaysOfRegime<R> found) {
        List<RegimeReport.Day> days = new ArrayList<>();
        found.cells()
                .forEach(
                        (regime, cells) ->
                                cells.forEach(
                                        c -> {
                                            if (c.outcomes() > 0) {
                                                days.add(
                                                        new RegimeReport.Day(
                                                                regime.name(),
                                                                c.day(),
                                                                c.outcomes(),
                                                                c.accuracy(),
                                                                c.meanR()));
                                            }
                                        }));
        return List.copyOf(days);
    }
}
