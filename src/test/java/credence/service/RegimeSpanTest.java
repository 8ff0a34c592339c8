package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.market.Situation;
import credence.core.regime.SevenReading;
import credence.core.regime.SevenRegime;
import credence.core.regime.Taxonomy;
import credence.core.value.Regime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class RegimeSpanTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Situation SITUATION =
            new Situation(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Situation.Session.ASIA);

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static MarketStep step(int hour, @Nullable Regime four, SevenRegime seven) {
        return new MarketStep(
                at(hour),
                null,
                four,
                null,
                null,
                new SevenReading(at(hour), seven, 0.5, ""),
                SITUATION);
    }

    /// Hours 1 and 2 are read, hours 3 to 99 have no bars, hour 100 warms up, hour 101 is read.
    @Test
    void aSpanEndsWhereItsReadingEndedNotWhereBarsBeginAgain() {
        List<MarketStep> steps =
                List.of(
                        step(1, Regime.RANGING, SevenRegime.TREND_DOWN),
                        step(2, Regime.RANGING, SevenRegime.TREND_DOWN),
                        step(100, null, SevenRegime.UNKNOWN),
                        step(101, Regime.RANGING, SevenRegime.TREND_UP));
        assertEquals(
                List.of(
                        new RegimeSpan(at(1), at(2), "RANGING", 0),
                        new RegimeSpan(at(101), at(101), "RANGING", 0)),
                RegimeSpan.of(steps, Taxonomy.FOUR));
        assertEquals(
                new RegimeSpan(at(1), at(2), "TREND_DOWN", 0.5),
                RegimeSpan.of(steps, Taxonomy.SEVEN).getFirst());
    }

    @Test
    void whereAnotherRegimeIsReadTheFormerEndsWithThatCandle() {
        List<MarketStep> steps =
                List.of(
                        step(1, Regime.RANGING, SevenRegime.TREND_UP),
                        step(2, Regime.TRENDING, SevenRegime.TREND_DOWN));
        assertEquals(at(2), RegimeSpan.of(steps, Taxonomy.FOUR).getFirst().to());
        assertEquals(at(2), RegimeSpan.of(steps, Taxonomy.SEVEN).getFirst().to());
    }
}
