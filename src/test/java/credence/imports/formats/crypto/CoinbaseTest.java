package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class CoinbaseTest {

    private static final String FILLS =
            "portfolio,trade id,product,side,created at,size,size"
                    + " unit,price,fee,total,price/fee/total unit\n";
    private static final String ACCOUNT =
            "portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order"
                    + " id\n";

    @TempDir Path folder;

    private Read read() {
        return new Read(folder);
    }

    @Test
    void theSampleReportHasTwoPurchasesAndOneConversion() {
        ParsedFile file = read().shared("coinbase.csv", Choices.NONE);
        assertEquals("coinbase-transactions", file.format());
        assertEquals(8, file.read());
        assertEquals(
                Map.of(
                        "staking, savings, interest or reward", 2L,
                        "withdrawal or coins sent", 1L,
                        "deposit or coins received", 1L,
                        "a coin exchanged for its staked form", 1L),
                Read.skipped(file));
        List<Fill> fills = Read.fills(file);
        assertEquals(3, fills.size());
        // What was paid: 67.01 and 2.99 of costs, 70.00 in all.
        Fill buy = fills.getFirst();
        assertEquals("BTCEUR", buy.symbol().name());
        assertEquals(
                "67.01",
                buy.price()
                        .value()
                        .multiply(buy.quantity().value())
                        .setScale(12, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
        assertEquals("2.99", Read.plain(buy.costs().total()));
        assertEquals("39999.331136545", buy.extras().get("stated_price"));
        Fill converted = fills.get(2);
        assertEquals("XRPBTC", converted.symbol().name());
        assertEquals("156.145683", Read.plain(converted.quantity().value()));
        assertEquals("0.00363125", converted.extras().get("exact_amount"));
    }

    @Test
    void linesInFrontOlderNamesAndAdvancedTrades() {
        ParsedFile file =
                read().text(
                                """
                                You can use this transaction report to inform your likely tax obligations.

                                Transactions
                                User,someone,abc
                                Timestamp,Transaction Type,Asset,Quantity Transacted,EUR Spot Price at Transaction,EUR Subtotal,EUR Total (inclusive of fees),EUR Fees,Notes
                                2021-05-01T10:00:00Z,Buy,ETH,0.5,3000.00,1500.00,1510.00,10.00,Bought 0.5 ETH
                                2021-05-02T10:00:00Z,Advanced Trade Sell,ETH,-0.2,3200.00,640.00,635.00,5.00,Sold 0.2 ETH
                                2021-05-03T10:00:00Z,Coinbase Earn,GRT,1,1,"","","",Received
                                2021-05-04T10:00:00Z,Buy,ETH,zero,3000.00,1500.00,1510.00,10.00,Bought
                                2021-05-05T10:00:00Z,Convert,ETH,0.1,3000.00,300.00,306.00,6.00,Something else
                                """);
        assertEquals("coinbase-transactions", file.format());
        assertEquals(
                List.of(
                        "2021-05-01T10:00:00Z BUY 0.5 ETHEUR at 3000 EUR, cost 10",
                        "2021-05-02T10:00:00Z SELL 0.2 ETHEUR at 3200 EUR, cost 5"),
                Read.shown(file));
        assertEquals(List.of(9L, 10L), Read.refusedLines(file));
    }

    @Test
    void aConversionOfTwoRowsIsOneFill() {
        String note = "\"Converted 1,000.5 USDC to 0.5 ETH\"";
        ParsedFile file =
                read().text(
                                "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price"
                                    + " Currency,Price at Transaction,Subtotal,Total (inclusive of"
                                    + " fees and/or spread),Fees and/or Spread,Notes\n"
                                    + "a,2025-01-01 00:00:00"
                                    + " UTC,Convert,USDC,-1000.5,EUR,€0.95,-€950.475,-€950.475,€0.00,"
                                        + note
                                        + "\n"
                                        + "b,2025-01-01 00:00:00"
                                        + " UTC,Convert,ETH,0.5,EUR,€1900,€950.00,€950.00,€0.00,"
                                        + note
                                        + "\n");
        assertEquals(
                List.of("2025-01-01T00:00:00Z BUY 0.5 ETHUSDC at 2001 USDC, cost ?"),
                Read.shown(file));
        assertEquals(2, file.rows().getFirst().dataRows());
    }

    @Test
    void fillsAndStatementOfOneTradeHaveOneKey() {
        ParsedFile fills =
                read().text(
                                FILLS
                                        + """
                                        default,123,SOL-ETH,BUY,2021-11-06T09:33:32.618Z,0.00100000,SOL,0.05507,2.7535e-7,-0.00005534535,ETH
                                        bot one,123,ETH-GBP,SELL,2018-11-20T21:39:45.667Z,5.41307455,ETH,101.86,1.654127320989,549.721646342011,GBP
                                        bot one,124,ETH-GBP,SELL,2018-11-20T21:39:45.667Z,5.41307455,ETH,101.86,1.654127320989,549.721646342011,EUR
                                        bot one,125,ETH-GBP,SELL,yesterday,5.41307455,ETH,101.86,1.654127320989,549.721646342011,GBP
                                        """);
        assertEquals("coinbase-fills", fills.format());
        assertEquals(
                List.of(
                        "2018-11-20T21:39:45.667Z SELL 5.41307455 ETHGBP at 101.86 GBP, cost"
                                + " 1.654127320989",
                        "2021-11-06T09:33:32.618Z BUY 0.001 SOLETH at 0.05507 ETH, cost"
                                + " 0.00000027535"),
                Read.shown(fills));
        assertEquals(List.of(4L, 5L), Read.refusedLines(fills));
        assertEquals("bot one", Read.fills(fills).getFirst().account().name());
        Read.reconciles(fills, "EQUAL", 2);
        ParsedFile account =
                read().text(
                                ACCOUNT
                                        + """
                                        default,deposit,2021-11-06T09:00:00.000Z,1,1,ETH,t1,,
                                        default,match,2021-11-06T09:33:32.618Z,0.001,0.001,SOL,,123,o1
                                        default,match,2021-11-06T09:33:32.618Z,-0.00005507,0.99994493,ETH,,123,o1
                                        default,fee,2021-11-06T09:33:32.618Z,-0.00000027535,0.99994465465,ETH,,123,o1
                                        default,conversion,2021-11-07T09:33:32.618Z,-5,0,USD,c,,
                                        default,match,2021-11-08T09:33:32.618Z,5,5,XRP,,9,o2
                                        """);
        assertEquals("coinbase-account", account.format());
        assertEquals(
                List.of(
                        "2021-11-06T09:33:32.618Z BUY 0.001 SOLETH at 0.05507 ETH, cost"
                                + " 0.00000027535"),
                Read.shown(account));
        assertEquals(Read.fills(fills).get(1).key(), Read.fills(account).getFirst().key());
        assertEquals(List.of(7L), Read.refusedLines(account));
        assertTrue(
                account.reconciliation().stream()
                        .filter(r -> r.what().endsWith("ETH"))
                        .allMatch(r -> r.verdict().equals("EQUAL")));
    }

    @Test
    void laterStatementsHaveCapitalsAndATimestamp() {
        ParsedFile file =
                read().text(
                                """
                                Portfolio,Type,Timestamp,Amount,Balance,Amount/balance unit,Transfer id,Trade id,Order id
                                default,match,2021-11-06T09:33:32.618Z,0.1,0.1,BTC,,7,o1
                                default,match,2021-11-06T09:33:32.618Z,-6000,4000,USDC,,7,o1
                                default,match,2021-11-06T09:33:32.618Z,0.2,0.3,BTC,,8,o1
                                default,match,2021-11-06T09:33:32.618Z,-12002,-8002,USDC,,8,o1
                                default,fee,2021-11-06T09:33:32.618Z,-30,-8032,USDC,,8,o1
                                """);
        assertEquals(
                List.of(
                        "2021-11-06T09:33:32.618Z BUY 0.1 BTCUSDC at 60000 USDC, cost 0",
                        "2021-11-06T09:33:32.618Z BUY 0.2 BTCUSDC at 60010 USDC, cost 30"),
                Read.shown(file));
    }

    @Test
    void partsMerge() {
        SplitCheck.holds(
                new Journal(folder),
                "fills.csv",
                FILLS
                        + """
                        default,3,ETH-USD,SELL,2021-11-08T09:33:32.618Z,1,ETH,4000,4,3996,USD
                        default,1,BTC-USD,BUY,2021-11-07T09:33:32.618Z,1,BTC,60000,60,-60060,USD
                        default,2,ETH-USD,BUY,2021-11-07T09:33:32.618Z,1,ETH,3000,3,-3003,USD
                        default,1,ETH-USD,BUY,2021-11-06T09:33:32.618Z,1,ETH,3000,3,-3003,USD
                        """,
                1,
                line -> line.split(",")[4],
                Choices.NONE);
        SplitCheck.holds(
                new Journal(folder),
                "account.csv",
                ACCOUNT
                        + """
                        default,match,2021-11-06T09:33:32.618Z,0.1,0.1,BTC,,7,o1
                        default,match,2021-11-06T09:33:32.618Z,-6000,4000,USDC,,7,o1
                        default,deposit,2021-11-07T09:33:32.618Z,6000,10000,USDC,t,,
                        default,match,2021-11-08T09:33:32.618Z,-0.1,0,BTC,,9,o2
                        default,match,2021-11-08T09:33:32.618Z,6100,16100,USDC,,9,o2
                        """,
                1,
                line -> line.split(",")[2],
                Choices.NONE);
        SplitCheck.holds(
                new Journal(folder),
                "report.csv",
                """
                Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes
                2024-06-01T10:00:00Z,Buy,ETH,0.5,EUR,3000,1500,1510,10,Bought ETH
                2024-06-02T10:00:00Z,Convert,ETH,0.1,EUR,3000,300,306,6,Converted 0.1 ETH to 0.005 BTC
                2024-06-03T10:00:00Z,Sell,ETH,0.2,EUR,3200,640,635,5,Sold ETH
                """,
                1,
                line -> line.split(",")[0],
                Choices.NONE);
    }
}
