package credence.core.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.fact.Bar;
import credence.core.value.BotId;
import credence.core.value.Symbol;
import credence.testkit.Bars;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// R without a stop: size × multiplier × ATR(14) × √h, worked by hand. The bars have an ATR of 2 from the fifteenth on.
class RiskLadderTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static Trades bars(int count) {
        Trades trades = new Trades();
        Bars.even("ETHUSDT", QUARTER, Trades.at("2025-01-01T00:00:00"), count).forEach(trades::and);
        return trades;
    }

    private static List<Outcome> outcomes(Trades trades) {
        List<Outcome> outcomes = new ArrayList<>();
        new Replay(trades.facts())
                .fold(
                        Configuration.DEFAULT,
                        new BrainObserver() {
                            @Override
                            public void learned(
                                    Outcome outcome,
                                    LearningEvent event,
                                    BotState after,
                                    Prior prior) {
                                outcomes.add(outcome);
                            }
                        });
        return outcomes;
    }

    private static void hold(Trades trades, int count, int minutes) {
        for (int i = 0; i < count; i++) {
            Instant in = Trades.at("2025-01-02T00:00:00").plusSeconds(7_200L * i);
            trades.entry("a", in.toString().replace("Z", ""), "100")
                    .closed(in.plusSeconds(60L * minutes).toString().replace("Z", ""), "101");
        }
    }

    /// h = 4 until ten outcomes are known: 3 units · 2 · √4 = 12. Net 6 less 5 bp of 3 · (100 + 102) = 0.303.
    @Test
    void untilTenOutcomesAreKnownATradeIsTakenToLastFourCandles() {
        Trades trades = bars(100);
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .of("3")
                .closed("2025-01-01T11:00:00", "102");
        Outcome outcome = outcomes(trades).getFirst();
        assertEquals(RiskRung.ATR, outcome.rung());
        assertEquals((6 - 0.303) / 12, outcome.r().orElseThrow(), 1e-12);
    }

    /// Ten outcomes of 135 minutes are nine candles: 2 · √9 = 6 a unit; net 6 less 5 bp of 206.
    @Test
    void fromTenOutcomesOnTheMedianHoldingTimeDecides() {
        Trades trades = bars(400);
        hold(trades, 10, 135);
        trades.entry("a", "2025-01-03T12:00:00", "100").closed("2025-01-03T13:00:00", "106");
        List<Outcome> outcomes = outcomes(trades);
        // The tenth still sees nine outcomes and takes four candles: net 1 less 0.1005, over 4.
        assertEquals((1 - 0.1005) / 4, outcomes.get(9).r().orElseThrow(), 1e-12);
        assertEquals((6 - 0.103) / 6, outcomes.get(10).r().orElseThrow(), 1e-12);
    }

    /// Trades of one minute last one candle at least: 2 · √1.
    @Test
    void aTradeLastsAtLeastOneCandle() {
        Trades trades = bars(400);
        hold(trades, 12, 1);
        trades.entry("a", "2025-01-03T12:00:00", "100").closed("2025-01-03T13:00:00", "106");
        assertEquals((6 - 0.103) / 2, outcomes(trades).getLast().r().orElseThrow(), 1e-12);
    }

    /// With bars of an hour ATR and holding time are in hours: ten outcomes of four hours, 2 · √4.
    @Test
    void withLongerBarsTheirIntervalMeasuresBoth() {
        Trades trades = new Trades();
        Bars.even("ETHUSDT", Duration.ofHours(1), Trades.at("2025-01-01T00:00:00"), 100)
                .forEach(trades::and);
        hold(trades, 10, 240);
        trades.entry("a", "2025-01-03T12:00:00", "100").closed("2025-01-03T13:00:00", "106");
        assertEquals((6 - 0.103) / 4, outcomes(trades).getLast().r().orElseThrow(), 1e-12);
    }

    @Test
    void theRangeIsKnownOnceFifteenBarsHaveClosedAndNotASecondEarlier() {
        Trades trades = bars(100);
        trades.entry("a", "2025-01-01T03:44:59", "100").closed("2025-01-01T05:00:00", "101");
        trades.entry("a", "2025-01-01T03:45:00", "100").closed("2025-01-01T05:00:01", "101");
        List<Outcome> outcomes = outcomes(trades);
        assertEquals(RiskRung.NONE, outcomes.get(0).rung());
        assertEquals(RiskRung.ATR, outcomes.get(1).rung());
    }

    @Test
    void aStopComesBeforeTheRangeAndTheRangeBeforeEarlierReturns() {
        Trades trades = bars(400);
        hold(trades, 12, 60);
        trades.entry("a", "2025-01-03T12:00:00", "100")
                .stop("95")
                .closed("2025-01-03T13:00:00", "106");
        trades.entry("a", "2025-01-03T14:00:00", "100").closed("2025-01-03T15:00:00", "106");
        List<Outcome> outcomes = outcomes(trades);
        assertEquals(RiskRung.STOP, outcomes.get(12).rung());
        assertEquals((6 - 0.103) / 5, outcomes.get(12).r().orElseThrow(), 1e-12);
        assertEquals(RiskRung.ATR, outcomes.get(13).rung());
        BrainState state = trades.stateAt("2025-01-04T00:00:00");
        assertEquals(
                Map.of(RiskRung.STOP, 1, RiskRung.ATR, 13),
                Objects.requireNonNull(state.bot(new BotId("a"))).byRung());
    }

    /// Bars of a market that never closes, ended an hour before an entry, say nothing of its market any more: R is relative then.
    @Test
    void barsThatEndedMoreThanAnHourAgoMeasureNothing() {
        Trades trades = bars(400);
        hold(trades, 12, 60);
        // The last bar closes on Sunday, 5 January, at 04:00.
        trades.entry("a", "2025-01-05T05:00:00", "100").closed("2025-01-05T06:00:00", "106");
        trades.entry("a", "2025-01-05T05:00:01", "100").closed("2025-01-05T06:00:01", "106");
        List<Outcome> outcomes = outcomes(trades);
        assertEquals(RiskRung.ATR, outcomes.get(12).rung());
        assertEquals(RiskRung.RELATIVE, outcomes.get(13).rung());
    }

    @Test
    void aMarketThatStandsStillLeavesNoRiskAndIsCounted() {
        Trades trades = new Trades();
        for (int i = 0; i < 100; i++) {
            Instant opens = Trades.at("2025-01-01T00:00:00").plus(QUARTER.multipliedBy(i));
            Bar flat = Bars.bar("ETHUSDT", QUARTER, opens, 100, 100, 100, 100, 0);
            trades.and(flat);
        }
        trades.entry("a", "2025-01-01T10:00:00", "100").closed("2025-01-01T11:00:00", "102");
        Outcome outcome = outcomes(trades).getFirst();
        assertEquals(RiskRung.NONE, outcome.rung());
        BrainState state = trades.stateAt("2025-01-02T00:00:00");
        assertEquals(1, Objects.requireNonNull(state.bot(new BotId("a"))).risklessOutcomes());
    }

    /// Two lots of 1 and 2 units share the entry: 3 · 2 · 2 = 12. MAE 3 + 3 of 12 leaves half.
    @Test
    void allLotsOfAnEntryAreAtRiskTogether() {
        Trades trades = bars(100);
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .costs("0.1")
                .excursions("3", "1")
                .closed("2025-01-01T11:00:00", "101");
        trades.entry("a", "2025-01-01T10:00:00", "100")
                .of("2")
                .costs("0.9")
                .excursions("3", "1")
                .closed("2025-01-01T12:00:00", "98");
        Outcome outcome = outcomes(trades).getFirst();
        assertEquals((1 - 4 - 1) / 12.0, outcome.r().orElseThrow(), 1e-12);
        assertEquals(0.5, outcome.entryQuality().orElseThrow(), 1e-12);
    }

    /// Nothing that comes after an entry moves its risk: a market gone wild before the exit, or the bot's own longer trades.
    @Test
    void theRiskIsFrozenAtEntry() {
        Trades trades = bars(60);
        trades.entry("a", "2025-01-01T10:00:00", "100").closed("2025-01-02T11:00:00", "102");
        double calm = outcomes(trades).getFirst().r().orElseThrow();
        for (int i = 0; i < 40; i++) {
            Instant opens = Trades.at("2025-01-01T15:00:00").plus(QUARTER.multipliedBy(i));
            trades.and(Bars.bar("ETHUSDT", QUARTER, opens, 100, 900, 1, 100, 5));
        }
        Outcome after = outcomes(trades).getFirst();
        assertEquals(calm, after.r().orElseThrow());
        assertEquals(2, after.market().orElseThrow().atr().orElseThrow(), 1e-12);
        assertEquals(new Symbol("ETHUSDT"), after.symbol());
    }
}
