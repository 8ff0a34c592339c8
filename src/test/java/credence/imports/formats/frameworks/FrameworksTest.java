package credence.imports.formats.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

class FrameworksTest {

    private static final String BACKTESTING =
            """
            ,Size,EntryBar,ExitBar,EntryPrice,ExitPrice,SL,TP,PnL,Commission,ReturnPct,EntryTime,ExitTime,Duration,Tag,Entry_SMA(C,10),Exit_SMA(C,10)
            """
                            .replace("SMA(C,10)", "SMA")
                    + """
                    0,100,52,60,109.07,120.0,100.0,nan,1071.0,22.0,0.098,2004-11-01,2004-11-11,10 days,dip,101.5,119.0
                    1,-50,60,70,120.0,110.0,,,489.0,11.0,0.08,2004-11-11,2004-11-30,19 days,None,119.0,112.0
                    """;

    private static final String VECTORBT =
            """
            Exit Trade Id,Column,Size,Entry Timestamp,Avg Entry Price,Entry Fees,Exit Timestamp,Avg Exit Price,Exit Fees,PnL,Return,Direction,Status,Position Id
            0,fast,2.0,2024-01-01 00:00:00+00:00,100.0,0.2,2024-01-03 00:00:00+00:00,110.0,0.22,19.58,0.0979,Long,Closed,0
            1,slow,1.0,2024-01-04 00:00:00+00:00,120.0,0.12,2024-01-05 00:00:00+00:00,115.0,0.0,4.88,0.04,Short,Open,1
            """;

    private static final String FILLS =
            """
            client_order_id,trader_id,strategy_id,instrument_id,venue_order_id,position_id,trade_id,account_id,last_trade_id,order_side,order_type,last_qty,last_px,currency,liquidity_side,event_id,ts_event,ts_init,commission
            O-1,BACKTESTER-001,EMACross-000,ETHUSDT-PERP.BINANCE,1,P-1,T-1,BINANCE-001,,BUY,MARKET,1.5,2000.50,USDT,TAKER,e1,2024-01-05 10:00:00+00:00,2024-01-05 10:00:00+00:00,1.20 USDT
            O-2,BACKTESTER-001,EMACross-000,ETHUSDT-PERP.BINANCE,2,P-1,T-2,BINANCE-001,,SELL,MARKET,1.5,2010,USDT,TAKER,e2,1704452400000000000,2024-01-05 11:00:00+00:00,0.001 BNB
            """;

    private static final String POSITIONS =
            """
            position_id,trader_id,strategy_id,instrument_id,account_id,opening_order_id,closing_order_id,entry,side,quantity,peak_qty,ts_init,ts_opened,ts_last,ts_closed,duration_ns,avg_px_open,avg_px_close,commissions,realized_return,realized_pnl
            P-1,LIVE-001,Spread-000,NEARUSDT-PERP.BINANCE,BINANCE-001,O-1,O-2,SELL,FLAT,0,25,1701540000000000000,2023-12-02 18:00:00+00:00,1701540000000000000,2023-12-02 19:00:00+00:00,3600,1.993,1.900,"['0.02491250 USDT', '0.02 USDT']",0.04,2.2800875 USDT
            P-2,LIVE-001,Spread-000,6EH4.XCME,IB-001,O-3,,BUY,LONG,1,1,1701540000000000000,2023-12-03 18:00:00+00:00,1701540000000000000,,,1.10,,[],0.0,-2.50 USD
            """;

    private static final String ORDERS =
            """
            client_order_id,trader_id,strategy_id,instrument_id,venue_order_id,position_id,account_id,last_trade_id,type,side,quantity,time_in_force,is_reduce_only,filled_qty,liquidity_side,avg_px,slippage,commissions,status,ts_init,ts_last
            O-1,BACKTESTER-001,EMACross-000,ETHUSDT.BINANCE,1,P-1,BINANCE-001,T-1,MARKET,BUY,1,GTC,False,1,TAKER,2000,0,['2.00 USDT'],FILLED,1704448800000000000,1704448800000000000
            O-2,BACKTESTER-001,EMACross-000,ETHUSDT.BINANCE,2,P-1,BINANCE-001,T-2,MARKET,SELL,1,GTC,True,1,TAKER,2010,0,['2.01 USDT'],FILLED,1704452400000000000,1704452400000000000
            O-3,BACKTESTER-001,EMACross-000,ETHUSDT.BINANCE,,,BINANCE-001,,LIMIT,BUY,1,GTC,False,0,NO_LIQUIDITY_SIDE,,,[],CANCELED,1704452400000000000,1704452400000000000
            """;

    private static final String QUANTCONNECT =
            """
            Time,Symbol,Price,Quantity,Type,Status,Value,Tag
            2013-10-07T13:31:00Z,SPY,144.78,688,Market,Filled,99608.64,entry
            2013-10-08T13:31:00Z,SPY,145.00,-688,Market,Filled,-99760.00,
            2013-10-09T13:31:00Z,SPY,0,10,Limit,Canceled,0,
            """;

    private static final String PYFOLIO =
            """
            ,amount,price,sid,symbol,txn_dollars
            2015-01-05 14:31:00+00:00,10,25.5,24,Equity(24 [AAPL]),-255.0
            2015-01-06 14:31:00+00:00,-10,26.0,24,Equity(24 [AAPL]),260.0
            """;

    private static final String HUMMINGBOT =
            """
            exchange_trade_id,config_file_path,strategy,market,symbol,base_asset,quote_asset,timestamp,order_id,trade_type,order_type,price,amount,leverage,trade_fee,trade_fee_in_quote,position,age
            12345678901234567890,conf_pure_mm_1.yml,pure_market_making,binance,ETH-USDT,ETH,USDT,1704448800123,buy-ETH-1,BUY,LIMIT_MAKER,2000,0.5,1,"{""percent"": ""0.001"", ""flat_fees"": []}",1.0,NIL,00:00:07
            12345678901234567891,conf_pure_mm_1.yml,pure_market_making,binance,ETH-USDT,ETH,USDT,1704448900123,sell-ETH-1,SELL,LIMIT_MAKER,2004,0.5,1,{},1.002,NIL,00:00:08
            1,conf_perp.yml,perpetual_market_making,kucoin_paper_trade,BTC-USDT,BTC,USDT,1704449000000,paper//1,SELL,MARKET,40000,0.1,5,{},,PositionAction.CLOSE,n/a
            """;

    @TempDir private Path folder;

    @Test
    void backtestingPy() {
        assertNotNull(read(BACKTESTING, Choices.NONE.zone("UTC")).error());
        ParsedFile file =
                read(BACKTESTING, Choices.NONE.zone("UTC").symbol("GOOG").bot("SmaCross"));

        assertEquals("backtesting-py-trades", file.format());
        assertEquals(List.of(), file.refused());
        TradeRecord first = trade(file, 0);
        assertEquals("SmaCross", first.bot().name());
        assertEquals(new BigDecimal("1071.0"), first.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals(new BigDecimal("22.0"), first.exit().orElseThrow().costs().orElseThrow());
        assertEquals(new BigDecimal("100.0"), first.stop().orElseThrow().value());
        assertTrue(first.takeProfit().isEmpty());
        assertEquals("101.5", first.extras().get("Entry_SMA"));
        assertEquals(Direction.SHORT, trade(file, 1).direction());
        assertEquals(SourceClass.BACKTEST, first.source());
    }

    @Test
    void vectorbt() {
        ParsedFile bots = read(VECTORBT, Choices.NONE.symbol("ETHUSDT"));
        assertEquals("vectorbt-trades", bots.format());
        assertEquals("fast", trade(bots, 0).bot().name());
        assertEquals(
                new BigDecimal("0.42"), trade(bots, 0).exit().orElseThrow().costs().orElseThrow());
        assertEquals(
                new BigDecimal("19.58"),
                trade(bots, 0).exit().orElseThrow().netPnl().orElseThrow());
        TradeRecord open = trade(bots, 1);
        assertTrue(open.exit().isEmpty());
        assertEquals(new BigDecimal("115.0"), open.mark().orElseThrow().price().value());

        ParsedFile symbols = read(VECTORBT, Choices.NONE.bot("Cross"));
        assertEquals("FAST", trade(symbols, 0).symbol().name());
    }

    @Test
    void nautilusFills() {
        ParsedFile file = read(FILLS, Choices.NONE);
        assertEquals("nautilus-fills", file.format());
        Fill buy = fill(file, 0);
        assertEquals("EMACross-000", buy.bot().name());
        assertEquals("BINANCE-001", buy.account().name());
        assertEquals("ETHUSDT", buy.symbol().name());
        assertEquals(new BigDecimal("1.20"), buy.costs().commission().orElseThrow());
        assertEquals("USDT", buy.currency().code());
        assertEquals(SourceClass.BACKTEST, buy.source());
        assertEquals(Instant.parse("2024-01-05T11:00:00Z"), fill(file, 1).time());
        assertTrue(fill(file, 1).costs().commission().isEmpty());
        assertEquals("0.001", fill(file, 1).extras().get("fee"));
        assertEquals("BNB", fill(file, 1).extras().get("fee_currency"));
        assertTrue(file.notes().stream().anyMatch(n -> n.startsWith("1 commissions")));
    }

    @Test
    void nautilusPositions() {
        ParsedFile file = read(POSITIONS, Choices.NONE);
        assertEquals("nautilus-positions", file.format());
        assertEquals(List.of(), file.refused());
        TradeRecord closed = trade(file, 0);
        assertEquals(Direction.SHORT, closed.direction());
        assertEquals(new BigDecimal("25"), closed.quantity().value());
        assertEquals(
                new BigDecimal("2.2800875"), closed.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals(
                new BigDecimal("0.04491250"), closed.exit().orElseThrow().costs().orElseThrow());
        TradeRecord open = trade(file, 1);
        assertTrue(open.exit().isEmpty());
        assertEquals("table", open.extras().get("multiplier_source"));
        assertEquals(new BigDecimal("125000"), open.multiplier());
        assertEquals("USD", open.currency().code());
    }

    @Test
    void nautilusOrders() {
        ParsedFile file = read(ORDERS, Choices.NONE);
        assertEquals("nautilus-orders", file.format());
        assertEquals(2, file.rows().size());
        assertEquals(PositionEffect.CLOSE, fill(file, 1).effect());
        assertEquals(new BigDecimal("2.01"), fill(file, 1).costs().commission().orElseThrow());
        assertEquals("order that was not filled (canceled)", file.skipped().getFirst().reason());
    }

    @Test
    void quantConnect() {
        ParsedFile file = read(QUANTCONNECT, Choices.NONE.bot("Alpha"));
        assertEquals("quantconnect-orders", file.format());
        assertEquals(2, file.rows().size());
        assertEquals(Side.SELL, fill(file, 1).side());
        assertEquals("entry", fill(file, 0).tag().orElseThrow());
        assertTrue(fill(file, 0).costs().commission().isEmpty());
    }

    @Test
    void pyfolio() {
        ParsedFile file = read(PYFOLIO, Choices.NONE);
        assertNull(file.error(), () -> String.valueOf(file.error()));
        assertEquals("pyfolio-transactions", file.format());
        assertEquals("AAPL", fill(file, 0).symbol().name());
        assertEquals(Side.SELL, fill(file, 1).side());
        assertEquals("unassigned (pyfolio)", fill(file, 0).bot().name());
    }

    @Test
    void hummingbot() {
        ParsedFile file = read(HUMMINGBOT, Choices.NONE);
        assertEquals("hummingbot-trades", file.format());
        Fill buy = fill(file, 0);
        assertEquals("conf_pure_mm_1", buy.bot().name());
        assertEquals("binance", buy.account().name());
        assertEquals(new BigDecimal("1.0"), buy.costs().commission().orElseThrow());
        assertEquals(Instant.parse("2024-01-05T10:00:00.123Z"), buy.time());
        Fill paper = fill(file, 2);
        assertEquals(SourceClass.PAPER, paper.source());
        assertEquals(PositionEffect.CLOSE, paper.effect());
        assertTrue(paper.costs().commission().isEmpty());
    }

    @Test
    void overlappingPartsMerge() {
        Journal journal = new Journal(folder);
        Choices all = Choices.NONE.zone("UTC").symbol("ETHUSDT").bot("b");
        SplitCheck.holds(journal, "a.csv", BACKTESTING, 1, column(11), all);
        SplitCheck.holds(journal, "a.csv", VECTORBT, 1, column(3), all);
        SplitCheck.holds(journal, "a.csv", FILLS, 1, column(16), all);
        SplitCheck.holds(journal, "a.csv", POSITIONS, 1, column(12), all);
        SplitCheck.holds(journal, "a.csv", QUANTCONNECT, 1, column(0), all);
        SplitCheck.holds(journal, "a.csv", PYFOLIO, 1, column(0), all);
        SplitCheck.holds(journal, "a.csv", HUMMINGBOT, 1, column(7), all);
    }

    private static Function<String, String> column(int index) {
        return line -> line.split(",")[index];
    }

    private static TradeRecord trade(ParsedFile file, int index) {
        assertNull(file.error(), () -> String.valueOf(file.error()));
        return (TradeRecord) file.rows().get(index).row();
    }

    private static Fill fill(ParsedFile file, int index) {
        assertNull(file.error(), () -> String.valueOf(file.error()));
        return (Fill) file.rows().get(index).row();
    }

    private ParsedFile read(String text, Choices choices) {
        return new Journal(folder).read("f.csv", text, choices);
    }
}
