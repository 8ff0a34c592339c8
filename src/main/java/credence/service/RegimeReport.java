package credence.service;

import credence.core.performance.ClusteredEstimate;
import credence.core.regime.NameInForce;
import credence.core.regime.Refit;
import credence.core.regime.Taxonomy;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/// What is known of a symbol's regimes in one taxonomy.
///
/// @param asOf latest fact, or the moment asked for
/// @param candle length of the candles it is read on
/// @param current absent while warming up, or when the last candle closed too long ago
/// @param readiness in words: what is missing before there is a reading, or where the bars end; empty when nothing is
/// @param shares one for each regime of the taxonomy, also those never met
/// @param results of every bot that traded in it, by regime at entry, the bots in order, after them all together without a name
/// @param days results by day of the regime they were entered in
/// @param withoutRegime outcomes entered while no regime was read
/// @param undated outcomes entered in a regime whose beginning was not seen, a duplicate class once
/// @param costs what R has paid for
/// @param modelCard latest refits of the five's model, newest first; empty for the others
public record RegimeReport(
        Symbol symbol,
        Taxonomy taxonomy,
        @Nullable Instant asOf,
        Duration candle,
        @Nullable Current current,
        String readiness,
        List<RegimeSpan> spans,
        List<Share> shares,
        List<Result> results,
        List<Day> days,
        int withoutRegime,
        int undated,
        ChargedCosts costs,
        List<Refit> modelCard) {

    /// The reading now.
    ///
    /// @param at close of the candle it rests on
    /// @param name the one in force, with its own probability, of the seven the confidence
    /// @param probabilities of every name that has one
    /// @param reason the rule that named it and the figures it met, in words
    public record Current(
            Instant at, NameInForce name, SortedMap<String, Double> probabilities, String reason) {}

    /// How much of the time a regime holds and what follows it.
    ///
    /// @param candles in it; share of all with a reading, 0…1
    /// @param spells unbroken stretches; meanCandles and medianCandles are those of the ones whose beginning and end were seen
    /// @param next how often each other regime followed directly
    public record Share(
            String regime,
            long candles,
            double share,
            int spells,
            OptionalDouble meanCandles,
            OptionalDouble medianCandles,
            SortedMap<String, Integer> next) {}

    /// What trades entered in a regime came to.
    ///
    /// @param bot absent for all bots together
    /// @param outcomes of all its bots, entered while this name was in force
    /// @param effective Σ over outcomes of the filtered probability of this regime at entry, which is what beliefs and the test of
    ///     dependence count by; of the seven, which have a confidence only, absent
    /// @param accuracy share of wins, break-evens half; like `meanR`, which is over outcomes that have an R, after [#costs()], it takes
    ///     those of one spell as one cluster, and of a duplicate class one bot, so that n may be less than `outcomes`
    /// @param net per currency as the files state it, without outcomes whose result nobody knows in money
    public record Result(
            @Nullable BotId bot,
            String regime,
            int outcomes,
            OptionalDouble effective,
            ClusteredEstimate accuracy,
            ClusteredEstimate meanR,
            SortedMap<CurrencyCode, BigDecimal> net) {}

    /// Of all bots, a duplicate class once; outcomes of one spell are one cluster.
    ///
    /// @param day 1, 2, 3, or 4 for the fourth and later
    public record Day(
            String regime,
            int day,
            int outcomes,
            ClusteredEstimate accuracy,
            ClusteredEstimate meanR) {}
}
