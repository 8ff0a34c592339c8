package credence.service;

import credence.core.brain.BrainState;
import credence.core.regime.MarketReading;
import credence.core.value.Symbol;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is read of every market at the present moment, taken while the state is at hand.
///
/// @param readings of all symbols whose bars are held, in their order
/// @param foremost the symbol a trader looks at first; empty without bars
record MarketsNow(SortedMap<Symbol, MarketReading> readings, Optional<Symbol> foremost) {

    private static final MarketsNow NONE =
            new MarketsNow(Collections.emptySortedMap(), Optional.empty());

    /// @param state settled
    static MarketsNow of(BrainState state) {
        if (state.symbolsWithBars().isEmpty()) {
            return NONE;
        }
        SortedMap<Symbol, MarketReading> readings = new TreeMap<>();
        for (Symbol symbol : state.symbolsWithBars()) {
            state.market(symbol).ifPresent(reading -> readings.put(symbol, reading));
        }
        return new MarketsNow(Collections.unmodifiableSortedMap(readings), foremost(state));
    }

    List<Symbol> symbols() {
        return List.copyOf(readings.keySet());
    }

    /// The benchmark where its bars are held, else the symbol in which most was called lately, of equals the first.
    private static Optional<Symbol> foremost(BrainState state) {
        Optional<Symbol> benchmark = state.configuration().market().benchmark();
        if (benchmark.filter(state.symbolsWithBars()::contains).isPresent()) {
            return benchmark;
        }
        Symbol most = null;
        int calls = -1;
        for (Symbol symbol : state.symbolsWithBars()) {
            int own =
                    state.bots().stream()
                            .mapToInt(b -> b.recentCalls().getOrDefault(symbol, 0))
                            .sum();
            if (own > calls) {
                most = symbol;
                calls = own;
            }
        }
        return Optional.ofNullable(most);
    }
}
