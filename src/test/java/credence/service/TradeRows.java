package credence.service;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/// Rows of one bot that buys ETHUSDT at 100 on 1 January at ten, as exports may state them. Hours are hours of that January.
final class TradeRows {

    private TradeRows() {}

    static Instant hour(int hours) {
        return Instant.parse("2025-01-01T00:00:00Z").plusSeconds(3_600L * hours);
    }

    /// A row whose identity is its content, the `ordinal`-th equal one of its file.
    static TradeRecord closed(String units, int hour, String price, int ordinal) {
        return row(
                content(units, "" + hour, price, ordinal),
                ordinal,
                units,
                Optional.of(exit(hour, price)),
                Optional.empty());
    }

    static TradeRecord closed(String units, int hour, String price) {
        return closed(units, hour, price, 0);
    }

    static TradeRecord open(String units) {
        return open(units, 0);
    }

    static TradeRecord open(String units, int ordinal) {
        return row(
                content(units, "", "", ordinal),
                ordinal,
                units,
                Optional.empty(),
                Optional.empty());
    }

    static TradeRecord marked(String units, int hour, String price) {
        return row(
                content(units, "", "", 0),
                0,
                units,
                Optional.empty(),
                Optional.of(mark(hour, price)));
    }

    /// A row whose identity is its source's id.
    static TradeRecord closedAs(String id, String units, int hour, String price) {
        return row(
                RowKey.ofNativeId("trade", "default", "bot", id),
                Long.parseLong(id),
                units,
                Optional.of(exit(hour, price)),
                Optional.empty());
    }

    static TradeRecord openAs(String id, String units) {
        return row(
                RowKey.ofNativeId("trade", "default", "bot", id),
                Long.parseLong(id),
                units,
                Optional.empty(),
                Optional.empty());
    }

    static TradeRecord markedAs(String id, String units, int hour, String price) {
        return row(
                RowKey.ofNativeId("trade", "default", "bot", id),
                Long.parseLong(id),
                units,
                Optional.empty(),
                Optional.of(mark(hour, price)));
    }

    private static RowKey content(String units, String hour, String price, int ordinal) {
        return RowKey.ofContent("trade", "default", "bot", ordinal, units, hour, price);
    }

    private static TradeRecord.Exit exit(int hour, String price) {
        return new TradeRecord.Exit(
                hour(hour),
                Price.of(price),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ExitReason.UNKNOWN);
    }

    private static TradeRecord.Mark mark(int hour, String price) {
        return new TradeRecord.Mark(hour(hour), Price.of(price), Optional.empty());
    }

    private static TradeRecord row(
            RowKey key,
            long sequence,
            String units,
            Optional<TradeRecord.Exit> exit,
            Optional<TradeRecord.Mark> mark) {
        return new TradeRecord(
                key,
                sequence,
                AccountId.DEFAULT,
                new BotId("bot"),
                new Symbol("ETHUSDT"),
                Direction.LONG,
                Quantity.of(units),
                hour(10),
                Price.of("100"),
                exit,
                mark,
                BigDecimal.ONE,
                CurrencyCode.USD,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                CallDetails.NONE,
                new TreeMap<>());
    }
}
