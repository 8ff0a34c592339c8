package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class BybitTransactionLogTest {

    private static final String HEAD =
            """
            UID: 7,Company Name: ,Country:
            Uid,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)
            """;

    /// Two sales of BTC on the spot market at one price (0.2 and 0.1), and one purchase; a long of ETH opened, paid funding on and closed.
    private static final String ROWS =
            """
            7,USDT,ETHUSDT,TRADE,SELL,0.50000000,0.00000000,3100.0,0.0,-0.85250000,50.0,49.14750000,17098.37375000,CLOSE,2026-03-04 12:00:00
            7,USDT,ETHUSDT,SETTLEMENT,BUY,--,0.50000000,--,-0.15125000,0.0,0.0,-0.15125000,17049.22625000,SETTLEMENT,2026-03-04 08:00:00
            7,USDT,ETHUSDT,TRADE,BUY,0.50000000,0.50000000,3000.0,0.0,-0.82500000,0.0,-0.82500000,17049.37750000,OPEN,2026-03-04 07:00:00
            7,USDT,BTCUSDT,TRADE,SELL,14000,0,70000,0,-14,14000,13986,17050.20250000,--,2026-03-03 10:00:00
            7,BTC,BTCUSDT,TRADE,SELL,-0.1,0,70000,0,0,-0.1,-0.1,-0.0003,--,2026-03-03 10:00:00
            7,BTC,BTCUSDT,TRADE,SELL,-0.2,0,70000,0,0,-0.2,-0.2,0.0997,--,2026-03-03 10:00:00
            7,USDT,BTCUSDT,TRADE,SELL,7000,0,70000,0,-7,7000,6993,3064.20250000,--,2026-03-03 10:00:00
            7,BTC,BTCUSDT,TRADE,BUY,0.3,0,60000,0,-0.0003,0.3,0.2997,0.2997,--,2026-03-02 10:00:00
            7,USDT,BTCUSDT,TRADE,BUY,-18000,0,60000,0,0,-18000,-18000,-3928.79750000,--,2026-03-02 10:00:00
            7,USDT,,TRANSFER_IN,--,--,--,--,--,--,14071.2025,14071.2025,14071.2025,--,2026-03-01 10:00:00
            """;

    @TempDir Path folder;

    private Read read() {
        return new Read(folder);
    }

    @Test
    void aSpotFillIsTwoRowsAndAFillOfAContractOne() {
        ParsedFile file = read().text(HEAD + ROWS);
        assertEquals("bybit-transaction-log", file.format());
        // Costs by hand: 0.0003 BTC at 60,000; 7 and 14 USDT as they stand.
        assertEquals(
                List.of(
                        "2026-03-02T10:00:00Z BUY 0.3 BTCUSDT at 60000 USDT, cost 18",
                        "2026-03-03T10:00:00Z SELL 0.1 BTCUSDT at 70000 USDT, cost 7",
                        "2026-03-03T10:00:00Z SELL 0.2 BTCUSDT at 70000 USDT, cost 14",
                        "2026-03-04T07:00:00Z BUY 0.5 ETHUSDT at 3000 USDT, cost 0.825",
                        "2026-03-04T12:00:00Z SELL 0.5 ETHUSDT at 3100 USDT, cost 0.8525"),
                Read.shown(file).stream().sorted().toList());
        assertEquals(List.of(), file.refused());
        List<Fill> fills = Read.fills(file);
        assertEquals("7", fills.getFirst().account().name());
        assertEquals("50.0", fills.getLast().extras().get("stated_pnl"));
        assertEquals(PositionEffect.CLOSE, fills.getLast().effect());
        assertEquals(PositionEffect.UNKNOWN, fills.getFirst().effect());
        assertEquals(
                1L,
                Read.skipped(file).get("funding of an open position, no fill (sum in the notes)"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Paid as funding: 0.15125 USDT")),
                file.notes()::toString);
        // 14071.2025 less 18000, plus 6993 and 13986, less 0.825 and 0.15125, plus 49.1475.
        Read.reconciles(file, "EQUAL", 2);
    }

    @Test
    void halfATradeIsNoFill() {
        String[] lines = ROWS.split("\n");
        String cut = String.join("\n", List.of(lines).subList(0, 6)) + "\n";
        ParsedFile file = read().text(HEAD + cut);
        assertEquals(List.of(6L, 7L, 8L), Read.refusedLines(file));
        assertTrue(
                file.refused().getFirst().reason().contains("2 and 1 rows"),
                file.refused()::toString);
        assertEquals(2, file.rows().size());
    }

    @Test
    void aCloseThatLeavesAPositionOfItsOwnDirectionHasTurnedItRound() {
        ParsedFile file =
                read().text(
                                "log.csv",
                                """
                                Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,OrderId,TradeId,Time
                                USDC,SOLPERP,LIQUIDATION,BUY,1,0,120,0,-0.06,10,9.94,108.8,CLOSE,o3,t3,2026-07-03 10:00:00.250
                                USDC,SOLPERP,TRADE,SELL,3,-1,130,0,-0.1,60,59.9,98.9,CLOSE,o2,t2,2026-07-02 10:00:00.000
                                USDC,SOLPERP,TRADE,BUY,2,2,100,0,-0.1,0,-0.1,39,OPEN,o1,t1,2026-07-01 10:00:00.000
                                """,
                                Choices.NONE.zone("UTC"));
        assertEquals(
                List.of(PositionEffect.OPEN, PositionEffect.UNKNOWN, PositionEffect.CLOSE),
                Read.fills(file).stream().map(Fill::effect).toList());
        assertEquals("2026-07-03T10:00:00.250Z", Read.fills(file).getLast().time().toString());
        assertEquals("liquidation", Read.fills(file).getLast().extras().get("filled_type"));
        assertEquals("USDC", Read.fills(file).getLast().currency().code());
    }

    @Test
    void contractsInDollarsSettleInTheCoinAndTheirPointIsNotKnown() {
        ParsedFile file =
                read().text(
                                HEAD
                                        + "7,BTC,BTCUSD,TRADE,BUY,100,100,50000,0,-0.0000011,0,-0.0000011,0.1,OPEN,2026-07-01"
                                        + " 10:00:00\n");
        assertEquals("BTC", Read.fills(file).getFirst().currency().code());
        assertEquals("unknown", Read.fills(file).getFirst().extras().get("multiplier_source"));
    }

    /// Fees and funding are positive there when they are paid, as the changes tell: −0.4, −0.1 and 20 − 0.5.
    @Test
    void theClassicAccountsLogHasDirectionsAndTheOtherSign() {
        ParsedFile file =
                read().text(
                                "log.csv",
                                """
                                Time,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Fee Rate,Trade ID,Order ID
                                2022-03-03 10:00:00,USDT,AAAUSDT,trade,Close Long,2,0,110,0,0.5,20,19.5,119,0.0006,t3,o3
                                2022-03-02 08:00:00,USDT,AAAUSDT,funding,--,2,2,105,0.1,0,0,-0.1,99.5,0.0001,t2,o2
                                2022-03-01 10:00:00,USDT,AAAUSDT,trade,Open Long,2,2,100,0,0.4,0,-0.4,99.6,0.0006,t1,o1
                                2022-02-01 10:00:00,USDT,,transferIn,--,--,--,--,--,--,100,100,100,--,--,--
                                """,
                                Choices.NONE.zone("UTC"));
        assertEquals(
                List.of(
                        "2022-03-01T10:00:00Z BUY 2 AAAUSDT at 100 USDT, cost 0.4",
                        "2022-03-03T10:00:00Z SELL 2 AAAUSDT at 110 USDT, cost 0.5"),
                Read.shown(file));
        assertEquals(PositionEffect.CLOSE, Read.fills(file).getLast().effect());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Paid as funding: 0.1 USDT")),
                file.notes()::toString);
        Read.reconciles(file, "EQUAL", 1);
    }

    @Test
    void theZoneIsAskedForWhereNoColumnNamesIt() {
        assertTrue(
                read().refusal(
                                "a.csv",
                                "Currency,Contract,Type,Direction,Quantity,Position,Filled"
                                    + " Price,Funding,Fee Paid,Cash Flow,Change,Wallet"
                                    + " Balance,Action,OrderId,TradedTime\n"
                                    + "USDT,ETHUSDT,TRADE,BUY,1,1,3000,0,-1,0,-1,99,OPEN,o1,2026-07-01"
                                    + " 10:00:00\n",
                                Choices.NONE)
                        .contains("zone"));
    }

    @Test
    void partsMerge() {
        SplitCheck.holds(
                new Journal(folder),
                "log.csv",
                HEAD + ROWS,
                2,
                line -> line.split(",")[14],
                Choices.NONE);
    }
}
