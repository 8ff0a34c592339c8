package credence.store;

import credence.core.fact.ExitReason;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Round trips as a source states them, one row each, exit and mark in the same row.
final class TradeTable extends RowTable<TradeRecord> {

    private final JsonText json;

    TradeTable(JsonText json) {
        super(
                "trade",
                TradeRecord.class,
                List.of(
                        "account",
                        "bot",
                        "symbol",
                        "direction",
                        "quantity",
                        "entry_at",
                        "entry_price",
                        "exit_at",
                        "exit_price",
                        "exit_costs",
                        "exit_net",
                        "exit_mae",
                        "exit_mfe",
                        "exit_reason",
                        "mark_at",
                        "mark_price",
                        "mark_net",
                        "multiplier",
                        "currency",
                        "stop_price",
                        "target_price",
                        "source_class",
                        "call_details",
                        "extras"));
        this.json = json;
    }

    @Override
    void write(TradeRecord trade, RowWriter to) throws SQLException {
        to.text(trade.account().name());
        to.text(trade.bot().name());
        to.text(trade.symbol().name());
        to.word(trade.direction());
        to.decimal(trade.quantity().value());
        to.instant(trade.entryTime());
        to.decimal(trade.entryPrice().value());
        write(trade.exit().orElse(null), to);
        write(trade.mark().orElse(null), to);
        to.decimal(trade.multiplier());
        to.text(trade.currency().code());
        to.price(trade.stop());
        to.price(trade.takeProfit());
        to.word(trade.source());
        to.text(json.ofCall(trade.call()));
        to.text(json.ofExtras(trade.extras()));
    }

    private static void write(TradeRecord.@Nullable Exit exit, RowWriter to) throws SQLException {
        if (exit == null) {
            to.noInstant();
            for (int i = 0; i < 6; i++) {
                to.text((String) null);
            }
            return;
        }
        to.instant(exit.time());
        to.decimal(exit.price().value());
        to.decimal(exit.costs());
        to.decimal(exit.netPnl());
        to.decimal(exit.mae());
        to.decimal(exit.mfe());
        to.word(exit.reason());
    }

    private static void write(TradeRecord.@Nullable Mark mark, RowWriter to) throws SQLException {
        if (mark == null) {
            to.noInstant();
            to.text((String) null);
            to.text((String) null);
            return;
        }
        to.instant(mark.time());
        to.decimal(mark.price().value());
        to.decimal(mark.netPnl());
    }

    @Override
    TradeRecord read(RowKey key, long sequence, RowReader from) throws SQLException {
        return new TradeRecord(
                key,
                sequence,
                from.account(),
                from.bot(),
                from.symbol(),
                from.word(Direction.class),
                new Quantity(from.decimal()),
                from.instant(),
                from.price(),
                readExit(from),
                readMark(from),
                from.decimal(),
                from.currency(),
                from.optionalPrice(),
                from.optionalPrice(),
                from.word(SourceClass.class),
                json.call(from.textOrNull()),
                json.extras(from.textOrNull()));
    }

    private static Optional<TradeRecord.Exit> readExit(RowReader from) throws SQLException {
        Optional<Instant> time = from.optionalInstant();
        Optional<Price> price = from.optionalPrice();
        Optional<BigDecimal> costs = from.optionalDecimal();
        Optional<BigDecimal> net = from.optionalDecimal();
        Optional<BigDecimal> mae = from.optionalDecimal();
        Optional<BigDecimal> mfe = from.optionalDecimal();
        String reason = from.textOrNull();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        if (price.isEmpty() || reason == null) {
            throw new SQLException("a closed trade lacks its exit price or reason");
        }
        return Optional.of(
                new TradeRecord.Exit(
                        time.get(), price.get(), costs, net, mae, mfe, ExitReason.valueOf(reason)));
    }

    private static Optional<TradeRecord.Mark> readMark(RowReader from) throws SQLException {
        Optional<Instant> time = from.optionalInstant();
        Optional<Price> price = from.optionalPrice();
        Optional<BigDecimal> net = from.optionalDecimal();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        if (price.isEmpty()) {
            throw new SQLException("a marked trade lacks the price of its mark");
        }
        return Optional.of(new TradeRecord.Mark(time.get(), price.get(), net));
    }
}
