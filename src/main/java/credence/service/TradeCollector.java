package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.Outcome;
import credence.core.fact.Fill;
import credence.core.fact.TradeMarked;
import credence.core.fact.TradeOpened;
import credence.core.fact.TradeRecord;
import credence.core.ledger.OpenLot;
import credence.core.ledger.Trade;
import credence.core.value.Quantity;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists trades, closed and still open, while everything is folded anew.
final class TradeCollector implements BrainObserver {

    private final Map<String, TradeView> closed = new LinkedHashMap<>();
    private final Map<String, TradeView> open = new HashMap<>();
    private final List<TradeView> unmatched = new ArrayList<>();

    List<TradeView> trades() {
        List<TradeView> all = new ArrayList<>(closed.values());
        all.addAll(open.values());
        all.addAll(unmatched);
        all.sort(
                Comparator.comparing(TradeView::entryTime)
                        .thenComparing(TradeView::bot)
                        .thenComparing(TradeView::account)
                        .thenComparing(TradeView::id));
        return List.copyOf(all);
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
                        t.source().name()));
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
                        l.source().name()));
    }

    @Override
    public void tradeMarked(TradeMarked m) {
        TradeRecord.Mark mark = m.mark();
        open.computeIfPresent(
                m.trade().value(), (id, v) -> with(v, v.quantity(), mark.netPnl().orElse(null)));
    }

    @Override
    public void tradeClosed(Trade t, boolean lotFinished) {
        TradeView was = open.get(t.lot());
        if (lotFinished) {
            open.remove(t.lot());
        } else if (was != null) {
            open.put(t.lot(), with(was, was.quantity().subtract(t.quantity().value()), null));
        }
        closed.put(
                t.id(),
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
                        t.grossPnl(),
                        t.costsStated() ? t.costs() : null,
                        t.netPnl(),
                        t.currency().code(),
                        null,
                        null,
                        t.exitReason().name(),
                        t.source().name(),
                        false,
                        false));
    }

    @Override
    public void unmatched(Fill f, Quantity quantity) {
        unmatched.add(
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
                        f.costs().stated() ? f.costs().total() : null,
                        null,
                        f.currency().code(),
                        null,
                        null,
                        "UNKNOWN",
                        f.source().name(),
                        false,
                        true));
    }

    @Override
    public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
        Double r = outcome.r().isPresent() ? (Double) outcome.r().getAsDouble() : null;
        for (String id : outcome.trades()) {
            closed.computeIfPresent(id, (key, v) -> withR(v, r, outcome.rung().name()));
        }
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
            String source) {
        return new TradeView(
                id, bot, account, symbol, side, quantity, time, price, null, null, null, null, null,
                currency, null, null, "UNKNOWN", source, true, false);
    }

    private static TradeView with(TradeView v, BigDecimal quantity, @Nullable BigDecimal net) {
        return new TradeView(
                v.id(),
                v.bot(),
                v.account(),
                v.symbol(),
                v.side(),
                quantity,
                v.entryTime(),
                v.entryPrice(),
                v.exitTime(),
                v.exitPrice(),
                v.grossPnl(),
                v.costs(),
                net,
                v.currency(),
                v.r(),
                v.rung(),
                v.exitReason(),
                v.source(),
                v.open(),
                v.unmatched());
    }

    private static TradeView withR(TradeView v, @Nullable Double r, String rung) {
        return new TradeView(
                v.id(),
                v.bot(),
                v.account(),
                v.symbol(),
                v.side(),
                v.quantity(),
                v.entryTime(),
                v.entryPrice(),
                v.exitTime(),
                v.exitPrice(),
                v.grossPnl(),
                v.costs(),
                v.netPnl(),
                v.currency(),
                r,
                rung,
                v.exitReason(),
                v.source(),
                v.open(),
                v.unmatched());
    }
}
