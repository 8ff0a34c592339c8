package credence.store;

import credence.core.fact.Bar;
import credence.core.fact.RowKey;

import java.sql.SQLException;
import java.util.List;

/// Bars, one row each.
final class BarTable extends RowTable<Bar> {

    BarTable() {
        super(
                "bar",
                Bar.class,
                List.of(
                        "symbol",
                        "duration",
                        "opened_at",
                        "open_price",
                        "high_price",
                        "low_price",
                        "close_price",
                        "volume"));
    }

    @Override
    void write(Bar bar, RowWriter to) throws SQLException {
        to.text(bar.symbol().name());
        to.duration(bar.interval());
        to.instant(bar.time());
        to.number(bar.open());
        to.number(bar.high());
        to.number(bar.low());
        to.number(bar.close());
        to.number(bar.volume());
    }

    @Override
    Bar read(RowKey key, long sequence, RowReader from) throws SQLException {
        return new Bar(
                key,
                from.symbol(),
                from.duration(),
                from.instant(),
                from.number(),
                from.number(),
                from.number(),
                from.number(),
                from.number());
    }
}
