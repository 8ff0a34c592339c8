package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class BybitTest {

    @TempDir Path folder;

    private Read read() {
        return new Read(folder);
    }

    @Test
    void theSampleHasTwoFillsWithIdsOfNineteenDigits() {
        ParsedFile file = read().shared("bybit_spot_trades.csv", Choices.NONE);
        assertEquals("bybit-spot-trades", file.format());
        // Fees in the coin bought: 0.000046118 BTC × 97100, 0.000355662 LTC × 104.49.
        assertEquals(
                List.of(
                        "2024-12-09T19:48:23Z BUY 0.046118 BTCUSDT at 97100 USDT, cost 4.4780578",
                        "2024-12-26T09:48:53Z BUY 0.19759 LTCUSDT at 104.49 USDT, cost"
                                + " 0.03716312238"),
                Read.shown(file));
        assertEquals(2290000000522832993L, Read.fills(file).getFirst().sequence());
        assertEquals("000000000", Read.fills(file).getFirst().account().name());
        Read.reconciles(file, "EQUAL", 1);
        assertEquals(
                "mine",
                Read.fills(read().shared("bybit_spot_trades.csv", Choices.NONE.account("mine")))
                        .getFirst()
                        .account()
                        .name());
    }

    @Test
    void theOtherLayoutsOfSpotTrades() {
        ParsedFile file =
                read().text(
                                """
                                Spot Pairs,Order Type,Direction,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)
                                ICPUSDT,MARKET,SELL,49.973424,9.3234,5.36,0.049973424,2200000000355489633, 53982208,14:35 2024-11-16
                                """);
        assertEquals(
                List.of("2024-11-16T14:35:00Z SELL 5.36 ICPUSDT at 9.3234 USDT, cost 0.049973424"),
                Read.shown(file));
        ParsedFile coins =
                read().text(
                                """
                                Spot Pairs,Order Type,Direction,feeCoin,ExecFeeV2,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)
                                CCCUSDT,MARKET,BUY,CCC,0.01,20,2,10,--,t1, o1,10:00 2026-01-10
                                CCCUSDT,MARKET,SELL,USDT,0.03,30,3,10,--,t2, o2,11:00 2026-01-11
                                EEEUSDT,MARKET,BUY,ZZZ,1,10,1,10,--,t4, o4,12:00 2026-01-11
                                EEEUSDT,MARKET,KEEP,ZZZ,1,10,1,10,--,t5, o4,12:00 2026-01-11
                                """);
        assertEquals(
                List.of(
                        "2026-01-10T10:00:00Z BUY 10 CCCUSDT at 2 USDT, cost 0.02",
                        "2026-01-11T11:00:00Z SELL 10 CCCUSDT at 3 USDT, cost 0.03",
                        "2026-01-11T12:00:00Z BUY 10 EEEUSDT at 1 USDT, cost ?"),
                Read.shown(coins));
        assertEquals(List.of(5L), Read.refusedLines(coins));
    }

    @Test
    void derivativesOfTheOlderLayoutSayWhatTheyOpenAndClose() {
        ParsedFile file =
                read().text(
                                """
                                Contracts,Order No.,Direction,Order Type,Filled Qty,Filled Price,Order Price,Filled Type,Trading Fee Rate,Fees Paid,Trasaction ID,Transaction Time(UTC+10),Final Balance (USDT)
                                BTCUSDT,o1,Open Long,Market,0.01,60000,0,Trade,0.00055,0.33,t1,2026-03-15 10:00:00,1000
                                BTCUSDT,o9,Open Long,--,0.01,60000,0,Funding,0.0001,0.06,f1,2026-03-15 18:00:00,1000
                                BTCUSDT,o2,Close Long,Market,0.01,60500,0,Trade,0.00055,0.33275,t2,2026-03-15 19:00:00,1000
                                BTCUSD,o3,Buy,Market,100,60500,0,Trade,0.00055,0.00000091,t3,2026-03-15 20:00:00,1000
                                BTCUSDT,o3,Hold,Market,100,60500,0,Trade,0.00055,0.00000091,t4,2026-03-15 20:00:00,1000
                                """);
        assertEquals("bybit-derivatives-trades", file.format());
        assertEquals(
                List.of(
                        "2026-03-15T00:00:00Z BUY 0.01 BTCUSDT at 60000 USDT, cost 0.33",
                        "2026-03-15T09:00:00Z SELL 0.01 BTCUSDT at 60500 USDT, cost 0.33275",
                        "2026-03-15T10:00:00Z BUY 100 BTCUSD at 60500 BTC, cost 0.00000091"),
                Read.shown(file));
        assertEquals(
                List.of(PositionEffect.OPEN, PositionEffect.CLOSE, PositionEffect.UNKNOWN),
                Read.fills(file).stream().map(Fill::effect).toList());
        assertEquals(
                1L,
                Read.skipped(file).get("funding of an open position, no fill (sum in the notes)"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Paid as funding: 0.06 USDT")),
                file.notes()::toString);
        assertEquals(List.of(6L), Read.refusedLines(file));
    }

    @Test
    void derivativesOfTheNewerLayoutCallABuyLong() {
        ParsedFile file =
                read().text(
                                """
                                Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)
                                AAAUSDT,Trade,2,100,100,0.00055,0.11,USDT,0.11,Long,Market, a1, o1,10:00 2026-01-10
                                AAAUSDT,Trade,2,110,110,0.0002,0.044,USDT,0.044,Short,Limit, a2, o2,12:00 2026-01-10
                                AAAUSDT,Funding,2,108,0,-0.0001,-0.05,,0,Long,--, f2, g2,16:00 2026-01-11
                                BBBUSDT,Liquidation,10,5,5,0.00055,0.0275,USDT,0.0275,Short,Market, a4, o4,09:00 2026-01-12
                                """);
        assertEquals(
                List.of(
                        "2026-01-10T10:00:00Z BUY 2 AAAUSDT at 100 USDT, cost 0.11",
                        "2026-01-10T12:00:00Z SELL 2 AAAUSDT at 110 USDT, cost 0.044",
                        "2026-01-12T09:00:00Z SELL 10 BBBUSDT at 5 USDT, cost 0.0275"),
                Read.shown(file));
        assertEquals("Liquidation", Read.fills(file).get(2).extras().get("filled_type"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Received as funding: 0.05 USDT")),
                file.notes()::toString);
    }

    @Test
    void closedPnlHasNoTimeOfOpeningAndSaysSo() {
        ParsedFile file =
                read().text(
                                """
                                Contracts,Closing Direction,Qty,Entry Price,Exit Price,Closed P&L,Exit Type,Trade Time(UTC+0)
                                BTCUSDT,Sell,0.01,60000,60500,4.3,Trade,2025-12-01 15:00:00
                                BTCUSDT,Buy,0.01,61000,60800,1.3,Trade,2025-12-02 15:00:00
                                OPUSDT,Close Long,793.7,0.6299,0.6331,2.01880767,Trade,2025-06-05 10:05:40
                                OPUSDT,Sideways,793.7,0.6299,0.6331,2.01880767,Trade,2025-06-05 10:05:40
                                """);
        assertEquals("bybit-closed-pnl", file.format());
        List<TradeRecord> trades = Read.trades(file);
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT, Direction.LONG),
                trades.stream().map(TradeRecord::direction).toList());
        TradeRecord first = trades.getFirst();
        assertEquals(first.entryTime(), first.exit().orElseThrow().time());
        assertEquals("4.3", Read.plain(first.exit().orElseThrow().netPnl().orElseThrow()));
        assertEquals(Optional.empty(), first.exit().orElseThrow().costs());
        assertEquals("not stated", first.extras().get("entry_time"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("does not say when a position")),
                file.notes()::toString);
        assertEquals(List.of(5L), Read.refusedLines(file));
    }

    @Test
    void newerClosedPnlTellsTheDirectionByItsResult() {
        String text =
                """
                Market,Order Quantity,Entry Price,Exit Price,Opening Fee,Closing Fee,Funding Fee,cumClosedPzOpenFeeInfo,cumClosedPzTradeFeeInfo,Trade Type,Realized P&L,Trade time
                AAAUSDT,2.0000,100,110,0.11,0.121,0.02,"{""USDT"":""0.11""}","{""USDT"":""0.121""}",Trade,19.749,12:00 2026-01-10
                BBBUSDT,10.0000,5,4.5,0.0275,0.02475,0,"{""USDT"":""0.0275""}","{""USDT"":""0.02475""}",Liquidation,-5.05225,09:00 2026-01-12
                CCCUSDT,1,100,90,0.1,0.09,0,x,y,Trade,9.81,09:00 2026-01-12
                DDDUSDT,1,100,100,0.1,0.1,0,x,y,Trade,-0.2,09:00 2026-01-12
                """;
        assertTrue(read().refusal("a.csv", text, Choices.NONE).contains("zone"));
        ParsedFile file = read().text("a.csv", text, Choices.NONE.zone("UTC"));
        assertEquals(
                List.of(Direction.LONG, Direction.LONG, Direction.SHORT),
                Read.trades(file).stream().map(TradeRecord::direction).toList());
        // 0.11 + 0.121 + 0.02
        assertEquals(
                "0.251",
                Read.plain(
                        Read.trades(file).getFirst().exit().orElseThrow().costs().orElseThrow()));
        assertEquals(List.of(5L), Read.refusedLines(file), "no move, no direction");
        Read.reconciles(file, "EQUAL", 1);
    }

    @Test
    void partsMerge() {
        SplitCheck.holds(
                new Journal(folder),
                "spot.csv",
                """
                UID: 000000000,Company Name: ,Country:
                Uid,Spot Pairs,Order Type,Direction,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC+0)
                7,BTCUSDT,LIMIT,BUY,9710,97100,0.1,0.0001,2290000000522832993,18,2024-12-09 19:48:23
                7,BTCUSDT,LIMIT,BUY,9710,97100,0.1,0.0001,2290000000522832994,18,2024-12-09 19:48:23
                7,BTCUSDT,LIMIT,SELL,9810,98100,0.1,9.81,2290000000522832995,19,2024-12-10 19:48:23
                7,BTCUSDT,LIMIT,BUY,9710,97100,0.1,0.0001,2290000000522832996,20,2024-12-11 19:48:23
                """,
                2,
                line -> line.split(",")[10],
                Choices.NONE);
        SplitCheck.holds(
                new Journal(folder),
                "pnl.csv",
                """
                Contracts,Closing Direction,Qty,Entry Price,Exit Price,Closed P&L,Exit Type,Trade Time(UTC+0)
                BTCUSDT,Sell,0.01,60000,60500,4.3,Trade,2025-12-03 15:00:00
                BTCUSDT,Sell,0.01,60000,60500,4.3,Trade,2025-12-03 15:00:00
                BTCUSDT,Buy,0.01,61000,60800,1.3,Trade,2025-12-02 15:00:00
                BTCUSDT,Buy,0.02,61000,60800,2.3,Trade,2025-12-01 15:00:00
                """,
                1,
                line -> line.split(",")[7],
                Choices.NONE);
        SplitCheck.holds(
                new Journal(folder),
                "perp.csv",
                """
                Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)
                AAAUSDT,Trade,2,100,100,0.00055,0.11,USDT,0.11,Long,Market, a1, o1,10:00 2026-01-10
                AAAUSDT,Trade,2,110,110,0.0002,0.044,USDT,0.044,Short,Limit, a2, o2,12:00 2026-01-10
                AAAUSDT,Funding,2,108,0,-0.0001,-0.05,,0,Long,--, f2, g2,16:00 2026-01-11
                BBBUSDT,Liquidation,10,5,5,0.00055,0.0275,USDT,0.0275,Short,Market, a4, o4,09:00 2026-01-12
                """,
                1,
                line -> line.split(",")[13],
                Choices.NONE);
    }
}
