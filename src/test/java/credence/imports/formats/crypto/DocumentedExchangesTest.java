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
import java.util.Map;
import java.util.Optional;

/// Formats of which no real file is at hand, built from what others' parsers say of them.
class DocumentedExchangesTest {

    private static final String OKX =
            "id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee"
                + " Unit,Position Change,Position Balance,Balance Change,Balance,Balance Unit\n";

    @TempDir Path folder;

    private Read read() {
        return new Read(folder);
    }

    @Test
    void anOkxSpotFillIsTwoRowsAndAFeeBelowZeroIsPaid() {
        ParsedFile file =
                read().text(
                                "UID:000,Account Type:Main,Time Zone:UTC+8\n"
                                        + "\uFEFF"
                                        + OKX
                                        + """
                                        \uFEFF101,1001,2026-07-20 00:12:37,Spot,BTC-USDC,Buy,0.00310089,USDC,64494,0,-0.00000310,BTC,0,0,0.00309779,0.00309779,BTC
                                        \uFEFF501,1001,2026-07-20 00:12:37,Spot,BTC-USDC,Sell,199.98879966,USDC,64494,0,0,USDC,0,0,-199.98879966,1000,USDC
                                        \uFEFF103,1003,2026-07-20 20:23:47,Spot,BTC-USDC,Sell,0.00387238,USDC,64670.5,0,0,BTC,0,0,-0.00387238,0,BTC
                                        \uFEFF503,1003,2026-07-20 20:23:47,Spot,BTC-USDC,Buy,250.42875079,USDC,64670.5,0,-0.25042875,USDC,0,0,250.1,1000,USDC
                                        \uFEFF108,9008,2026-09-29 05:12:11,Transfer,,Transfer out,0.0,cont,0,0,0,BTC,0,0,-0.00302317,0,BTC
                                        \uFEFF109,9009,2026-09-29 05:12:12,Spot,BTC-USDC,Sell,0.1,USDC,64670.5,0,0,BTC,0,0,-0.1,0,BTC
                                        """);
        assertEquals("okx-trades", file.format());
        // 0.0000031 BTC × 64494
        assertEquals(
                List.of(
                        "2026-07-19T16:12:37Z BUY 0.00310089 BTCUSDC at 64494 USDC, cost 0.1999314",
                        "2026-07-20T12:23:47Z SELL 0.00387238 BTCUSDC at 64670.5 USDC, cost"
                                + " 0.25042875"),
                Read.shown(file));
        assertEquals(101, Read.fills(file).getFirst().sequence());
        assertEquals("000", Read.fills(file).getFirst().account().name());
        assertEquals(Map.of("transfer between own accounts", 1L), Read.skipped(file));
        assertEquals(List.of(8L), Read.refusedLines(file));
    }

    @Test
    void equalOkxFillsOfOneOrderStayApart() {
        ParsedFile file =
                read().text(
                                "a.csv",
                                OKX
                                        + """
                                        80,640,2025-10-20 10:43:59,Spot,ADA-EUR,Sell,149.291,EUR,0.5749,0,0,ADA,0,0,-149.291,1554.1592,ADA
                                        81,640,2025-10-20 10:43:59,Spot,ADA-EUR,Buy,85.8273959,EUR,0.5749,0,-0.21456849,EUR,0,0,85.6,1,EUR
                                        78,640,2025-10-20 10:43:59,Spot,ADA-EUR,Sell,149.291,EUR,0.5749,0,0,ADA,0,0,-149.291,1703.4502,ADA
                                        79,640,2025-10-20 10:43:59,Spot,ADA-EUR,Buy,85.8273959,EUR,0.5749,0,-0.21456849,EUR,0,0,85.6,1,EUR
                                        """,
                                Choices.NONE.zone("UTC"));
        assertEquals(2, file.rows().size());
        assertEquals(2, Read.fills(file).stream().map(Fill::key).distinct().count());
        assertEquals(
                List.of("0.21456849", "0.21456849"),
                Read.fills(file).stream().map(f -> Read.plain(f.costs().total())).toList());
    }

    @Test
    void okxContractsAreInPointsUntilTheirSizeIsKnown() {
        ParsedFile file =
                read().text(
                                "UID:187,Account Type:Main,Time Zone:UTC+3\n"
                                        + OKX
                                        + """
                                        1,38,2026-08-10 15:30:21,Swap,TAO-USDT-SWAP,Open long,98,cont,204,0,-0.5,USDT,0,0,0,100,USDT
                                        2,38,2026-08-10 16:00:00,Swap,TAO-USDT-SWAP,Funding fee expense,98,cont,204,-0.4,0,USDT,0,0,0,100,USDT
                                        3,39,2026-08-12 06:06:16,Swap,TAO-USDT-SWAP,Close long,98,cont,205.1,1.078,-0.5,USDT,0,0,0,100,USDT
                                        4,40,2026-08-12 06:06:17,Swap,TAO-USDT-SWAP,Liquidate short,1,TAO,205.1,-5,-0.5,USDT,0,0,0,100,USDT
                                        5,41,2026-08-12 06:06:18,Swap,TAO-USDT-SWAP,Adjust margin,1,TAO,205.1,-5,-0.5,USDT,0,0,0,100,USDT
                                        """);
        assertEquals(
                List.of(
                        "2026-08-10T12:30:21Z BUY 98 TAOUSDT at 204 USDT, cost 0.5",
                        "2026-08-12T03:06:16Z SELL 98 TAOUSDT at 205.1 USDT, cost 0.5",
                        "2026-08-12T03:06:17Z BUY 1 TAOUSDT at 205.1 USDT, cost 0.5"),
                Read.shown(file));
        assertEquals(
                List.of(PositionEffect.OPEN, PositionEffect.CLOSE, PositionEffect.CLOSE),
                Read.fills(file).stream().map(Fill::effect).toList());
        assertEquals("unknown", Read.fills(file).get(0).extras().get("multiplier_source"));
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(Read.fills(file).get(2).extras().get("multiplier_source")));
        assertEquals("1.078", Read.fills(file).get(1).extras().get("stated_pnl"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Paid as funding: 0.4 USDT")),
                file.notes()::toString);
        assertEquals(List.of(7L), Read.refusedLines(file));
    }

    @Test
    void hyperliquidTellsWhatAFillDoes() {
        String text =
                """
                time,coin,dir,px,sz,ntl,fee,closedPnl
                25/03/2026 - 11:15:00,ETH,Open Long,2000,0.1,200,0.02,-0.02
                25/03/2026 - 12:00:00,ETH,Close Long,2010,0.1,201,0.02,0.98
                25/03/2026 - 12:00:01,BTC,Long > Short,99500,0.002,199,0.02,0.98
                25/03/2026 13:33:06,HYPE/USDC,Buy,42.184,20,843.68,0.01344,-0.56695296
                25/03/2026 - 14:00:00,xyz:COPPER,Liquidated Isolated Long,5,1,5,0.02,-1
                25/03/2026 - 14:00:01,ETH,Spot Dust Conversion,5,1,5,0.02,-1
                """;
        assertTrue(read().refusal("a.csv", text, Choices.NONE).contains("browser"));
        ParsedFile file = read().text("a.csv", text, Choices.NONE.zone("+01:00"));
        assertEquals("hyperliquid-trades", file.format());
        assertEquals(
                List.of(
                        "2026-03-25T10:15:00Z BUY 0.1 ETHUSDC at 2000 USDC, cost 0.02",
                        "2026-03-25T11:00:00Z SELL 0.1 ETHUSDC at 2010 USDC, cost 0.02",
                        "2026-03-25T11:00:01Z SELL 0.002 BTCUSDC at 99500 USDC, cost 0.02",
                        "2026-03-25T12:33:06Z BUY 20 HYPEUSDC at 42.184 USDC, cost 0.56695296",
                        "2026-03-25T13:00:00Z SELL 1 COPPERUSDC at 5 USDC, cost 0.02"),
                Read.shown(file));
        assertEquals(
                List.of(
                        PositionEffect.OPEN,
                        PositionEffect.CLOSE,
                        PositionEffect.UNKNOWN,
                        PositionEffect.UNKNOWN,
                        PositionEffect.CLOSE),
                Read.fills(file).stream().map(Fill::effect).toList());
        assertEquals(List.of(7L), Read.refusedLines(file));
        Read.reconciles(file, "EQUAL", 1);
    }

    @Test
    void hyperliquidInAmericaAndFromOtherTools() {
        ParsedFile us =
                read().text(
                                "a.csv",
                                """
                                time,coin,dir,px,sz,ntl,fee,closedPnl
                                9/18/2025 - 14:59:56,ETH/USDC,Sell,4576.6,0.0515,235.69490000000002,0.16498643,-0.26283641999999996
                                """,
                                Choices.NONE.zone("America/New_York"));
        assertEquals(
                List.of("2025-09-18T18:59:56Z SELL 0.0515 ETHUSDC at 4576.6 USDC, cost 0.16498643"),
                Read.shown(us));
        ParsedFile tool =
                read().text(
                                "a.csv",
                                """
                                time,coin,dir,px,sz,ntl,fee,feeToken,closedPnl,hash
                                2025-01-06 13:25:38.148000,SOL,Buy,200,1,200,0.1,USDC,0,0xabc
                                """,
                                Choices.NONE.zone("UTC"));
        assertEquals(
                List.of("2025-01-06T13:25:38.148Z BUY 1 SOLUSDC at 200 USDC, cost 0.1"),
                Read.shown(tool));
    }

    @Test
    void mexcsFeesHaveTheirCoinGluedOn() {
        ParsedFile file =
                read().text(
                                "a.csv",
                                """
                                UID,Pairs,Time,Side,Filled Price,Executed Amount,Total,Fee,Role
                                111,LTC_USDT,2025-12-18 22:13:41,Buy,78.04,0.315,24.58260,0.01229430USDT,Taker
                                111,BTCUSDT,2025-12-18 22:13:42,Sell,30000,0.05,1500,0.000001BTC,Maker
                                111,BTCUSDT,2025-12-18 22:13:43,Sell,30000,0.05,1500,1MX,Maker
                                111,BTCUSDT,2025-12-18 22:13:44,Sell,none,0.05,1500,1MX,Maker
                                """,
                                Choices.NONE.zone("+08:00"));
        assertEquals("mexc-spot-trades", file.format());
        assertEquals(
                List.of(
                        "2025-12-18T14:13:41Z BUY 0.315 LTCUSDT at 78.04 USDT, cost 0.0122943",
                        "2025-12-18T14:13:42Z SELL 0.05 BTCUSDT at 30000 USDT, cost 0.03",
                        "2025-12-18T14:13:43Z SELL 0.05 BTCUSDT at 30000 USDT, cost ?"),
                Read.shown(file));
        assertEquals(List.of(5L), Read.refusedLines(file));
    }

    @Test
    void bitmexCountsCostsInSatoshi() {
        ParsedFile file =
                read().text(
                                "a.csv",
                                """
                                transactTime,symbol,execType,side,lastQty,lastPx,execCost,commission,execComm,ordType,orderQty,leavesQty,price,text,orderID
                                2020-05-01T00:00:00.000Z,XBTUSD,Trade,Buy,100,8600,-1162800,0.00075,872,Limit,100,0,8600,grid-3,o1
                                2020-05-01T04:00:00.000Z,XBTUSD,Funding,,100,8600,-1162800,0.0001,116,Limit,100,0,8600,Funding,o2
                                2022-05-01T04:00:00.000Z,XBTUSDT,Trade,Sell,1000,38000,38000000,-0.0001,-3800,Limit,1000,0,38000,,o3
                                2022-05-01T04:00:00.000Z,XBTUSDT,Trade,,1000,38000,38000000,-0.0001,-3800,Limit,1000,0,38000,,o3
                                2026-02-01T04:00:00.000Z,XBTUSDTH26,Trade,Buy,2000,90000,-180000000,0.0005,90000,Limit,2000,0,90000,,o4
                                """,
                                Choices.NONE);
        assertEquals("bitmex-trades", file.format());
        assertEquals(
                List.of(
                        "2020-05-01T00:00:00Z BUY 100 XBTUSD at 8600 BTC, cost 0.00000872",
                        "2022-05-01T04:00:00Z SELL 1000 XBTUSDT at 38000 USDT, cost -0.0038",
                        "2026-02-01T04:00:00Z BUY 2000 XBTUSDTH26 at 90000 USDT, cost 0.09"),
                Read.shown(file));
        // 38 USDT for 1000 contracts at 38000: a millionth of a bitcoin each.
        assertEquals("0.000001", Read.plain(Read.fills(file).get(1).multiplier()));
        assertEquals("0.000001", Read.plain(Read.fills(file).get(2).multiplier()));
        assertEquals(Optional.of("grid-3"), Read.fills(file).getFirst().tag());
        assertEquals("unknown", Read.fills(file).getFirst().extras().get("multiplier_source"));
        assertEquals(Map.of("funding of an open position, no fill", 1L), Read.skipped(file));
        assertEquals(List.of(5L), Read.refusedLines(file));
    }

    @Test
    void binancesPositionsHaveTimesButNoCosts() {
        ParsedFile file =
                read().text(
                                "Binance-Futures-Position-History-20260701(UTC+7).csv",
                                """
                                Symbol,Margin Mode,Position Side,Entry Price,Avg. Close Price,Max Open Interest,Closed Vol.,Closing PNL,Opened,Closed,Status
                                BTCUSDT,Cross,Long,73645.8,73698.2,0.001,0.001,0.05239999,2026-05-29 18:25:01,2026-05-30 03:35:09,Closed
                                ETHUSDT,Isolated,Short,1926.51,1889.76,0.092,0.092,-3.381,2026-06-02 23:35:35,2026-06-03 02:34:56,Closed
                                SOLUSDT,Cross,Long,65.31,64.49,2.76,2.76,-2.2632,2026-06-10 02:05:10,2026-06-10 07:43:52,Open
                                SOLUSDT,Cross,Long,65.31,64.49,2.76,2.76,-2.2632,2026-06-10 02:05:10,2026-06-10 01:43:52,Closed
                                """,
                                Choices.NONE);
        assertEquals("binance-futures-positions", file.format());
        List<TradeRecord> trades = Read.trades(file);
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT),
                trades.stream().map(TradeRecord::direction).toList());
        assertEquals("2026-05-29T11:25:01Z", trades.getFirst().entryTime().toString());
        assertEquals(
                "2026-05-29T20:35:09Z", trades.getFirst().exit().orElseThrow().time().toString());
        assertEquals(Optional.empty(), trades.getFirst().exit().orElseThrow().netPnl());
        assertEquals("0.05239999", trades.getFirst().extras().get("stated_pnl"));
        assertEquals(Map.of("position still open", 1L), Read.skipped(file));
        // Short from 1926.51 to 1889.76 on 0.092 is +3.381, and the file says −3.381.
        assertEquals("DIFFERENT", file.reconciliation().getFirst().verdict());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("line 3")), file.notes()::toString);
        assertEquals(List.of(5L), Read.refusedLines(file));
    }

    @Test
    void partsMerge() {
        Journal journal = new Journal(folder);
        SplitCheck.holds(
                journal,
                "okx.csv",
                "UID:000,Account Type:Main,Time Zone:UTC+8\n"
                        + OKX
                        + """
                        101,1001,2026-07-20 00:12:37,Spot,BTC-USDC,Buy,0.002,USDC,64494,0,-0.0000031,BTC,0,0,0.003,0.003,BTC
                        501,1001,2026-07-20 00:12:37,Spot,BTC-USDC,Sell,128.988,USDC,64494,0,0,USDC,0,0,-199,1000,USDC
                        1,38,2026-08-10 15:30:21,Swap,TAO-USDT-SWAP,Open long,98,cont,204,0,-0.5,USDT,0,0,0,100,USDT
                        3,39,2026-08-12 06:06:16,Swap,TAO-USDT-SWAP,Close long,98,cont,205.1,1.078,-0.5,USDT,0,0,0,100,USDT
                        """,
                2,
                line -> line.split(",")[2],
                Choices.NONE);
        SplitCheck.holds(
                journal,
                "hyperliquid.csv",
                """
                time,coin,dir,px,sz,ntl,fee,closedPnl
                25/03/2026 - 11:15:00,ETH,Open Long,2000,0.1,200,0.02,-0.02
                25/03/2026 - 11:15:00,ETH,Open Long,2000,0.1,200,0.02,-0.02
                26/03/2026 - 12:00:00,ETH,Close Long,2010,0.1,201,0.02,0.98
                27/03/2026 - 12:00:00,ETH,Close Long,2010,0.1,201,0.02,0.98
                """,
                1,
                line -> line.split(",")[0],
                Choices.NONE.zone("UTC"));
        SplitCheck.holds(
                journal,
                "mexc.csv",
                """
                UID,Pairs,Time,Side,Filled Price,Executed Amount,Total,Fee,Role
                1,LTC_USDT,2025-12-18 22:13:43,Buy,78.04,0.315,24.5826,0.0122943USDT,Taker
                1,LTC_USDT,2025-12-18 22:13:42,Buy,78.04,0.315,24.5826,0.0122943USDT,Taker
                1,LTC_USDT,2025-12-18 22:13:42,Buy,78.04,0.315,24.5826,0.0122943USDT,Taker
                1,LTC_USDT,2025-12-18 22:13:41,Buy,78.04,0.315,24.5826,0.0122943USDT,Taker
                """,
                1,
                line -> line.split(",")[2],
                Choices.NONE.zone("UTC"));
        SplitCheck.holds(
                journal,
                "bitmex.csv",
                """
                transactTime,symbol,execType,side,lastQty,lastPx,execCost,commission,execComm,ordType,orderQty,leavesQty,price,text,orderID
                2020-05-01T00:00:00.000Z,XBTUSD,Trade,Buy,100,8600,-1162800,0.00075,872,Limit,100,0,8600,grid-3,o1
                2020-05-01T00:00:00.000Z,XBTUSD,Trade,Buy,100,8600,-1162800,0.00075,872,Limit,100,0,8600,grid-3,o1
                2020-05-02T00:00:00.000Z,XBTUSD,Trade,Sell,200,8600,-1162800,0.00075,872,Limit,100,0,8600,grid-3,o2
                """,
                1,
                line -> line.split(",")[0],
                Choices.NONE);
        SplitCheck.holds(
                journal,
                "positions.csv",
                """
                Symbol,Margin Mode,Position Side,Entry Price,Avg. Close Price,Max Open Interest,Closed Vol.,Closing PNL,Opened,Closed,Status
                BTCUSDT,Cross,Long,73645.8,73698.2,0.001,0.001,0.05239999,2026-05-29 18:25:01,2026-05-30 03:35:09,Closed
                ETHUSDT,Isolated,Short,1926.51,1889.76,0.092,0.092,3.381,2026-06-02 23:35:35,2026-06-03 02:34:56,Closed
                """,
                1,
                line -> line.split(",")[8],
                Choices.NONE.zone("UTC"));
    }
}
