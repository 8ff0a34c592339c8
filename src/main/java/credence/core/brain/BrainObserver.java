package credence.core.brain;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.fact.Fill;
import credence.core.fact.TradeMarked;
import credence.core.fact.TradeOpened;
import credence.core.ledger.OpenLot;
import credence.core.ledger.StatedResult;
import credence.core.ledger.Trade;
import credence.core.market.Candle;
import credence.core.regime.MarketReading;
import credence.core.value.BotId;
import credence.core.value.Quantity;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Hears what falls out of the fold, in order. Called while a fact is applied: it may read the state, never change it.
public interface BrainObserver {

    BrainObserver NONE = new BrainObserver() {};

    default void tradeOpened(TradeOpened opened) {}

    /// A lot of fills was opened, or grew.
    default void lotOpened(OpenLot lot) {}

    default void tradeMarked(TradeMarked marked) {}

    /// @param finished whether nothing of its lot is left open
    default void tradeClosed(Trade trade, boolean finished) {}

    /// A source states a result of these trades, which are closed already; several are the trades of one closing fill.
    default void stated(StatedResult result, List<Trade> trades) {}

    /// A close found nothing open for all or part of its quantity.
    ///
    /// @param quantity the part that found nothing open
    /// @param costs the part of the fill's costs that falls to it, in the fill's currency
    /// @param stated the source's own result for it; where the fill also closed what was held, the part of it that the trades do not explain
    default void unmatched(
            Fill fill, Quantity quantity, BigDecimal costs, Optional<BigDecimal> stated) {}

    /// A bot entered: the first lot of an entry was opened.
    ///
    /// @param market what was known of the market, which its outcome will carry; empty without bars
    default void entered(BotId bot, Symbol symbol, Instant at, Optional<MarketReading> market) {}

    /// Candles of a market closed, and it is read anew. Told in order of time for each symbol, when everything known by then has come.
    ///
    /// @param at when they closed
    /// @param decision the one that the four and the seven are read on, if it is among them; else only a day closed
    /// @param reading what is known of the market at that moment; to be asked for at once
    default void marketMoved(
            Symbol symbol,
            Instant at,
            Optional<Candle> decision,
            Supplier<MarketReading> reading) {}

    /// @param after the bot's state after learning
    /// @param prior the prior it learned with
    default void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {}
}
