package credence.core.trust;

import credence.core.brain.BotState;
import credence.core.brain.BrainState;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.regime.NameInForce;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.Symbol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The regime of a bot now: the mean over its last 50 calls of what is read of their symbols (`rules.md` 23). A call whose symbol has
/// no reading counts nowhere.
record RegimeNow(
        Optional<RegimeProbabilities> probabilities,
        Optional<NameInForce> name,
        List<Symbol> symbols,
        List<Symbol> withoutReading) {

    /// A symbol that was called so many times.
    private record Called(FourReading market, int times) {}

    static RegimeNow of(BrainState state, BotState bot) {
        List<Symbol> symbols = new ArrayList<>();
        List<Symbol> without = new ArrayList<>();
        List<Called> known = new ArrayList<>();
        for (var call : bot.recentCalls().entrySet()) {
            symbols.add(call.getKey());
            state.market(call.getKey())
                    .flatMap(MarketReading::four)
                    .ifPresentOrElse(
                            four -> known.add(new Called(four, call.getValue())),
                            () -> without.add(call.getKey()));
        }
        Optional<RegimeProbabilities> mean = mean(known);
        return new RegimeNow(
                mean, mean.map(p -> name(known, p)), List.copyOf(symbols), List.copyOf(without));
    }

    private static Optional<RegimeProbabilities> mean(List<Called> known) {
        int times = known.stream().mapToInt(Called::times).sum();
        if (times == 0) {
            return Optional.empty();
        }
        double trending = 0;
        double volatileMarket = 0;
        double ranging = 0;
        double neutral = 0;
        for (Called call : known) {
            RegimeProbabilities p = call.market().probabilities();
            trending += call.times() * p.trending();
            volatileMarket += call.times() * p.volatileMarket();
            ranging += call.times() * p.ranging();
            neutral += call.times() * p.neutral();
        }
        return Optional.of(
                new RegimeProbabilities(
                        trending / times,
                        volatileMarket / times,
                        ranging / times,
                        neutral / times));
    }

    /// Of one market its own; of several the name in force in most of the calls, of equals the more probable, then the first.
    private static NameInForce name(List<Called> known, RegimeProbabilities mean) {
        if (known.size() == 1) {
            return NameInForce.of(known.getFirst().market());
        }
        Map<Regime, Integer> times = new EnumMap<>(Regime.class);
        known.forEach(call -> times.merge(call.market().regime(), call.times(), Integer::sum));
        Regime name =
                Collections.max(
                        times.keySet(),
                        Comparator.<Regime>comparingInt(r -> times.getOrDefault(r, 0))
                                .thenComparingDouble(mean::of)
                                .thenComparing(Comparator.reverseOrder()));
        Regime likeliest = mean.mostProbable();
        return new NameInForce(
                name.name(),
                mean.of(name),
                likeliest == name
                        ? Optional.empty()
                        : Optional.of(
                                new NameInForce.Rival(likeliest.name(), mean.of(likeliest), 0, 0)));
    }
}
