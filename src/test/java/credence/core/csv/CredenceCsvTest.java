package credence.core.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.fact.Bar;
import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Prediction;
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

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

class CredenceCsvTest {

    private static TradeRecord trade(
            String bot, Optional<TradeRecord.Exit> exit, Optional<TradeRecord.Mark> mark) {
        return new TradeRecord(
                new RowKey("k"),
                1,
                new AccountId("main"),
                new BotId(bot),
                Symbol.of("ETHUSDT"),
                Direction.SHORT,
                Quantity.of("0.50"),
                Instant.parse("2025-03-01T10:00:00Z"),
                Price.of("2000.10"),
                exit,
                mark,
                BigDecimal.ONE,
                new CurrencyCode("USDT"),
                Optional.of(Price.of("2020")),
                Optional.empty(),
                SourceClass.LIVE,
                CallDetails.NONE,
                new TreeMap<>(Map.of("id", "7", "note", "says \"now\", twice")));
    }

    private static TradeRecord.Exit exit(Optional<BigDecimal> costs) {
        return new TradeRecord.Exit(
                Instant.parse("2025-03-01T11:30:05Z"),
                Price.of("1990.10"),
                costs,
                Optional.of(new BigDecimal("4.20")),
                Optional.empty(),
                Optional.empty(),
                ExitReason.TP);
    }

    @Test
    void closedAndOpenTradesShareOneFile() throws IOException {
        StringBuilder out = new StringBuilder();
        CredenceCsv.writeTrades(
                List.of(
                        trade(
                                "a",
                                Optional.of(exit(Optional.of(new BigDecimal("0.80")))),
                                Optional.empty()),
                        trade(
                                "b",
                                Optional.empty(),
                                Optional.of(
                                        new TradeRecord.Mark(
                                                Instant.parse("2025-03-02T00:00:00Z"),
                                                Price.of("2050"),
                                                Optional.empty())))),
                out);
        assertEquals(
                """
                id,bot,account,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,mark_time,mark_price,costs,net_pnl,currency,stop,exit_reason,source,note
                7,a,main,ETHUSDT,SHORT,0.50,2025-03-01T10:00:00Z,2000.10,2025-03-01T11:30:05Z,1990.10,,,0.80,4.20,USDT,2020,TP,live,"says ""now"", twice"
                7,b,main,ETHUSDT,SHORT,0.50,2025-03-01T10:00:00Z,2000.10,,,2025-03-02T00:00:00Z,2050,,,USDT,2020,,live,"says ""now"", twice"
                """,
                out.toString());
    }

    @Test
    void noCostStatedMeansNoCostColumn() throws IOException {
        StringBuilder out = new StringBuilder();
        CredenceCsv.writeTrades(
                List.of(trade("a", Optional.of(exit(Optional.empty())), Optional.empty())), out);
        assertEquals(
                "id,bot,account,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,net_pnl,currency,stop,"
                    + "exit_reason,source,note",
                out.toString().lines().findFirst().orElseThrow());
    }

    @Test
    void predictionsCarryConfidenceAndScores() throws IOException {
        CallDetails call =
                new CallDetails(
                        OptionalDouble.of(0.65),
                        Optional.empty(),
                        Optional.of("1h"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(Map.of("technical", 7.5, "ai", 5.0)),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("h1", -1.0)));
        Prediction prediction =
                new Prediction(
                        new RowKey("k"),
                        1,
                        Instant.parse("2025-03-01T10:00:00Z"),
                        new BotId("a"),
                        Symbol.of("BTCUSDT"),
                        Direction.LONG,
                        Optional.of(Price.of("60000")),
                        Optional.empty(),
                        Optional.of(Price.of("59000.5")),
                        Optional.of("7"),
                        SourceClass.PAPER,
                        call,
                        new TreeMap<>());
        StringBuilder out = new StringBuilder();
        CredenceCsv.writePredictions(List.of(prediction), out);
        assertEquals(
                """
                time,id,bot,symbol,direction,confidence,entry,stop_loss,source,timeframe,score.ai,score.technical,head.h1
                2025-03-01T10:00:00Z,7,a,BTCUSDT,LONG,0.65,60000,59000.5,paper,1h,5,7.5,-1
                """,
                out.toString());
    }

    @Test
    void barsAreWrittenWithoutExponents() throws IOException {
        Bar bar =
                new Bar(
                        new RowKey("k"),
                        Symbol.of("X"),
                        Duration.ofHours(1),
                        Instant.parse("2025-03-01T10:00:00Z"),
                        0.00001234,
                        0.00002,
                        0.00001,
                        0.000015,
                        1.5e10);
        StringBuilder out = new StringBuilder();
        CredenceCsv.writeBars(List.of(bar), out);
        assertEquals(
                """
                time,open,high,low,close,volume
                2025-03-01T10:00:00Z,0.00001234,0.00002,0.00001,0.000015,15000000000
                """,
                out.toString());
    }
}
