package credence.core.brain;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.fact.Fill;
import credence.core.fact.TradeMarked;
import credence.core.fact.TradeOpened;
import credence.core.ledger.OpenLot;
import credence.core.ledger.StatedResult;
import credence.core.ledger.Trade;
import credence.core.value.Quantity;

import java.util.List;

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

    default void unmatched(Fill fill, Quantity quantity) {}

    /// @param after the bot's state after learning
    /// @param prior the prior it learned with
    default void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {}
}
