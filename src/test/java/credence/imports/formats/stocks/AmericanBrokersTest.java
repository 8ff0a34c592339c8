package credence.imports.formats.stocks;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.imports.formats.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Schwab, DAS Trader and the TradeNote template.
class AmericanBrokersTest {

    private static final Choices NY = Choices.NONE.zone("America/New_York");
    private static final String SCHWAB =
            "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees &"
                    + " Comm\",\"Amount\"\n";

    @TempDir Path folder;

    private Imported read(String name, String text, Choices choices) {
        return new Imported(new Journal(folder).read(name, text, choices));
    }

    /// Their exports write no currency, at most a dollar sign, which other dollars have too.
    @Test
    void dollarsThatNobodyNamesAreSaidToBeAssumed() {
        String assumed = "Currency assumed: USD";
        assertTrue(Imported.shared("stocks/schwab.csv", Choices.NONE).notes(assumed));
        assertTrue(
                Imported.shared(
                                "stocks/thinkorswim_account_statement_vertical.csv",
                                Choices.NONE.zone("America/Chicago"))
                        .notes(assumed));
        assertTrue(
                Imported.shared(
                                "stocks/das_trades_time_only.csv",
                                Choices.NONE.zone("America/New_York").date("2026-03-02"))
                        .notes(assumed));
        Imported said = Imported.shared("stocks/schwab.csv", Choices.NONE.currency("CAD"));
        assertTrue(!said.notes(assumed));
        assertEquals("CAD", said.fills().getFirst().currency().code());
    }

    @Test
    void schwabsJsonHoldsTheSameAsItsCsv() {
        Imported json =
                read(
                                "transactions.json",
                                """
                                {"FromDate":"01/01/2026","ToDate":"01/31/2026","TotalTransactionsAmount":"$103.99","TotalFeesAndCommAmount":"$0.01",
                                 "BrokerageTransactions":[
                                  {"Date":"01/27/2026","Action":"Cash Dividend","Symbol":"ACME","Description":"ACME INC","Quantity":"","Price":"","Fees & Comm":"","Amount":"$100.00","AcctgRuleCd":"1"},
                                  {"Date":"01/26/2026","Action":"Buy to Cover","Symbol":"ACME","Description":"ACME INC","Quantity":"4","Price":"$5.20","Fees & Comm":"","Amount":"-$20.80","AcctgRuleCd":"1"},
                                  {"Date":"01/23/2026 as of 01/22/2026","Action":"Sell Short","Symbol":"ACME","Description":"ACME INC","Quantity":"4","Price":"$6.20","Fees & Comm":"$0.01","Amount":"$24.79","AcctgRuleCd":"1"}]}
                                """,
                                Choices.NONE)
                        .as("schwab-transactions");
        assertEquals(2, json.fills().size());
        assertMoney("3.99", json.cash());
        assertEquals("EQUAL", json.total("Transactions Total").verdict());
        // The CSV of newer exports ends every line with a comma.
        Imported csv =
                read(
                                "transactions.csv",
                                SCHWAB.replace("Amount\"\n", "Amount\",\n")
                                        + "\"01/26/2026\",\"Buy to Cover\",\"ACME\",\"ACME"
                                        + " INC\",\"4\",\"$5.20\",\"\",\"-$20.80\",\n"
                                        + "\"01/23/2026 as of 01/22/2026\",\"Sell"
                                        + " Short\",\"ACME\",\"ACME"
                                        + " INC\",\"4\",\"$6.20\",\"$0.01\",\"$24.79\",\n"
                                        + "\"Transactions"
                                        + " Total\",\"\",\"\",\"\",\"\",\"\",\"\",\"$3.99\",\n",
                                Choices.NONE)
                        .as("schwab-transactions");
        assertEquals(
                json.fills().stream().map(Fill::key).toList(),
                csv.fills().stream().map(Fill::key).toList());
        assertEquals("EQUAL", csv.total("Transactions Total").verdict());
    }

    @Test
    void schwabsTransactionsHoldPurchasesSalesAndReinvestments() {
        Imported file =
                Imported.shared("stocks/schwab.csv", Choices.NONE).as("schwab-transactions");

        // by grep in the file: 2 Buy, 2 Sell, 40 Reinvest Shares among 120 rows
        assertEquals(120, file.file().read());
        assertEquals(
                40,
                file.fills().stream()
                        .filter(f -> f.tag().isPresent())
                        .filter(f -> f.tag().get().equals("Reinvest Shares"))
                        .count());
        assertEquals(43, file.fills().size());
        Fill sold =
                file.fills().stream()
                        .filter(f -> f.symbol().name().equals("FIHBX"))
                        .filter(f -> f.side() == Side.SELL)
                        .findFirst()
                        .orElseThrow();
        assertMoney("592.199", sold.quantity().value());
        assertMoney("8.46", sold.price().value());
        assertMoney("10", sold.costs().commission().orElseThrow());
        assertEquals(Instant.parse("2023-08-22T00:00:00Z"), sold.time());
        assertEquals("ROUNDING", file.total("Amounts of all trades").verdict());
        // the file was put together from several: its last line is not its sum
        assertMoney("-26582.91", file.total("Transactions Total").stated());
        assertEquals(29, file.skipped("Reinvest Dividend"));
    }

    @Test
    void schwabsOptionsBondsAndDaysAsOf() {
        Imported file =
                read(
                        "s.csv",
                        "\"Transactions  for account Individual ...123 as of 03/20/2026\"\n"
                                + SCHWAB
                                + """
                                "03/18/2026","Sell to Open","SPXW 03/20/2026 6500.00 P","PUT S & P 500","2","$5.20","$2.60","$1,037.40"
                                "03/19/2026 as of 03/18/2026","Buy to Close","SPXW 03/20/2026 6500.00 P","PUT S & P 500","2","$1.00","$2.60","-$202.60"
                                "03/17/2026","Buy","91282CMF5","US TREASURY NOTE","40,000","$99.25","","-$39,700.00"
                                "03/16/2026","Sell Short","TSLA","TESLA","10","$300","$0.05","$2,999.95"
                                "03/16/2026","Buy to Cover","TSLA","TESLA","10","$290","","-$2,900.00"
                                "Transactions Total","","","","","","","-$38,765.25"
                                """,
                        Choices.NONE);

        List<Fill> fills = file.fills();
        assertEquals(5, fills.size());
        assertMoney("-38765.25", file.cash());
        assertEquals("EQUAL", file.total("Transactions Total").verdict());
        assertEquals("EQUAL", file.total("Amounts of all trades").verdict());
        Fill closed =
                fills.stream()
                        .filter(f -> f.effect() == PositionEffect.CLOSE)
                        .filter(f -> f.symbol().name().startsWith("SPXW"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Instant.parse("2026-03-18T00:00:00Z"), closed.time());
        assertMoney("100", closed.multiplier());
        assertMoney(
                "0.01",
                fills.stream()
                        .filter(f -> f.symbol().name().equals("91282CMF5"))
                        .findFirst()
                        .orElseThrow()
                        .multiplier());
    }

    /// By hand: 2 × 0.90 × 100 − 2.26 kept of the short put, 2 × 0.40 × 100 + 2.26 lost on the long one, 3.10 × 100 − 0.65 kept of the call
    /// that was assigned. An option that pays on expiry is not worth zero.
    @Test
    void schwabsOptionsEndByExpiryAndAssignment() {
        Imported file =
                read(
                        "s.csv",
                        SCHWAB
                                + """
                                "05/18/2026 as of 05/15/2026","Expired","XSP 05/15/2026 640.00 P","PUT MINI SPX $640 EXP 05/15/26","2","","",""
                                "05/18/2026 as of 05/15/2026","Expired","XSP 05/15/2026 630.00 P","PUT MINI SPX $630 EXP 05/15/26","-2","","",""
                                "05/18/2026 as of 05/15/2026","Assigned","KO 05/15/2026 70.00 C","CALL COCA COLA $70 EXP 05/15/26","1","","",""
                                "05/18/2026 as of 05/15/2026","Sell","KO","COCA COLA","100","$70.00","","$7,000.00"
                                "05/18/2026","Exchange or Exercise","XSP 05/15/2026 650.00 P","CASH SETTLED","-1","","","$250.00"
                                "05/18/2026","Assigned","XSP 05/15/2026 660.00 C","CASH SETTLED ELSEWHERE","1","","",""
                                "05/18/2026","Expired","KO RT","RIGHTS","-5","","",""
                                "05/14/2026","Sell to Open","XSP 05/15/2026 640.00 P","PUT MINI SPX $640 EXP 05/15/26","2","$0.90","$2.26","$177.74"
                                "05/14/2026","Buy to Open","XSP 05/15/2026 630.00 P","PUT MINI SPX $630 EXP 05/15/26","2","$0.40","$2.26","-$82.26"
                                "05/11/2026","Sell to Open","KO 05/15/2026 70.00 C","CALL COCA COLA $70 EXP 05/15/26","1","$3.10","$0.65","$309.35"
                                """,
                        Choices.NONE);

        assertEquals(7, file.fills().size());
        Fill shortPut = ended(file, "XSP05152026640.00P");
        assertEquals(Side.BUY, shortPut.side());
        assertMoney("2", shortPut.quantity().value());
        assertMoney("0", shortPut.price().value());
        assertMoney("100", shortPut.multiplier());
        assertMoney("0", shortPut.costs().commission().orElseThrow());
        assertEquals(Instant.parse("2026-05-15T00:00:00Z"), shortPut.time());
        assertEquals(Side.SELL, ended(file, "XSP05152026630.00P").side());
        assertEquals(Side.BUY, ended(file, "KO0515202670.00C").side());
        // 177.74 − 82.26 + 309.35 of the options and 7,000.00 of the shares
        assertMoney("7404.83", file.cash());
        assertEquals("EQUAL", file.total("Amounts of all trades").verdict());
        assertEquals(1, file.skipped("Exchange or Exercise"), "it pays: not worth zero");
        assertEquals(1, file.skipped("Assigned"), "no shares stand beside it");
        assertEquals(1, file.skipped("Expired"), "rights are no option");
    }

    private static Fill ended(Imported file, String symbol) {
        return file.fills().stream()
                .filter(f -> f.symbol().name().equals(symbol))
                .filter(f -> f.effect() == PositionEffect.CLOSE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void schwabsBadRowsAreRefusedAndTheTotalIsThenNotHeldAgainst() {
        Imported file =
                read(
                        "s.csv",
                        SCHWAB
                                + """
                                "03/18/2026","Buy","AAPL","APPLE","many","$5.20","","-$10.40"
                                "13/18/2026","Buy","AAPL","APPLE","2","$5.20","","-$10.40"
                                "03/18/2026","Buy","AAPL","APPLE","2","$5.20","","-$10.40"
                                "Transactions Total","","","","","","","-$31.20"
                                """,
                        Choices.NONE);

        assertEquals(1, file.fills().size());
        assertEquals(2, file.file().refused().get(0).line());
        assertEquals(3, file.file().refused().get(1).line());
    }

    @Test
    void schwabsOverlappingSpansMerge() {
        StringBuilder text = new StringBuilder(SCHWAB);
        for (int day = 28; day > 20; day--) {
            String row =
                    "\"03/"
                            + day
                            + "/2026\",\"Buy\",\"AAPL\",\"APPLE\",\"2\",\"$5.20\",\"\",\"-$10.40\"\n";
            text.append(row).append(row);
        }
        SplitCheck.holds(
                new Journal(folder),
                "s.csv",
                text.toString(),
                1,
                l -> l.substring(0, 12),
                Choices.NONE);
    }

    @Test
    void schwabsRealizedLotsAreTrades() {
        Imported file =
                read(
                                "r.csv",
                                """
                                "Realized Gain/Loss - Lot Details for Individual ...123 as of 03/20/2026"
                                "Symbol","Name","Closed Date","Opened Date","Quantity","Proceeds Per Share","Cost Per Share","Proceeds","Cost Basis (CB)","Gain/Loss ($)","Gain/Loss (%)","Term","Wash Sale?","Disallowed Loss"
                                "AAPL","APPLE INC","03/10/2026","03/02/2026","10","$210.00","$200.00","$2,100.00","$2,000.00","$100.00","5%","Short Term","No",""
                                "TSLA","TESLA INC","03/03/2026","03/05/2026","1","$300.00","$290.00","$300.00","$290.00","$10.00","3%","Short Term","No",""
                                "SPY 03/20/2026 600.00 C","CALL","03/12/2026","03/11/2026","2","$1.50","$2.00","$300.00","$400.00","$0.00","-25%","Short Term","Yes","$100.00"
                                "Total","","","","","","","$2,700.00","$2,690.00","$110.00","","","",""
                                """,
                                Choices.NONE)
                        .as("schwab-realized");

        assertEquals(3, file.trades().size());
        TradeRecord apple = trade(file, "AAPL");
        assertEquals(Direction.LONG, apple.direction());
        assertMoney("100", apple.exit().orElseThrow().netPnl().orElseThrow());
        TradeRecord tesla = trade(file, "TSLA");
        assertEquals(Direction.SHORT, tesla.direction());
        assertMoney("300", tesla.entryPrice().value());
        assertEquals(Instant.parse("2026-03-05T00:00:00Z"), tesla.exit().orElseThrow().time());
        TradeRecord call = trade(file, "SPY03202026600.00C");
        assertMoney("100", call.multiplier());
        assertMoney("-100", call.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("$0.00", call.extras().get("gain_loss"));
    }

    private static TradeRecord trade(Imported file, String symbol) {
        return file.trades().stream()
                .filter(t -> t.symbol().name().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void dasHasTimesAndTheTraderSaysTheDay() {
        Imported file =
                Imported.shared("stocks/das_trades_time_only.csv", NY.date("2026-05-18"))
                        .as("das-trades");

        assertEquals(7, file.fills().size());
        Fill first = file.fills().getFirst();
        assertEquals(Instant.parse("2026-05-18T13:31:05Z"), first.time());
        assertEquals("SIM1", first.account().name());
        assertTrue(first.costs().commission().isEmpty(), "the file states no costs");
        assertEquals(
                1, file.fills().stream().filter(f -> f.effect() == PositionEffect.OPEN).count());
        assertEquals(
                3, file.fills().stream().filter(f -> f.effect() == PositionEffect.CLOSE).count());
        // TSLA 100 × 2.70, SPCX 100 × 0.07 + 100 × 0.37, AMD 50 × 0.90
        assertMoney("359", file.gross());
    }

    @Test
    void dasWithoutADayIsRefusedUnlessTheNameHoldsIt() {
        assertTrue(
                Imported.shared("stocks/das_trades_time_only.csv", NY)
                        .error()
                        .remedy()
                        .contains("--date"));
        String text =
                "Time,Symbol,Side,Price,Qty,Route,Broker,Account,Type,Cloid,Liq\n"
                        + "09:31:05,TSLA,B,372.50,100,SMAT,DAS,SIM1,Market,C1,R\n";
        assertEquals(
                Instant.parse("2026-05-18T13:31:05Z"),
                read("trades 05-18-2026.csv", text, NY).fills().getFirst().time());
        assertEquals(
                Instant.parse("2026-05-18T13:31:05Z"),
                read("20260518.csv", text, NY).fills().getFirst().time());
        assertEquals(
                Instant.parse("2026-05-19T13:31:05Z"),
                read("x.csv", text.replace("09:31:05", "05/19/26 09:31:05"), NY)
                        .fills()
                        .getFirst()
                        .time());
        assertEquals(
                1, read("20260518.csv", text.replace(",B,", ",X,"), NY).file().refused().size());
    }

    @Test
    void theTradeNoteTemplateReconcilesItsProceeds() {
        Imported file =
                Imported.shared("templates/tradenote_template.csv", NY).as("tradenote-template");

        assertEquals(15, file.fills().size());
        assertMoney("34.45", file.gross());
        assertMoney("33.76", file.cash());
        assertEquals("EQUAL", file.total("Gross proceeds in USD").verdict());
        assertEquals("EQUAL", file.total("Net proceeds in USD").verdict());
        Fill first = file.fills().getFirst();
        assertEquals(PositionEffect.OPEN, first.effect());
        assertEquals(Instant.parse("2022-08-08T13:47:59Z"), first.time());
        assertTrue(file.fills().stream().noneMatch(f -> f.effect() == PositionEffect.UNKNOWN));
        assertMoney("0.07", first.costs().fees().orElseThrow());
        assertMoney("0", first.costs().commission().orElseThrow());
    }

    @Test
    void dasAndTradeNoteMergeWhenSpansOverlap() {
        StringBuilder das =
                new StringBuilder(
                        "Time,Symbol,Side,Price,Qty,Route,Broker,Account,Type,Cloid,Liq\n");
        StringBuilder note =
                new StringBuilder(
                        "Account,T/D,S/D,Currency,Type,Side,Symbol,Qty,Price,Exec"
                                + " Time,Comm,SEC,TAF,NSCC,Nasdaq,ECN Remove,ECN Add,Gross"
                                + " Proceeds,Net Proceeds,Clr Broker,Liq,Note\n");
        for (int minute = 30; minute < 36; minute++) {
            for (int twice = 0; twice < 2; twice++) {
                das.append("09:")
                        .append(minute)
                        .append(":05,TSLA,B,372.50,100,SMAT,DAS,SIM1,Market,C1,R\n");
                note.append("X,08/08/2022,08/10/2022,USD,stock,B,RBLX,50,49.88,09:")
                        .append(minute)
                        .append(":59,0,0.06,0.01,0,0,0,0,-2494,-2494.07,SIM,,\n");
            }
        }
        SplitCheck.holds(
                new Journal(folder), "20260518.csv", das.toString(), 1, l -> l.substring(0, 8), NY);
        SplitCheck.holds(
                new Journal(folder), "t.csv", note.toString(), 1, l -> l.split(",")[9], NY);
    }
}
