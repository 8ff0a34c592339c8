package credence.store;

import credence.core.fact.Prediction;
import credence.core.fact.RowKey;
import credence.core.value.Direction;
import credence.core.value.SourceClass;

import java.sql.SQLException;
import java.util.List;

/// Calls before the result, one row each.
final class PredictionTable extends RowTable<Prediction> {

    private final JsonText json;

    PredictionTable(JsonText json) {
        super(
                "prediction",
                Prediction.class,
                List.of(
                        "called_at",
                        "bot",
                        "symbol",
                        "direction",
                        "entry_price",
                        "target_price",
                        "stop_price",
                        "source_id",
                        "source_class",
                        "call_details",
                        "extras"));
        this.json = json;
    }

    @Override
    void write(Prediction prediction, RowWriter to) throws SQLException {
        to.instant(prediction.time());
        to.text(prediction.bot().name());
        to.text(prediction.symbol().name());
        to.word(prediction.direction());
        to.price(prediction.entry());
        to.price(prediction.takeProfit());
        to.price(prediction.stopLoss());
        to.text(prediction.sourceId());
        to.word(prediction.source());
        to.text(json.ofCall(prediction.call()));
        to.text(json.ofExtras(prediction.extras()));
    }

    @Override
    Prediction read(RowKey key, long sequence, RowReader from) throws SQLException {
        return new Prediction(
                key,
                sequence,
                from.instant(),
                from.bot(),
                from.symbol(),
                from.word(Direction.class),
                from.optionalPrice(),
                from.optionalPrice(),
                from.optionalPrice(),
                from.optionalText(),
                from.word(SourceClass.class),
                json.call(from.textOrNull()),
                json.extras(from.textOrNull()));
    }
}
