package credence.core.trust;

import credence.core.brain.BotState;
import credence.core.brain.BrainState;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The regime of a bot now: the mean over its last 50 calls of what is read of their symbols (`rules.md` 23). A call whose symbol has
/// no reading counts nowhere.
record RegimeNow(
        Optional<RegimeProbabilities> probabilities,
        List<Symbol> symbols,
        List<Symbol> withoutReading) {

    static RegimeNow of(BrainState state, BotState bot) {
        List<Symbol> symbols = new ArrayList<>();
        List<Symbol> without = new ArrayList<>();
        double trending = 0;
        double volatileMarket = 0;
        double ranging = 0;
        double neutral = 0;
        int known = 0;
        for (var call : bot.recentCalls().entrySet()) {
            symbols.add(call.getKey());
            Optional<FourReading> four = state.market(call.getKey()).flatMap(MarketReading::four);
            if (four.isEmpty()) {
                without.add(call.getKey());
                continue;
            }
            RegimeProbabilities p = four.get().probabilities();
            int calls = call.getValue();
            trending += calls * p.trending();
            volatileMarket += calls * p.volatileMarket();
            ranging += calls * p.ranging();
            neutral += calls * p.neutral();
            known += calls;
        }
        return new RegimeNow(
                known == 0
                        ? Optional.empty()
                        : Optional.of(
                                new RegimeProbabilities(
                                        trending / known,
                                        volatileMarket / known,
                                        ranging / known,
                                        neutral / known)),
                List.copyOf(symbols),
                List.copyOf(without));
    }
}
