package credence.core.fact;

/// Something that came from outside and moves the state. Ordered by [#order()]; never edited.
public sealed interface Fact
        permits Bar,
                BeliefReset,
                Fill,
                Prediction,
                TimeMark,
                TradeClosed,
                TradeMarked,
                TradeOpened {

    FactOrder order();
}
