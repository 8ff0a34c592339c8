package credence.core.brain;

import credence.core.fact.Bar;
import credence.core.market.Candle;
import credence.core.regime.MarketReading;
import credence.core.regime.SymbolMarket;
import credence.core.value.Symbol;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Moves the markets of a state by its bars, reads them where somebody enters, and tells what closes in them.
///
/// A candle made of bars closes with its last bar, or when its end has passed: before the next bar of its symbol is taken, before
/// its market is read, and where the fold settles. What closes at an instant is told once the instant is over, since the
/// benchmark's bar of that instant may come after the symbol's.
final class Markets {

    private static final Duration UNKNOWN = Duration.ofMinutes(15);

    private final BrainState state;
    private final BrainObserver observer;
    private final Optional<Symbol> benchmark;
    private final Map<Symbol, Closed> toTell = new TreeMap<>();

    /// @param candle of the decision interval, if one closed
    private record Closed(Instant at, Optional<Candle> candle) {}

    Markets(BrainState state, BrainObserver observer) {
        this.state = state;
        this.observer = observer;
        this.benchmark = state.configuration().market().benchmark();
    }

    void take(Bar bar) {
        if (bar.interval().isZero() || bar.interval().isNegative()) {
            return;
        }
        Symbol symbol = bar.symbol();
        SymbolMarket market = state.marketOrNew(symbol);
        // Bars come in the order of their closes: whatever ended before this one closes is whole.
        close(symbol, market, bar.closeTime().minusNanos(1));
        market.take(
                new Candle(
                        bar.time(),
                        bar.interval(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume()),
                (at, candle) -> {
                    candle.ifPresent(c -> hand(symbol, c));
                    toTell.put(symbol, new Closed(at, candle));
                });
    }

    /// Closes the candles of a market that end at or before a moment.
    private void close(Symbol symbol, SymbolMarket market, Instant at) {
        market.settle(
                at,
                (end, candle) -> {
                    candle.ifPresent(c -> hand(symbol, c));
                    tell(symbol, market, new Closed(end, candle));
                });
    }

    private void hand(Symbol symbol, Candle candle) {
        if (benchmark.isPresent() && benchmark.get().equals(symbol)) {
            state.markets().values().forEach(m -> m.benchmarkClosed(candle));
        }
    }

    private void tell(Symbol symbol, SymbolMarket market, Closed closed) {
        closeBenchmark(symbol, closed.at());
        observer.marketMoved(symbol, closed.at(), closed.candle(), () -> market.read(closed.at()));
    }

    private void closeBenchmark(Symbol asking, Instant at) {
        if (benchmark.isPresent() && !benchmark.get().equals(asking)) {
            SymbolMarket market = state.markets().get(benchmark.get());
            if (market != null) {
                close(benchmark.get(), market, at);
            }
        }
    }

    /// An instant is over: tells what closed in it.
    void passed() {
        if (!toTell.isEmpty()) {
            toTell.forEach((symbol, closed) -> tell(symbol, state.marketOrNew(symbol), closed));
            toTell.clear();
        }
    }

    /// Closes in every market what ends at or before a moment.
    void settle(Instant at) {
        state.markets().forEach((symbol, market) -> close(symbol, market, at));
    }

    /// What is known of a symbol's market at the present moment; empty without bars.
    Optional<MarketReading> at(Symbol symbol, Instant now) {
        SymbolMarket market = state.markets().get(symbol);
        if (market == null) {
            return Optional.empty();
        }
        close(symbol, market, now);
        closeBenchmark(symbol, now);
        return Optional.of(market.read(now));
    }

    /// Length of the candles of a symbol that R is measured by.
    Duration riskCandle(Symbol symbol) {
        SymbolMarket market = state.markets().get(symbol);
        return market == null ? UNKNOWN : market.riskCandle();
    }
}
