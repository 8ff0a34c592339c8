package credence.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.fact.Bar;
import credence.core.market.Candle;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.regime.FitCache;
import credence.core.regime.MarketReading;
import credence.core.regime.RecentFits;
import credence.core.value.Symbol;
import credence.testkit.Bars;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Every reading of the four, five and seven, situation and range on 53,929 real quarters of an hour stands on the past alone. (The
/// proof for SPY's days stands with the five.)
class NoLookAheadTest {

    private static final Symbol ETH = new Symbol("ETHUSDT");

    /// Refits are looked up by everything that went into them, so that fifty replays need not repeat them.
    private static final FitCache FITS = new RecentFits(1_000);

    private static List<Bar> bars;
    private static List<Said> whole;

    private record Said(Instant at, Optional<Candle> candle, MarketReading reading) {}

    private static final class Listener implements BrainObserver {
        final List<Said> said = new ArrayList<>();

        @Override
        public void marketMoved(
                Symbol symbol,
                Instant at,
                Optional<Candle> decision,
                Supplier<MarketReading> reading) {
            said.add(new Said(at, decision, reading.get()));
        }
    }

    @BeforeAll
    static void readAll() throws IOException {
        bars = Bars.ethusdt();
        whole = said(bars, bars.getLast().closeTime());
    }

    private static List<Said> said(List<Bar> held, Instant until) {
        Listener listener = new Listener();
        new Replay(held, FITS).foldAsOf(Configuration.DEFAULT, until, Optional.empty(), listener);
        return listener.said;
    }

    private static List<Said> until(Instant cut) {
        return whole.stream().filter(s -> !s.at().isAfter(cut)).toList();
    }

    @Test
    void deletingAllLaterBarsReproducesEveryEarlierReadingToTheLastBit() {
        DrawSequence draws = Draws.of(7, "cut dates").inOrder();
        int read = 0;
        for (int i = 0; i < 50; i++) {
            Instant cut = bars.get(draws.below(bars.size())).time().plusSeconds(draws.below(900));
            List<Bar> known = bars.stream().filter(b -> !b.closeTime().isAfter(cut)).toList();
            List<Said> then = said(known, cut);
            assertEquals(until(cut), then, "cut at " + cut);
            read += then.size();
        }
        assertTrue(read > 100_000, "readings compared: " + read);
    }

    @Test
    void absurdBarsLaterChangeNothingBefore() {
        DrawSequence draws = Draws.of(8, "cut dates").inOrder();
        for (int i = 0; i < 5; i++) {
            Instant cut = bars.get(draws.below(bars.size())).closeTime();
            List<Bar> held =
                    new ArrayList<>(
                            bars.stream().filter(b -> !b.closeTime().isAfter(cut)).toList());
            for (int k = 0; k < 3_000; k++) {
                double close = k % 2 == 0 ? 1e-9 : 1e9;
                held.add(
                        Bars.bar(
                                "ETHUSDT",
                                Duration.ofMinutes(15),
                                cut.plusSeconds(900L * k),
                                close,
                                1e12,
                                1e-12,
                                close,
                                k % 3 == 0 ? 0 : 1e15));
            }
            List<Said> all = said(held, held.getLast().closeTime());
            List<Said> before = all.stream().filter(s -> !s.at().isAfter(cut)).toList();
            assertEquals(until(cut), before, "cut at " + cut);
            assertTrue(all.size() > before.size());
        }
    }

    /// The same bits whether fits are looked up or made anew, and whether the fold was kept on the way.
    @Test
    void fitsKeptAndStatesKeptChangeNoBit() {
        Instant end = bars.getLast().closeTime();
        Instant middle = bars.get(bars.size() / 2).closeTime();
        Replay replay = new Replay(bars);
        BrainState anew =
                replay.foldAsOf(Configuration.DEFAULT, end, Optional.empty(), BrainObserver.NONE)
                        .state();
        Replay.Folded half =
                replay.foldAsOf(
                        Configuration.DEFAULT, middle, Optional.empty(), BrainObserver.NONE);
        BrainState kept = BrainState.decode(half.state().encode(), Configuration.DEFAULT, FITS);
        BrainState goneOn =
                new Replay(bars, FITS)
                        .foldAsOf(
                                Configuration.DEFAULT,
                                end,
                                Optional.of(new Replay.Start(kept, half.facts())),
                                BrainObserver.NONE)
                        .state();
        assertEquals(anew.hash(), goneOn.hash());
        assertEquals(anew.market(ETH), goneOn.market(ETH));
        assertEquals(anew.modelCard(ETH), goneOn.modelCard(ETH));
    }
}
