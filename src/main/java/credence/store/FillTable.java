package credence.store;

import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;

import java.sql.SQLException;
import java.util.List;

/// Executions, one row each.
final class FillTable extends RowTable<Fill> {

    private final JsonText json;

    FillTable(JsonText json) {
        super(
                "fill",
                Fill.class,
                List.of(
                        "filled_at",
                        "account",
                        "bot",
                        "symbol",
                        "side",
                        "effect",
                        "quantity",
                        "price",
                        "commission",
                        "fees",
                        "funding",
                        "currency",
                        "multiplier",
                        "stop_price",
                        "tag",
                        "source_class",
                        "extras"));
        this.json = json;
    }

    @Override
    void write(Fill fill, RowWriter to) throws SQLException {
        to.instant(fill.time());
        to.text(fill.account().name());
        to.text(fill.bot().name());
        to.text(fill.symbol().name());
        to.word(fill.side());
        to.word(fill.effect());
        to.decimal(fill.quantity().value());
        to.decimal(fill.price().value());
        to.decimal(fill.costs().commission());
        to.decimal(fill.costs().fees());
        to.decimal(fill.costs().funding());
        to.text(fill.currency().code());
        to.decimal(fill.multiplier());
        to.price(fill.stop());
        to.text(fill.tag());
        to.word(fill.source());
        to.text(json.ofExtras(fill.extras()));
    }

    @Override
    Fill read(RowKey key, long sequence, RowReader from) throws SQLException {
        return new Fill(
                key,
                sequence,
                from.instant(),
                from.account(),
                from.bot(),
                from.symbol(),
                from.word(Side.class),
                from.word(PositionEffect.class),
                new Quantity(from.decimal()),
                from.price(),
                new Costs(from.optionalDecimal(), from.optionalDecimal(), from.optionalDecimal()),
                from.currency(),
                from.decimal(),
                from.optionalPrice(),
                from.optionalText(),
                from.word(SourceClass.class),
                json.extras(from.textOrNull()));
    }
}
