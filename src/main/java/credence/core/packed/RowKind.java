package credence.core.packed;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;

/// What a row is, as far as one must know it without reading the row.
public enum RowKind {
    BAR(1),
    FILL(1),
    PREDICTION(1),
    /// A trade still open, without a mark.
    OPEN_TRADE(1),
    /// A trade still open that says what it is worth.
    MARKED_TRADE(2),
    CLOSED_TRADE(2),
    /// States no fact.
    RATE(0);

    private final int facts;

    RowKind(int facts) {
        this.facts = facts;
    }

    public static RowKind of(SourceRow row) {
        return switch (row) {
            case Bar _ -> BAR;
            case Fill _ -> FILL;
            case Prediction _ -> PREDICTION;
            case Rate _ -> RATE;
            case TradeRecord t when t.exit().isPresent() -> CLOSED_TRADE;
            case TradeRecord t -> t.mark().isPresent() ? MARKED_TRADE : OPEN_TRADE;
        };
    }

    /// How many facts a row of this kind states.
    public int facts() {
        return facts;
    }

    public boolean isTrade() {
        return this == CLOSED_TRADE || isOpenTrade();
    }

    public boolean isOpenTrade() {
        return this == OPEN_TRADE || this == MARKED_TRADE;
    }
}
