package credence.core.fact;

import java.util.List;

/// One row that a source states, in our words. What is stored; [#facts()] is what the fold reads.
public sealed interface SourceRow permits Bar, Fill, Prediction, Rate, TradeRecord {

    RowKey key();

    /// The facts that this row states, in no particular order.
    List<Fact> facts();

    /// The same row under another key and place: which of several equal rows it is, is known when all are.
    SourceRow placed(RowKey key, long sequence);

    /// The same row under another place among rows of equal time (two exports may number one row differently).
    SourceRow withSequence(long sequence);

    /// Place among rows of equal time of one stream: trade number, numeric id, or ordinal.
    long sequence();
}
