package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.brain.Outcome;
import credence.core.brain.RiskRung;
import credence.core.market.Candle;
import credence.core.market.Situation;
import credence.core.market.SituationLibrary;
import credence.core.market.Situations;
import credence.core.performance.ClusteredEstimate;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.regime.Standing;
import credence.core.regime.Taxonomy;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What bots made of a market together: a class of duplicates counts once, and trades of one spell hang together.
class PooledResultsTest {

    private static final Symbol ETH = new Symbol("ETHUSDT");
    private static final BotId ANNA = new BotId("Anna");
    private static final BotId BERT = new BotId("Bert");
    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");

    /// t with 9 degrees by the error worked by hand in `ClusteredSampleTest`: ten spells of two outcomes alike.
    private static final double REACH = 1.8331129327 / 3;

    private static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static MarketReading reading(Instant at, Regime regime) {
        return new MarketReading(
                Optional.of(
                        new FourReading(
                                at,
                                regime,
                                new RegimeProbabilities(
                                        regime == Regime.TRENDING ? 1 : 0,
                                        0,
                                        regime == Regime.RANGING ? 1 : 0,
                                        0),
                                new Standing(0, 3),
                                "")),
                Optional.empty(),
                Optional.empty(),
                situation(regime),
                OptionalDouble.empty(),
                Optional.empty());
    }

    /// All in one session, whatever the hour.
    private static Situation situation(Regime regime) {
        return new Situation(
                Optional.of(regime),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Situations.unknown(START).session());
    }

    private static Outcome outcome(BotId bot, int minute, double r, Regime regime) {
        return new Outcome(
                bot,
                ETH,
                Direction.LONG,
                minute(minute),
                minute(minute + 5),
                List.of(),
                BigDecimal.valueOf(r),
                new CurrencyCode("USDT"),
                0,
                0,
                0,
                OptionalDouble.of(r),
                OptionalDouble.of(r),
                RiskRung.ATR,
                r > 0 ? 1 : 0,
                SourceClass.BACKTEST,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                false,
                Optional.of(reading(minute(minute - minute % 60), regime)));
    }

    /// Ten ranges of an hour, each after two hours of trend. In each range Anna and Bert, who does the same, trade twice: +1 R in the
    /// first five ranges, −1 R in the others.
    private static MarketHistory history() {
        List<MarketStep> steps = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int hour = 0; hour < 31; hour++) {
            Regime regime = hour % 3 == 2 ? Regime.RANGING : Regime.TRENDING;
            Instant at = minute(60 * hour);
            Candle candle = new Candle(at.minusSeconds(3600), Duration.ofHours(1), 1, 1, 1, 1, 1);
            steps.add(MarketStep.of(at, Optional.of(candle), reading(at, regime)));
            if (regime == Regime.RANGING) {
                for (BotId bot : List.of(ANNA, BERT)) {
                    outcomes.add(outcome(bot, 60 * hour + 10, hour < 15 ? 1 : -1, regime));
                    outcomes.add(outcome(bot, 60 * hour + 30, hour < 15 ? 1 : -1, regime));
                }
            }
        }
        return new MarketHistory(
                ETH,
                minute(2000),
                steps,
                outcomes,
                Set.of(BERT),
                Optional.empty(),
                List.of(),
                new SituationLibrary(10),
                5);
    }

    private static void tenSpellsOfTwo(ClusteredEstimate found) {
        assertEquals(0, found.estimate().orElse(9), 1e-12);
        assertEquals(-REACH, found.estimate().low(), 1e-9);
        assertEquals(REACH, found.estimate().high(), 1e-9);
        assertEquals(20, found.estimate().n());
        assertEquals(10, found.clusters());
    }

    @Test
    void aRegimeCountsDuplicatesOnceAndASpellAsOne() {
        RegimeReport report = RegimeReports.of(history(), Taxonomy.FOUR);
        RegimeReport.Result all = report.results().getLast();
        assertEquals(null, all.bot());
        assertEquals("RANGING", all.regime());
        tenSpellsOfTwo(all.meanR());
        assertEquals(40, all.outcomes(), "all trades are still counted");
        assertEquals(10, all.accuracy().clusters());
        RegimeReport.Result bert = report.results().get(1);
        assertEquals(BERT, bert.bot());
        tenSpellsOfTwo(bert.meanR());
    }

    @Test
    void soDoTheDaysOfARegime() {
        RegimeReport.Day day =
                RegimeReports.of(history(), Taxonomy.FOUR).days().stream()
                        .filter(d -> d.regime().equals("RANGING"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(20, day.outcomes());
        tenSpellsOfTwo(day.meanR());
    }

    @Test
    void soDoSituations() {
        SituationResults results = SituationResults.of(history(), situation(Regime.RANGING));
        tenSpellsOfTwo(results.alike());
        tenSpellsOfTwo(results.of(situation(Regime.RANGING)));
        assertEquals(20, results.effectiveOutcomes(), 1e-12);
        assertEquals(10, results.effectiveSpells(), 1e-12);
        assertEquals(
                ClusteredEstimate.NO_DATA,
                SituationResults.of(history(), situation(Regime.VOLATILE)).alike());
    }
}
