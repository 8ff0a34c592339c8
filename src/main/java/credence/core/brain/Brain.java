package credence.core.brain;

import credence.core.belief.LearningEvent;
import credence.core.belief.Observation;
import credence.core.belief.PopulationPrior;
import credence.core.belief.PopulationPrior.ClassCounts;
import credence.core.belief.Prior;
import credence.core.belief.Update;
import credence.core.fact.Bar;
import credence.core.fact.BeliefReset;
import credence.core.fact.Fact;
import credence.core.fact.FactOrder;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rank;
import credence.core.fact.StatedPnl;
import credence.core.fact.TimeMark;
import credence.core.fact.TradeClosed;
import credence.core.fact.TradeMarked;
import credence.core.fact.TradeOpened;
import credence.core.ledger.LedgerEvent;
import credence.core.ledger.OpenLot;
import credence.core.ledger.StatedResult;
import credence.core.ledger.Trade;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.value.BotId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Advances the state by one fact after another. Deterministic: equal facts in equal order give equal bits, on every machine.
///
/// Facts come in the order of [credence.core.fact.FactOrder]. Outcomes of one instant are learned after all facts of that instant, so that
/// every entry sees the state before any outcome of its own instant (`rules.md` 1, 2); then daily boundaries (00:00 UTC) are crossed,
/// after all facts known at them. A close that finds too little open waits for the openings of its own instant: an opening comes before
/// its closing, in whatever order a file lists them. A fold that stops at a moment must [#settle] there before it is read.
public final class Brain {

    private final BrainState state;
    private final BrainObserver observer;
    private final Markets markets;
    private final List<Outcome> waiting = new ArrayList<>();

    /// Closes of this instant that find too little open: their opening may still come within it.
    private final List<Fill> early = new ArrayList<>();

    public Brain(BrainState state, BrainObserver observer) {
        this.state = state;
        this.observer = observer;
        this.markets = new Markets(state, observer);
    }

    public BrainState state() {
        return state;
    }

    /// Takes in the next fact.
    ///
    /// @throws IllegalArgumentException when it is known before the last one
    public void apply(Fact fact) {
        FactOrder order = fact.order();
        Instant time = order.knownAt();
        Instant now = state.now();
        if (now == null) {
            state.lastDay(dayBefore(time));
        } else if (time.isBefore(now)) {
            throw new IllegalArgumentException("fact of " + time + " after facts of " + now);
        } else if (time.isAfter(now)) {
            closeEarly();
            markets.passed();
            learnWaiting();
            crossBoundaries(dayBefore(time));
        }
        state.now(time);
        if (order.rank() != Rank.BAR) {
            // All prices of this instant have come.
            markets.passed();
        }
        switch (fact) {
            case TradeOpened opened -> open(opened);
            case TradeClosed closed -> close(closed);
            case TradeMarked marked -> mark(marked);
            case Fill fill -> fill(fill);
            case Bar bar -> {
                state.prices()
                        .put(bar.symbol(), new BrainState.LastPrice(bar.close(), bar.closeTime()));
                markets.take(bar);
            }
            case BeliefReset reset -> reset(reset);
            case Prediction prediction -> {
                state.botOrNew(prediction.bot()).called(prediction.symbol());
                state.countPrediction();
            }
            case TimeMark mark -> {
                // Only moves the clock: the boundaries up to it are crossed when the next fact
                // comes or the fold settles.
            }
        }
    }

    /// Brings the state to a moment: everything known is learned and every boundary ≤ `at` is crossed.
    ///
    /// @param at not before the last fact
    public void settle(Instant at) {
        if (state.now() == null) {
            return;
        }
        closeEarly();
        markets.passed();
        markets.settle(at);
        learnWaiting();
        crossBoundaries(Math.floorDiv(at.getEpochSecond(), 86_400L));
        state.now(at);
    }

    private void open(TradeOpened t) {
        OpenEntry entry =
                entry(
                        new EntryKey(
                                t.bot(),
                                t.symbol(),
                                t.direction(),
                                t.time(),
                                t.price().value(),
                                t.currency(),
                                t.multiplier().isEmpty()),
                        t.source(),
                        t.call().version());
        entry.open(
                t.trade().value(),
                false,
                t.quantity().value(),
                t.price(),
                t.multiplier().orElse(BigDecimal.ONE),
                t.stop());
        state.entryOfPart().put(t.trade().value(), entry);
        observer.tradeOpened(t);
    }

    private OpenEntry entry(
            EntryKey key, credence.core.value.SourceClass source, Optional<String> version) {
        return state.entries().computeIfAbsent(key, k -> newEntry(k, source, version));
    }

    private OpenEntry newEntry(
            EntryKey key, credence.core.value.SourceClass source, Optional<String> version) {
        BotState bot = state.botOrNew(key.bot());
        bot.called(key.symbol());
        Optional<MarketReading> market = markets.at(key.symbol(), key.time());
        observer.entered(key.bot(), key.symbol(), key.time(), market);
        return new OpenEntry(
                key,
                source,
                EntryRisk.of(bot, market, markets.riskCandle(key.symbol())),
                market,
                version);
    }

    private void close(TradeClosed c) {
        Trade trade = Trade.imported(c.opened(), c.exit(), c.costs());
        completed(trade, true);
        StatedResult.of(c.opened(), c.exit(), c.statedPnl(), trade)
                .ifPresent(stated -> compared(stated, List.of(trade)));
    }

    private void mark(TradeMarked m) {
        OpenEntry entry = state.entryOfPart().get(m.trade().value());
        if (entry != null) {
            entry.mark(m.trade().value(), m.mark());
            observer.tradeMarked(m);
        }
    }

    private void fill(Fill fill) {
        BotState bot = state.botOrNew(fill.bot());
        bot.books().filled(fill);
        if (state.ledger().covers(fill)) {
            enter(fill);
        } else {
            early.add(fill);
        }
    }

    /// Closes what waited for an opening of this instant, which is over: what still finds nothing open has none.
    private void closeEarly() {
        List<Fill> closes = List.copyOf(early);
        early.clear();
        closes.forEach(this::enter);
    }

    /// Closes what waited, as far as there is enough open for it now.
    private void closeCovered() {
        for (Iterator<Fill> closes = early.iterator(); closes.hasNext(); ) {
            Fill close = closes.next();
            if (state.ledger().covers(close)) {
                closes.remove();
                enter(close);
            }
        }
    }

    private void enter(Fill fill) {
        boolean opened = false;
        List<Trade> trades = new ArrayList<>(1);
        List<LedgerEvent.TradeCompleted> closed = new ArrayList<>(1);
        Optional<StatedPnl> stated = StatedPnl.of(fill.extras());
        boolean whole = true;
        for (LedgerEvent event : state.ledger().apply(fill)) {
            switch (event) {
                case LedgerEvent.EntryOpened e -> {
                    openLot(e.lot());
                    opened = true;
                }
                case LedgerEvent.TradeCompleted e -> {
                    completed(e.trade(), e.lotFinished());
                    trades.add(e.trade());
                    closed.add(e);
                }
                case LedgerEvent.UnmatchedClose e -> {
                    whole = false;
                    Optional<BigDecimal> rest =
                            stated.map(s -> StatedResult.unexplained(fill, s, trades));
                    state.countUnmatched(fill.currency(), rest);
                    observer.unmatched(e.fill(), e.quantity(), e.costs(), rest);
                }
            }
        }
        if (whole && !trades.isEmpty()) {
            stated.flatMap(s -> StatedResult.of(fill, s, closed))
                    .ifPresent(result -> compared(result, trades));
        } else if (stated.isPresent() && !trades.isEmpty()) {
            StatedResult.explained(fill, stated.get().basis(), trades)
                    .ifPresent(part -> observer.stated(part, trades));
        }
        if (opened) {
            closeCovered();
        }
    }

    private void compared(StatedResult stated, List<Trade> trades) {
        if (!stated.agrees()) {
            state.botOrNew(trades.getFirst().bot()).books().differs();
        }
        observer.stated(stated, trades);
    }

    private void openLot(OpenLot lot) {
        OpenEntry known = state.entryOfPart().get(lot.id());
        OpenEntry entry =
                known != null
                        ? known
                        : entry(
                                new EntryKey(
                                        lot.bot(),
                                        lot.symbol(),
                                        lot.direction(),
                                        lot.entryTime(),
                                        lot.entryPrice().value(),
                                        lot.currency(),
                                        lot.multiplier().isEmpty()),
                                lot.source(),
                                Optional.empty());
        entry.open(
                lot.id(),
                true,
                lot.remaining().value(),
                lot.entryPrice(),
                lot.multiplier().orElse(BigDecimal.ONE),
                lot.stop());
        state.entryOfPart().put(lot.id(), entry);
        observer.lotOpened(lot);
    }

    private void completed(Trade trade, boolean lotFinished) {
        BotState bot = state.botOrNew(trade.bot());
        bot.closed(trade, state.configuration());
        observer.tradeClosed(trade, lotFinished);
        OpenEntry entry = java.util.Objects.requireNonNull(state.entryOfPart().get(trade.lot()));
        entry.close(trade, lotFinished);
        if (lotFinished) {
            state.entryOfPart().remove(trade.lot());
        }
        if (entry.finished()) {
            state.entries().remove(entry.key());
            String version = entry.version().orElse("");
            boolean newVersion =
                    !version.isEmpty()
                            && !bot.version().isEmpty()
                            && !version.equals(bot.version());
            if (!version.isEmpty()) {
                bot.version(version);
            }
            if (entry.riskless()) {
                bot.riskless();
            }
            waiting.add(entry.outcome(trade.exitTime(), state.assumedBps(bot, entry), newVersion));
        }
    }

    private void reset(BeliefReset reset) {
        for (BotState bot : state.bots()) {
            if (reset.bot().isEmpty() || reset.bot().get().equals(bot.bot())) {
                bot.reset();
            }
        }
    }

    private void learnWaiting() {
        for (Outcome outcome : waiting) {
            learn(outcome);
        }
        waiting.clear();
    }

    private void learn(Outcome outcome) {
        BotState bot = state.botOrNew(outcome.bot());
        Prior prior = state.prior(outcome.bot());
        double limit = state.configuration().belief().rClamp();
        OptionalDouble r =
                outcome.r().isPresent()
                        ? OptionalDouble.of(Math.clamp(outcome.r().getAsDouble(), -limit, limit))
                        : outcome.r();
        Observation seen =
                new Observation(
                        outcome.closed(),
                        outcome.result(),
                        r,
                        outcome.source(),
                        outcome.newVersion());
        Update update = bot.belief().learn(seen, prior);
        bot.regimes()
                .learn(
                        seen,
                        outcome.market()
                                .flatMap(MarketReading::four)
                                .map(FourReading::probabilities));
        bot.learned(outcome, bot.belief().meanEdge(prior));
        LearningEvent event =
                new LearningEvent(
                        outcome.bot(),
                        outcome.closed(),
                        bot.outcomes(),
                        update.prior(),
                        outcome.result(),
                        r.isPresent() ? (Double) r.getAsDouble() : null,
                        update.likelihood(),
                        update.posterior(),
                        update.prior() * update.confidenceBefore(),
                        update.posterior() * update.confidenceAfter(),
                        update.seam());
        state.remember(event);
        observer.learned(outcome, event, bot, prior);
    }

    /// Crosses every midnight up to and including the start of `day`.
    private void crossBoundaries(long day) {
        if (day <= state.lastDay()) {
            return;
        }
        markOpenEntries(Instant.ofEpochSecond(day * 86_400L));
        if (state.learnedSinceBoundary()) {
            findDuplicates();
            estimatePriors();
            state.boundaryDone();
        }
        state.lastDay(day);
    }

    /// Marks what is open at the last close known. Several midnights without a fact between them see the same prices: one marking serves.
    private void markOpenEntries(Instant boundary) {
        if (state.prices().isEmpty()) {
            return;
        }
        for (OpenEntry entry : state.entries().values()) {
            BrainState.LastPrice price = state.prices().get(entry.key().symbol());
            if (price != null
                    && !price.at().isAfter(boundary)
                    && !price.at().isBefore(entry.opened())) {
                entry.mark(price.close(), price.at());
            }
        }
    }

    private void findDuplicates() {
        Map<Fingerprint, BotId> first = HashMap.newHashMap(state.bots().size());
        state.classes().clear();
        for (BotState bot : state.bots()) {
            if (bot.outcomes() >= PopulationPrior.LEAST_OUTCOMES) {
                // Bots come in the order of their names, so a class is named by its first member.
                BotId same = first.putIfAbsent(bot.fingerprint(), bot.bot());
                if (same != null) {
                    state.classes().put(same, same.name());
                    state.classes().put(bot.bot(), same.name());
                }
            }
        }
    }

    /// Only classes with new outcomes are sorted in anew, and a bot's prior is worked out when it is asked for.
    private void estimatePriors() {
        List<ClassCounts> gone = new ArrayList<>();
        List<ClassCounts> come = new ArrayList<>();
        for (BotState bot : state.bots()) {
            ClassCounts was = bot.inPopulation();
            boolean counts =
                    bot.outcomes() >= PopulationPrior.LEAST_OUTCOMES && !state.repeats(bot.bot());
            if (counts && was != null && was.outcomes() == bot.outcomes()) {
                continue;
            }
            if (was != null) {
                gone.add(was);
            }
            ClassCounts is = counts ? bot.counts(bot.bot().name()) : null;
            if (is != null) {
                come.add(is);
            }
            bot.inPopulation(is);
        }
        PopulationPrior before = state.population();
        state.population(
                before == null
                        ? new PopulationPrior(state.configuration().belief(), come)
                        : before.changed(gone, come));
    }

    /// The last midnight that lies strictly before `time`, as a day number: facts known at midnight come before that boundary.
    private static long dayBefore(Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), 86_400L);
        boolean atMidnight =
                Math.floorMod(time.getEpochSecond(), 86_400L) == 0 && time.getNano() == 0;
        return atMidnight ? day - 1 : day;
    }
}
