package credence.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Outcome;
import credence.core.brain.Replay;
import credence.core.fact.Bar;
import credence.core.fact.Fact;
import credence.core.market.Candle;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.regime.MarketParameters;
import credence.core.regime.MarketReading;
import credence.core.regime.SevenRegime;
import credence.core.regime.Thresholds;
import credence.core.trust.TrustBoard;
import credence.core.value.Symbol;
import credence.testkit.Bars;
import credence.testkit.GeneratedJournal;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Markets in the fold: quarters of an hour with single ones missing, and three days on end, after a spell of daily bars, a benchmark of hours, and trades among them.
class MarketFoldTest {

    private static final Configuration PLAIN =
            Configuration.DEFAULT.withMarket(
                    new MarketParameters(
                            Thresholds.RELATIVE, 2, Optional.of(new Symbol("BTCUSDT"))));
    private static final int DAYS = 30;

    private static List<Fact> trades;
    private static List<Bar> bars;
    private static List<Fact> all;

    @BeforeAll
    static void make() {
        trades =
                GeneratedJournal.of(61, 400, DAYS).facts().stream()
                        .filter(f -> !(f instanceof Bar))
                        .toList();
        bars = bars();
        all = new ArrayList<>(trades);
        all.addAll(bars);
    }

    private static List<Bar> bars() {
        Instant start = GeneratedJournal.START;
        List<Bar> bars = new ArrayList<>();
        bars.addAll(
                Bars.wandering(
                        62,
                        "ETHUSDT",
                        Duration.ofDays(1),
                        start.minus(Duration.ofDays(200)),
                        205,
                        0.01));
        bars.addAll(Bars.wandering(63, "ETHUSDT", Duration.ofMinutes(15), start, DAYS * 96, 0.02));
        bars.addAll(
                Bars.wandering(
                        64,
                        "BTCUSDT",
                        Duration.ofHours(1),
                        start.minus(Duration.ofDays(20)),
                        (DAYS + 20) * 24,
                        0.02));
        bars.removeIf(b -> b.symbol().name().equals("ETHUSDT") && isInHole(b.time()));
        return bars;
    }

    /// Three days on end, which both series of the symbol lack.
    private static boolean isInHole(Instant moment) {
        Duration since = Duration.between(GeneratedJournal.START, moment);
        return since.toDays() >= 12 && since.toDays() < 15;
    }

    /// @param text symbol, candle and reading
    private record Read(Instant at, String text) implements Comparable<Read> {
        @Override
        public int compareTo(Read o) {
            int c = at.compareTo(o.at);
            return c == 0 ? text.compareTo(o.text) : c;
        }
    }

    /// Everything that the fold says, in order.
    private static final class Said implements BrainObserver {
        final List<Read> readings = new ArrayList<>();
        final List<Outcome> outcomes = new ArrayList<>();

        @Override
        public void marketMoved(
                Symbol symbol,
                Instant at,
                Optional<Candle> decision,
                Supplier<MarketReading> reading) {
            readings.add(new Read(at, symbol + " " + decision + " " + reading.get()));
        }

        @Override
        public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
            outcomes.add(outcome);
        }
    }

    private static Instant end() {
        return new Replay(all).until().orElseThrow();
    }

    private static BrainState fold(List<? extends Fact> facts, Instant until, Said said) {
        return new Replay(facts).foldAsOf(PLAIN, until, Optional.empty(), said).state();
    }

    @Test
    void aStateKeptAtAnyInstantAndRestoredGoesOnAsIfNothingHadHappened() {
        Replay replay = new Replay(all);
        Instant end = end();
        BrainState whole = fold(all, end, new Said());
        DrawSequence draws = Draws.of(61, "cuts").inOrder();
        for (int i = 0; i < 15; i++) {
            Instant cut = replay.inOrder().get(draws.below(replay.size())).order().knownAt();
            Replay.Folded first = replay.foldAsOf(PLAIN, cut, Optional.empty(), BrainObserver.NONE);
            BrainState kept = BrainState.decode(first.state().encode(), PLAIN);
            assertArrayEquals(first.state().encode(), kept.encode(), "cut at " + cut);
            BrainState state =
                    replay.foldAsOf(
                                    PLAIN,
                                    end,
                                    Optional.of(new Replay.Start(kept, first.facts())),
                                    BrainObserver.NONE)
                            .state();
            assertArrayEquals(whole.encode(), state.encode(), "cut at " + cut);
            assertEquals(TrustBoard.of(whole), TrustBoard.of(state));
        }
    }

    @Test
    void whetherBarsOrTradesAreHandedOverFirstDoesNotMatter() {
        Said first = new Said();
        String expected = fold(all, end(), first).hash();
        List<Fact> barsFirst = new ArrayList<>(bars);
        barsFirst.addAll(trades);
        Said other = new Said();
        assertEquals(expected, fold(barsFirst, end(), other).hash());
        assertEquals(first.readings, other.readings);
        assertEquals(first.outcomes, other.outcomes);
        DrawSequence draws = Draws.of(61, "shuffles").inOrder();
        for (int round = 0; round < 2; round++) {
            List<Fact> shuffled = new ArrayList<>(all);
            for (int i = shuffled.size() - 1; i > 0; i--) {
                Collections.swap(shuffled, i, draws.below(i + 1));
            }
            assertEquals(expected, fold(shuffled, end(), new Said()).hash());
        }
    }

    /// What is read while nobody trades is what is read while many do: asking closes nothing before its time.
    @Test
    void readingAMarketDoesNotMoveIt() {
        Said quiet = new Said();
        fold(bars, end(), quiet);
        Said busy = new Said();
        fold(all, end(), busy);
        assertEquals(sorted(quiet.readings), sorted(busy.readings));
    }

    /// Markets do not wait for each other: what two of them say is in order of time for each only.
    private static List<Read> sorted(List<Read> readings) {
        return readings.stream().sorted().toList();
    }

    private static List<Read> until(Instant cut, List<Read> readings) {
        return readings.stream().filter(r -> !r.at().isAfter(cut)).sorted().toList();
    }

    @Test
    void entriesFreezeWhatWasKnownOfTheirMarket() {
        Said said = new Said();
        fold(all, end(), said);
        Symbol eth = new Symbol("ETHUSDT");
        int withFour = 0;
        int withCorrelation = 0;
        for (Outcome outcome : said.outcomes) {
            MarketReading market = outcome.market().orElseThrow();
            if (outcome.symbol().equals(eth) && market.four().isPresent()) {
                withFour++;
                Instant at = market.four().get().at();
                assertTrue(!at.isAfter(outcome.opened()), "read before entry");
                // Of every four quarters at least one is there.
                assertTrue(
                        Duration.between(at, outcome.opened()).compareTo(Duration.ofHours(3)) < 0);
            }
            withCorrelation += market.situation().correlation().isPresent() ? 1 : 0;
        }
        assertTrue(withFour > 50, "with a regime of four: " + withFour);
        assertTrue(withCorrelation > 50, "with a correlation: " + withCorrelation);
    }

    @Test
    void anEntryInAHoleOfTheBarsIsUnknownAndSaysSinceWhen() {
        Said said = new Said();
        fold(all, end(), said);
        Instant hole = GeneratedJournal.START.plus(Duration.ofDays(12));
        Instant lastBar =
                bars.stream()
                        .filter(b -> b.symbol().equals(new Symbol("ETHUSDT")))
                        .map(Bar::closeTime)
                        .filter(at -> !at.isAfter(hole))
                        .max(Instant::compareTo)
                        .orElseThrow();
        int inside = 0;
        for (Outcome outcome : said.outcomes) {
            // The market never closes: quarters of an hour hold for an hour.
            if (outcome.symbol().equals(new Symbol("ETHUSDT"))
                    && isInHole(outcome.opened())
                    && outcome.opened().isAfter(lastBar.plus(Duration.ofHours(1)))) {
                MarketReading market = outcome.market().orElseThrow();
                assertEquals(Optional.empty(), market.four());
                assertEquals(Optional.empty(), market.five());
                assertTrue(market.atr().isEmpty());
                assertEquals(Optional.of(lastBar), market.silentSince());
                assertEquals(SevenRegime.UNKNOWN, market.seven().orElseThrow().regime());
                inside++;
            }
        }
        assertTrue(inside > 3, "entries in the hole: " + inside);
    }

    /// No look-ahead: deleting everything later reproduces every reading and every outcome, and absurd bars later change none.
    @Test
    void laterBarsChangeNothingBefore() {
        Said whole = new Said();
        fold(all, end(), whole);
        DrawSequence draws = Draws.of(61, "moments").inOrder();
        for (int i = 0; i < 6; i++) {
            Instant cut =
                    GeneratedJournal.START.plus(Duration.ofMinutes(5L * draws.below(DAYS * 288)));
            List<Fact> known =
                    new ArrayList<>(
                            all.stream().filter(f -> !f.order().knownAt().isAfter(cut)).toList());
            Said then = new Said();
            String hash = fold(known, cut, then).hash();
            Said asOf = new Said();
            assertEquals(hash, fold(all, cut, asOf).hash());
            assertEquals(then.readings, asOf.readings);
            assertEquals(sorted(then.readings), until(cut, whole.readings));
            assertEquals(then.outcomes, whole.outcomes.subList(0, then.outcomes.size()));
            for (Symbol symbol : List.of(new Symbol("ETHUSDT"), new Symbol("BTCUSDT"))) {
                known.add(absurd(symbol, cut));
            }
            Said after = new Said();
            assertEquals(hash, fold(known, cut, after).hash());
            assertEquals(then.readings, after.readings);
        }
    }

    private static Bar absurd(Symbol symbol, Instant cut) {
        return Bars.bar(
                symbol.name(),
                Duration.ofMinutes(1),
                cut.plusSeconds(1),
                1e9,
                1e12,
                1e-9,
                1e-8,
                1e15);
    }
}
