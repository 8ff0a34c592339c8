package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Outcome;
import credence.core.brain.Replay;
import credence.core.fact.Fact;
import credence.core.fact.Rank;
import credence.core.market.Candle;
import credence.core.market.SituationLibrary;
import credence.core.regime.MarketReading;
import credence.core.value.BotId;
import credence.core.value.Symbol;
import credence.service.port.Progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Follows one symbol's market, and who traded in it, while everything is folded anew.
final class MarketCollector implements BrainObserver {

    private final Symbol symbol;
    private final Progress progress;
    private final List<MarketStep> steps = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final SituationLibrary library = new SituationLibrary(SituationLibrary.EPISODES);

    MarketCollector(Symbol symbol, Progress progress) {
        this.symbol = symbol;
        this.progress = progress;
    }

    MarketHistory fold(Replay replay, Configuration configuration, Instant until) {
        return fold(replay.newState(configuration), replay.known(until), until);
    }

    /// The same without bots, entries and outcomes, which costs what the bars alone cost. What is read is the same to the bit.
    MarketHistory foldBars(Replay replay, Configuration configuration, Instant until) {
        List<Fact> bars =
                replay.known(until).stream()
                        .filter(fact -> fact.order().rank() == Rank.BAR)
                        .toList();
        return fold(replay.newState(configuration), bars, until);
    }

    private MarketHistory fold(BrainState state, List<Fact> known, Instant until) {
        Refolding.fold(state, known, until, this, progress, "Following the market of " + symbol);
        return new MarketHistory(
                symbol,
                state.now(),
                List.copyOf(steps),
                List.copyOf(outcomes),
                state.bots().stream()
                        .map(BotState::bot)
                        .filter(state::repeats)
                        .collect(Collectors.toUnmodifiableSet()),
                state.market(symbol),
                state.modelCard(symbol),
                library,
                state.configuration().assumedBpsPerSide());
    }

    @Override
    public void marketMoved(
            Symbol moved, Instant at, Optional<Candle> decision, Supplier<MarketReading> reading) {
        if (moved.equals(symbol)) {
            MarketReading read = reading.get();
            steps.add(MarketStep.of(at, decision, read));
            if (decision.isPresent()) {
                library.see(at, read.situation());
            }
        }
    }

    @Override
    public void entered(BotId bot, Symbol in, Instant at, Optional<MarketReading> market) {
        if (in.equals(symbol) && market.isPresent()) {
            library.entered(bot, at, market.get().situation());
        }
    }

    @Override
    public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
        if (outcome.symbol().equals(symbol)) {
            outcomes.add(outcome);
            outcome.market()
                    .ifPresent(
                            m ->
                                    library.closed(
                                            outcome.bot(),
                                            outcome.opened(),
                                            m.situation(),
                                            outcome.result(),
                                            outcome.r()));
        }
    }
}
