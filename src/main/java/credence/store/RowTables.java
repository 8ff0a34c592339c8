package credence.store;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;

import java.util.List;

/// The tables of all kinds of row.
final class RowTables {

    private final BarTable bars = new BarTable();
    private final TradeTable trades;
    private final FillTable fills;
    private final PredictionTable predictions;
    private final RateTable rates = new RateTable();

    RowTables(JsonText json) {
        trades = new TradeTable(json);
        fills = new FillTable(json);
        predictions = new PredictionTable(json);
    }

    /// In the order in which they are read.
    List<RowTable<?>> all() {
        return List.of(bars, trades, fills, predictions, rates);
    }

    RowTable<?> holding(SourceRow row) {
        return switch (row) {
            case Bar _ -> bars;
            case Fill _ -> fills;
            case Prediction _ -> predictions;
            case Rate _ -> rates;
            case TradeRecord _ -> trades;
        };
    }
}
