package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.Books;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.Configuration;
import credence.core.brain.Outcome;
import credence.core.fact.Extra;
import credence.core.fact.Fact;
import credence.core.fact.Fill;
import credence.core.fact.ResultBasis;
import credence.core.fact.RowKey;
import credence.core.fact.StatedPnl;
import credence.core.fact.TradeMarked;
import credence.core.fact.TradeOpened;
import credence.core.fact.TradeRecord;
import credence.core.ledger.OpenLot;
import credence.core.ledger.StatedResult;
import credence.core.ledger.Trade;
import credence.core.packed.KeyHalves;
import credence.core.packed.KeyTable;
import credence.core.regime.MarketReading;
import credence.core.value.BotId;
import credence.core.value.Money;
import credence.core.value.Quantity;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists trades, closed and still open, while everything is folded anew.
final class TradeCollector implements BrainObserver {

    private final PackedTrades trades = new PackedTrades();

    /// Numbers of the closed trades by their ids.
    private final KeyTable closed = new KeyTable();

    private final Map<String, TradeView> open = new HashMap<>();

    /// Markets of entries of which something is open still, and how many entries of one bot share the moment.
    private final Map<Entry, Entered> entries = new HashMap<>();

    private final Configuration configuration;
    private final Map<String, UncountedFee> uncounted = new HashMap<>();

    private record Entry(String bot, String symbol, Instant at) {}

    private record Entered(EntryMarket market, int open) {}

    /// A fee in another currency, of a whole fill.
    private record UncountedFee(Money fee, BigDecimal quantity) {

        /// @return what of it falls to a part of the fill; all of it to what is no part
        Money share(BigDecimal part) {
            return part.compareTo(quantity) >= 0
                    ? fee
                    : new Money(
                            fee.amount().multiply(part).divide(quantity, MathContext.DECIMAL64),
                            fee.currency());
        }
    }

    /// @param facts the facts that will be folded, of which the fees in other currencies are noted
    TradeCollector(Configuration configuration, List<Fact> facts) {
        this.configuration = configuration;
        for (Fact fact : facts) {
            if (fact instanceof Fill fill) {
                fill.uncountedFee()
                        .ifPresent(
                                fee ->
                                        uncounted.put(
                                                fill.key().value(),
                                                new UncountedFee(fee, fill.quantity().value())));
            }
        }
    }

    /// To be called once.
    ///
    /// @param worths knows who says what points are worth
    List<TradeView> trades(PointWorths worths) {
        open.values().forEach(trade -> trades.add(atEntry(trade)));
        trades.worths(worths);
        return TradeList.of(trades);
    }

    private int number(String id) {
        KeyHalves key = KeyHalves.of(new RowKey(id));
        return closed.get(key.high(), key.low());
    }

    /// The trade with what was known of its market at entry.
    private TradeView atEntry(TradeView trade) {
        Entered entered = entries.get(new Entry(trade.bot(), trade.symbol(), trade.entryTime()));
        return entered == null ? trade : trade.with(entered.market());
    }

    @Override
    public void entered(BotId bot, Symbol symbol, Instant at, Optional<MarketReading> market) {
        market.ifPresent(
                read ->
                        entries.merge(
                                new Entry(bot.name(), symbol.name(), at),
                                new Entered(EntryMarket.of(read), 1),
                                (a, b) -> new Entered(a.market(), a.open() + 1)));
    }

    private void close(TradeView trade) {
        int known = number(trade.id());
        if (known == KeyTable.NONE) {
            KeyHalves key = KeyHalves.of(new RowKey(trade.id()));
            closed.put(key.high(), key.low(), trades.add(trade));
        } else {
            trades.replace(known, trade);
        }
    }

    @Override
    public void tradeOpened(TradeOpened t) {
        open.put(
                t.trade().value(),
                openView(
                        t.trade().value(),
                        t.bot().name(),
                        t.account().name(),
                        t.symbol().name(),
                        t.direction().name(),
                        t.quantity().value(),
                        t.time(),
                        t.price().value(),
                        t.currency().code(),
                        t.source().name(),
                        t.multiplier().orElse(null)));
    }

    @Override
    public void lotOpened(OpenLot l) {
        open.put(
                l.id(),
                openView(
                        l.id(),
                        l.bot().name(),
                        l.account().name(),
                        l.symbol().name(),
                        l.direction().name(),
                        l.remaining().value(),
                        l.entryTime(),
                        l.entryPrice().value(),
                        l.currency().code(),
                        l.source().name(),
                        l.multiplier().orElse(null)));
    }

    @Override
    public void tradeMarked(TradeMarked m) {
        TradeRecord.Mark mark = m.mark();
        open.computeIfPresent(
                m.trade().value(), (id, v) -> v.open(v.quantity(), mark.netPnl().orElse(null)));
    }

    @Override
    public void tradeClosed(Trade t, boolean lotFinished) {
        TradeView was = open.get(t.lot());
        if (lotFinished) {
            open.remove(t.lot());
        } else if (was != null) {
            open.put(t.lot(), was.open(was.quantity().subtract(t.quantity().value()), null));
        }
        close(
                atEntry(
                        new TradeView(
                                t.id(),
                                t.bot().name(),
                                t.account().name(),
                                t.symbol().name(),
                                t.direction().name(),
                                t.quantity().value(),
                                t.entryTime(),
                                t.entryPrice().value(),
                                t.exitTime(),
                                t.exitPrice().value(),
                                t.grossBySource().orElse(null),
                                t.costsStated() || t.charges().stated() ? t.costs() : null,
                                t.netPnl().orElse(null),
                                t.currency().code(),
                                null,
                                null,
                                t.exitReason().name(),
                                t.source().name(),
                                false,
                                false,
                                TradeEvidence.of(t, inBase(t), uncountedFees(t)),
                                EntryMarket.unknown(t.entryTime()))));
    }

    private @Nullable Money inBase(Trade t) {
        return configuration
                .base()
                .flatMap(to -> Books.inBase(t, configuration).map(net -> new Money(net, to)))
                .orElse(null);
    }

    /// Of the fill that opened its lot and the one that closed it, the share of its size in each.
    private List<Money> uncountedFees(Trade t) {
        return uncountedFees(
                List.of(t.lot(), t.id().substring(t.id().indexOf('/') + 1)), t.quantity());
    }

    private List<Money> uncountedFees(List<String> fills, Quantity quantity) {
        if (uncounted.isEmpty()) {
            return List.of();
        }
        List<Money> fees = new ArrayList<>(0);
        for (String fill : fills) {
            UncountedFee fee = uncounted.get(fill);
            if (fee != null) {
                fees.add(fee.share(quantity.value()));
            }
        }
        return List.copyOf(fees);
    }

    @Override
    public void stated(StatedResult result, List<Trade> of) {
        List<StatedResult> parts = of.size() == 1 ? List.of(result) : result.among(of);
        for (int i = 0; i < parts.size(); i++) {
            int number = number(of.get(i).id());
            if (number != KeyTable.NONE) {
                TradeView known = trades.get(number);
                trades.replace(number, known.with(known.evidence().with(parts.get(i))));
            }
        }
    }

    @Override
    public void unmatched(
            Fill f, Quantity quantity, BigDecimal costs, Optional<BigDecimal> stated) {
        trades.add(
                new TradeView(
                        f.key().value(),
                        f.bot().name(),
                        f.account().name(),
                        f.symbol().name(),
                        f.side().name(),
                        quantity.value(),
                        f.time(),
                        f.price().value(),
                        f.time(),
                        f.price().value(),
                        null,
                        f.costs().stated() ? costs : null,
                        null,
                        f.currency().code(),
                        null,
                        null,
                        "UNKNOWN",
                        f.source().name(),
                        false,
                        true,
                        TradeEvidence.unmatched(
                                stated.orElse(null),
                                StatedPnl.of(f.extras())
                                        .map(StatedPnl::basis)
                                        .orElse(ResultBasis.UNSAID),
                                f.extras().get(Extra.CLOSED_LOTS),
                                uncountedFees(List.of(f.key().value()), quantity)),
                        EntryMarket.unknown(f.time())));
    }

    @Override
    public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
        Double r = outcome.r().isPresent() ? (Double) outcome.r().getAsDouble() : null;
        for (String id : outcome.trades()) {
            int number = number(id);
            if (number != KeyTable.NONE) {
                trades.learned(number, r, outcome.rung().name());
            }
        }
        entries.computeIfPresent(
                new Entry(outcome.bot().name(), outcome.symbol().name(), outcome.opened()),
                (_, e) -> e.open() == 1 ? null : new Entered(e.market(), e.open() - 1));
    }

    private static TradeView openView(
            String id,
            String bot,
            String account,
            String symbol,
            String side,
            BigDecimal quantity,
            Instant time,
            BigDecimal price,
            String currency,
            String source,
            @Nullable BigDecimal multiplier) {
        return new TradeView(
                        id, bot, account, symbol, side, quantity, time, price, null, null, null,
                        null, null, currency, null, null, "UNKNOWN", source, true, false)
                .with(TradeEvidence.open(multiplier));
    }
}
