package credence.imports.formats.futures;

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
import credence.imports.SharedFiles;
import credence.imports.SplitCheck;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class FuturesFormatsTest {

    private static final Choices CHICAGO = Choices.NONE.zone("America/Chicago");
    private static final Choices UTC = Choices.NONE.zone("UTC");

    @TempDir private Path folder;

    private static ParsedFile shared(String name, Choices choices) {
        return StandardFormats.reader()
                .read(
                        SharedFiles.data("journals/futures/" + name),
                        choices.options(),
                        Progress.NONE);
    }

    private ParsedFile read(String text, Choices choices) {
        return new Journal(folder).read("f.csv", text, choices);
    }

    private static List<Fill> fills(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (Fill) r.row()).toList();
    }

    private static List<TradeRecord> trades(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    private static BigDecimal net(TradeRecord trade) {
        return trade.exit().orElseThrow().netPnl().orElseThrow();
    }

    private void splits(String name, int time) throws IOException {
        SplitCheck.holds(
                new Journal(folder),
                "f.csv",
                Files.readString(SharedFiles.data("journals/futures/" + name)),
                1,
                line -> line.split(",", -1)[time],
                UTC);
    }

    // ---- NinjaTrader

    @Test
    void theFillThatClosesAndTurnsRoundIsNotTakenForAClosing() {
        ParsedFile file = shared("ninjatrader_executions.csv", CHICAGO);
        assertEquals("ninjatrader-executions", file.format());
        List<Fill> fills = fills(file);
        assertEquals(8, fills.size());
        assertEquals(List.of(), file.refused());
        Fill reversal =
                fills.stream()
                        .filter(f -> f.tag().orElseThrow().equals("Reverse"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Side.SELL, reversal.side());
        assertEquals(new BigDecimal("2"), reversal.quantity().value());
        assertEquals(PositionEffect.UNKNOWN, reversal.effect());
        assertEquals(4, fills.stream().filter(f -> f.effect() == PositionEffect.CLOSE).count());
        assertEquals(3, fills.stream().filter(f -> f.effect() == PositionEffect.OPEN).count());
        assertEquals(new BigDecimal("50"), reversal.multiplier());
        assertEquals(Instant.parse("2026-09-08T14:31:05Z"), fills.getFirst().time());
        assertEquals("Sim101", fills.getFirst().account().name());
        assertEquals(SourceClass.BACKTEST, fills.getFirst().source());
    }

    @Test
    void theAccountsDisplayNameIsTheAccount() {
        ParsedFile file =
                read(
                        """
                        Instrument,Action,Quantity,Price,Time,ID,E/X,Position,Order ID,Name,Commission,Rate,Account display name,Connection
                        ES 09-26,Buy,1,6400.25,7/13/2026 9:44:46 AM,x1,Entry,1 L,o1,Entry,$1.24,1,Live-01,Tradovate
                        ES 09-26,Sell,1,6401.25,7/13/2026 9:45:46 AM,x2,Entry,1 S,o2,Entry,$1.24,1,Live-02,Tradovate
                        """,
                        CHICAGO);
        assertEquals("ninjatrader-executions", file.format());
        assertEquals(
                List.of("Live-01", "Live-02"),
                fills(file).stream().map(f -> f.account().name()).toList());
    }

    @Test
    void commissionsAreThoseOfTheFile() {
        BigDecimal micro = BigDecimal.ZERO;
        BigDecimal mini = BigDecimal.ZERO;
        for (Fill f : fills(shared("ninjatrader_executions.csv", CHICAGO))) {
            BigDecimal paid = f.costs().commission().orElseThrow();
            if (f.symbol().name().startsWith("MNQ")) {
                micro = micro.add(paid);
            } else {
                mini = mini.add(paid);
            }
        }
        assertEquals(new BigDecimal("3.12"), micro); // 2.08 + 1.04
        assertEquals(new BigDecimal("9.00"), mini);
    }

    @Test
    void theTradesGridStatesProfitsAfterAllCosts() {
        ParsedFile file = shared("ninjatrader_grid.csv", CHICAGO);
        assertEquals("ninjatrader-trades", file.format());
        assertEquals(
                List.of("48.10", "48.10", "-75.90", "48.10", "-55.40", "48.10"),
                trades(file).stream().map(t -> net(t).toPlainString()).toList());
        assertEquals(List.of(new Skipped("blank row", 2)), file.skipped());
        // 50 − 48.10 − 0.78 a trade
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("Fees of 6.72")),
                file.notes()::toString);
        TradeRecord first = trades(file).getFirst();
        assertEquals(Instant.parse("2026-07-02T14:12:00Z"), first.entryTime());
        assertEquals(new BigDecimal("2"), first.multiplier());
    }

    @Test
    void aProfitBeforeCommissionIsToldByThePrices() {
        ParsedFile file =
                read(
                        """
                        Trade number,Instrument,Account,Strategy,Market pos.,Qty,Entry price,Exit price,Entry time,Exit time,Entry name,Exit name,Profit,Cum. net profit,Commission,MAE,MFE,ETD,Bars,
                        1,MNQ 12-26,Sim101,TrendBot,Short,3,20010.00,20000.00,9/22/2026 9:35:12 AM,9/22/2026 9:41:00 AM,Sell,Profit target,$60.00,$57.84,$2.16,$12.00,$66.00,$6.00,5,
                        2,MNQ 12-26,Sim101,TrendBot,Long,1,20000.00,19990.00,9/22/2026 1:00:00 PM,9/22/2026 1:05:00 PM,Buy,Stop loss,($20.00),$37.12,$0.72,$0,$0,$0,1,
                        """,
                        CHICAGO);
        List<TradeRecord> trades = trades(file);
        assertEquals(new BigDecimal("57.84"), net(trades.get(0)));
        assertEquals(new BigDecimal("-20.72"), net(trades.get(1)));
        assertEquals("TrendBot", trades.get(0).bot().name());
        assertEquals(
                new BigDecimal("12.00"), trades.get(0).exit().orElseThrow().mae().orElseThrow());
        assertEquals(SourceClass.PAPER, trades.get(0).source());
    }

    @Test
    void aFrenchGridReadsTheSame() {
        ParsedFile file =
                read(
                        """
                        Instrument;Account;Strategy;Market pos.;Qty;Entry price;Exit price;Entry time;Exit time;Profit;Commission;
                        MES 12-26;Live1;Bot;Long;5;5 000,25;5 050,25;16/09/2026 15:31:02;16/09/2026 15:40:00;1 250,00 $;5,20 $;
                        MES 12-26;Live1;Bot;Short;1;5050,25;5060,25;01/10/2026 15:31:02;01/10/2026 15:40:00;-50,00 $;1,04 $;
                        """,
                        Choices.NONE.zone("Europe/Paris"));
        assertEquals("ninjatrader-trades", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(List.of(), file.refused());
        assertEquals(new BigDecimal("1244.80"), net(trades.getFirst()));
        assertEquals(Instant.parse("2026-09-16T13:31:02Z"), trades.getFirst().entryTime());
        assertEquals(SourceClass.LIVE, trades.getFirst().source());
    }

    @Test
    void aProfitInPointsIsKeptButDoesNotCount() {
        ParsedFile file =
                read(
                        """
                        Instrument,Market pos.,Qty,Entry price,Exit price,Entry time,Exit time,Profit
                        ES 12-26,Long,1,5000.00,5010.00,2026-09-16 15:31:02,2026-09-16 15:40:00,10.00
                        """,
                        UTC);
        TradeRecord trade = trades(file).getFirst();
        assertTrue(trade.exit().orElseThrow().netPnl().isEmpty());
        assertEquals("10.00", trade.extras().get("stated_pnl"));
        assertEquals(new BigDecimal("50"), trade.multiplier());
    }

    @Test
    void datesThatCouldBeEitherAreAskedFor() {
        ParsedFile file =
                read(
                        """
                        Instrument,Action,Quantity,Price,Time,ID,E/X,Position
                        ES 12-26,Buy,1,5000.50,08/09/2026 09:31:05,a,Entry,1 L
                        """,
                        UTC);
        assertNotNull(file.error());
        assertTrue(file.error().reason().contains("which is the day"), file.error()::reason);
    }

    @Test
    void anUnknownContractBlocksMoneyNotTheImport() {
        ParsedFile file =
                read(
                        """
                        Instrument,Action,Quantity,Price,Time,ID,E/X,Position
                        XYZ 12-26,Buy,1,5000.50,2026-09-08 09:31:05,a,Entry,1 L
                        XYZ 12-26,Hold,1,5000.50,2026-09-08 09:31:05,b,Entry,1 L
                        """,
                        UTC);
        assertEquals("unknown", fills(file).getFirst().extras().get("multiplier_source"));
        assertTrue(file.notes().stream().anyMatch(n -> n.contains("XYZ 12-26")));
        assertEquals("Action", file.refused().getFirst().column());
        assertEquals(3, file.refused().getFirst().line());
    }

    // ---- Tradovate

    @Test
    void ordersAreFillsWhereTheyWereFilled() {
        ParsedFile file = shared("tradovate_orders.csv", CHICAGO);
        assertEquals("tradovate-orders", file.format());
        List<Fill> fills = fills(file);
        assertEquals(28, file.read());
        assertEquals(12, fills.size());
        assertEquals(List.of(new Skipped("order that was canceled", 16)), file.skipped());
        Fill first = fills.getFirst();
        assertEquals(Side.BUY, first.side());
        assertEquals(new BigDecimal("5"), first.quantity().value());
        assertEquals(new BigDecimal("28531.75"), first.price().value());
        assertEquals(Instant.parse("2026-06-10T21:00:05Z"), first.time());
        assertEquals("Chart", first.tag().orElseThrow());
        assertEquals("ACCT0000000000000", first.account().name());
        assertEquals(new BigDecimal("2"), first.multiplier());
    }

    @Test
    void theOrdersOfAContractEndFlat() {
        BigDecimal position = BigDecimal.ZERO;
        for (Fill f : fills(shared("tradovate_orders.csv", CHICAGO))) {
            position =
                    f.side() == Side.BUY
                            ? position.add(f.quantity().value())
                            : position.subtract(f.quantity().value());
        }
        assertEquals(0, position.signum());
    }

    @Test
    void pairsAreTradesWithTheirStatedProfit() {
        ParsedFile file = shared("tradovate_performance.csv", CHICAGO);
        assertEquals("tradovate-performance", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        assertEquals("-400.00", trades.get(0).extras().get("stated_pnl"));
        assertEquals("1200.00", trades.get(1).extras().get("stated_pnl"));
        assertEquals(Direction.LONG, trades.get(0).direction());
        assertEquals(new BigDecimal("800.00"), file.reconciliation().getFirst().stated());
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
    }

    @Test
    void withinOneSecondTheLowerFillCameFirst() {
        ParsedFile file =
                read(
                        """
                        Position ID,Timestamp,Trade Date,Net Pos,Net Price,Bought,Avg. Buy,Sold,Avg. Sell,Account,Contract,Product,Product Description,_priceFormat,_priceFormatType,_tickSize,Pair ID,Buy Fill ID,Sell Fill ID,Paired Qty,Buy Price,Sell Price,P/L,Currency,Bought Timestamp,Sold Timestamp
                        1,04/09/2026 17:14:44,2026-04-09,0,,24,25065.97,24,25061.03,APEX1,MNQM6,MNQ,Micro,-2,0,0.25,465747740223,465747740203,465747740221,5,25073.25,25072.00,-12.50,USD,04/09/2026 17:14:44,04/09/2026 17:14:44
                        2,08/05/2026 11:54:39,2026-08-05,0,,2,29856.88,2,29818.75,APEX1,MNQU6,MNQ,Micro,-2,0,0.25,419496653373,419496653371,419496653362,1,29899.75,29843.50,-112.50,USD,08/05/2026 11:49:40,08/05/2026 11:38:15
                        3,08/05/2026 11:54:39,2026-08-05,0,,2,29856.88,2,29818.75,APEX1,MNQU6,MNQ,Micro,-2,0,0.25,419496653374,419496653391,419496653382,1,29899.75,29843.50,-112.50,USD,08/05/2026 11:49:40,08/05/2026 11:49:40
                        """,
                        CHICAGO);
        assertEquals("tradovate-positions", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT, Direction.SHORT),
                trades.stream().map(TradeRecord::direction).toList());
        assertEquals("APEX1", trades.get(0).account().name());
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
    }

    @Test
    void aStatedProfitThatThePricesContradictIsSaid() {
        ParsedFile file =
                read(
                        """
                        symbol,buyFillId,sellFillId,qty,buyPrice,sellPrice,pnl,boughtTimestamp,soldTimestamp
                        MNQM6,1,2,1,100.00,110.00,$25.00,06/14/2026 10:00:00,06/14/2026 11:00:00
                        """,
                        CHICAGO);
        assertEquals("DIFFERENT", file.reconciliation().getFirst().verdict());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("line 2")), file.notes()::toString);
    }

    @Test
    void fillsHaveTheirCommissionAndUniversalTime() {
        ParsedFile file =
                read(
                        """
                        _id,_orderId,_contractId,_timestamp,_tradeDate,_action,_qty,_price,_active,_accountId,Fill ID,Order ID,Timestamp,Date,Account,B/S,Quantity,Price,_priceFormat,_priceFormatType,_tickSize,Contract,Product,Product Description,commission
                        540725260010,540725260007,3570919,2026-06-14 23:03:54.732Z,2026-06-15,0,1,7494.25,true,54066902,540725260010,540725260007,06/14/2026 18:03:54,6/14/26,DEMO, Buy,1,7494.25,-2,0,0.25,ESM6,ES,E-Mini S&P 500,1.29
                        540725260011,540725260007,3570919,2026-06-14 23:03:54.732Z,2026-06-15,0,1,7494.25,false,54066902,540725260011,540725260007,06/14/2026 18:03:54,6/14/26,DEMO, Buy,1,7494.25,-2,0,0.25,ESM6,ES,E-Mini S&P 500,1.29
                        """,
                        Choices.NONE);
        assertEquals("tradovate-fills", file.format());
        assertEquals(1, fills(file).size());
        Fill fill = fills(file).getFirst();
        assertEquals(Instant.parse("2026-06-14T23:03:54.732Z"), fill.time());
        assertEquals(new BigDecimal("1.29"), fill.costs().commission().orElseThrow());
        assertEquals(new BigDecimal("50"), fill.multiplier());
        assertEquals(List.of(new Skipped("fill that was taken back", 1)), file.skipped());
    }

    // ---- TopstepX

    @Test
    void topstepStatesProfitBeforeFees() {
        ParsedFile file = shared("topstepx_trades.csv", UTC);
        assertEquals("topstepx-trades", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals("51.00", trades.get(0).extras().get("stated_pnl"));
        assertEquals("-400.00", trades.get(1).extras().get("stated_pnl"));
        assertEquals(new BigDecimal("49.66"), net(trades.get(0)));
        assertEquals(new BigDecimal("-402.68"), net(trades.get(1)));
        // The second row states a loss where the market fell 20 points under a short position.
        assertEquals("DIFFERENT", file.reconciliation().getFirst().verdict());
        assertTrue(file.notes().stream().anyMatch(n -> n.contains("line 3")));
    }

    @Test
    void topstepsOffsetsAndCommissionsAreRead() {
        ParsedFile file =
                read(
                        """
                        Id,ContractName,EnteredAt,ExitedAt,EntryPrice,ExitPrice,Fees,PnL,Size,Type,TradeDay,TradeDuration,Commissions
                        000SYNTH01,MNQZ6,07/10/2026 17:00:00 +03:00,07/10/2026 17:00:02 +03:00,20000.125000000,20001.375000000,1.44,5.000000000,2,Long,07/10/2026 00:00:00 -05:00,00:00:01.1234567,1.00
                        """,
                        Choices.NONE);
        TradeRecord trade = trades(file).getFirst();
        assertEquals(Instant.parse("2026-07-10T14:00:00Z"), trade.entryTime());
        assertEquals(0, net(trade).compareTo(new BigDecimal("2.56")));
        assertEquals(
                0,
                trade.exit().orElseThrow().costs().orElseThrow().compareTo(new BigDecimal("2.44")));
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
    }

    @Test
    void topstepsClosingOrderMayTurnThePosition() {
        ParsedFile file =
                read(
                        """
                        Id,AccountName,ContractName,Status,Type,Size,Side,CreatedAt,TradeDay,FilledAt,CancelledAt,TriggeredAt,StopPrice,LimitPrice,ExecutePrice,TriggeredPrice,PositionDisposition,CreationDisposition,RejectionReason,ExchangeOrderId,PlatformOrderId
                        11,A,MNQZ6,Filled,Market,3,Bid,10/07/2026 16:20:37 +02:00,,10/07/2026 16:20:37 +02:00,,,,,31246.5,,Opening,Trader,,,
                        12,A,MNQZ6,Filled,Limit,3,Ask,10/07/2026 16:20:37 +02:00,,10/07/2026 17:49:06 +02:00,,,,31366.5,31366.5,,Closing,TakeProfit,,,
                        13,A,MNQZ6,Cancelled,Stop,3,Ask,10/07/2026 16:20:37 +02:00,,,10/07/2026 17:49:06 +02:00,,31227.5,,,,Undetermined,StopLoss,,,
                        """,
                        Choices.NONE);
        assertEquals("topstepx-orders", file.format());
        List<Fill> fills = fills(file);
        assertEquals(2, fills.size());
        assertEquals(Side.BUY, fills.get(0).side());
        assertEquals(PositionEffect.OPEN, fills.get(0).effect());
        assertEquals(PositionEffect.UNKNOWN, fills.get(1).effect());
        assertEquals("TakeProfit", fills.get(1).tag().orElseThrow());
        assertEquals(List.of(new Skipped("order that was cancelled", 1)), file.skipped());
    }

    // ---- Rithmic

    private static final String RITHMIC =
            """
            "Working Orders"


            "Completed Orders"
            "Account","Status","Remarks","Buy/Sell","Qty To Fill","Max Show Qty","Symbol","Price Type","Avg Fill Price","Limit Price","Order Number","Update Time (ZONE)","Qty Filled","Create Time (ZONE)","Commission","Commission Fill Rate"
            "APEX-33521-11","Filled","","S","2","","MNQM4","M","17771.6250","","1284801488","2024-04-24 09:52:19","2","2024-04-24 09:42:38","","0.51"
            "APEX-33521-11","Cancelled","","B","2","","MNQM4","L","","17700.00","1284801489","2024-04-24 09:52:19","0","2024-04-24 09:42:38","","0.51"
            """;

    @Test
    void rithmicsZoneStandsInTheNameOfItsColumn() {
        ParsedFile file = read(RITHMIC.replace("ZONE", "EDT"), Choices.NONE);
        assertEquals("rithmic-orders", file.format());
        assertEquals(1, fills(file).size());
        Fill fill = fills(file).getFirst();
        assertEquals(Instant.parse("2024-04-24T13:52:19Z"), fill.time());
        assertEquals(new BigDecimal("1.02"), fill.costs().commission().orElseThrow());
        assertEquals(Side.SELL, fill.side());
        assertEquals(List.of(new Skipped("order that was cancelled", 1)), file.skipped());
    }

    @Test
    void rithmicsOwnTimeIsNoZone() {
        ParsedFile file = read(RITHMIC.replace("ZONE", "RDT"), Choices.NONE);
        assertNotNull(file.error());
        assertTrue(file.error().remedy().contains("--zone"), file.error()::remedy);
    }

    // ---- parts

    @Test
    void overlappingExportsMerge() throws IOException {
        splits("ninjatrader_executions.csv", 4);
        splits("ninjatrader_grid.csv", 4);
        splits("tradovate_performance.csv", 10);
        splits("topstepx_trades.csv", 2);
        // Orders are in order of nothing: every row is an instant of its own.
        splits("tradovate_orders.csv", 0);
    }
}
