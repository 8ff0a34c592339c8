package credence.imports.formats.stocks;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.imports.formats.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

class ThinkorswimTest {

    private static final Choices CHICAGO = Choices.NONE.zone("America/Chicago");
    private static final String CASH =
            """
            Account Statement for 12345678SCHW (margin) since 1/2/26 through 1/9/26

            Cash Balance
            DATE,TIME,TYPE,REF #,DESCRIPTION,Misc Fees,Commissions & Fees,AMOUNT,BALANCE
            """;
    private static final String HISTORY =
            """

            Account Trade History
            ,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Order Type
            """;

    @TempDir Path folder;

    private Imported read(String text) {
        return new Imported(new Journal(folder).read("tos.csv", text, CHICAGO));
    }

    @Test
    void aVerticalSpreadOfTwoLegsWithItsFees() {
        Imported file =
                Imported.shared("stocks/thinkorswim_account_statement_vertical.csv", CHICAGO)
                        .as("thinkorswim-statement");

        assertEquals(4, file.fills().size());
        assertMoney("2000", file.gross());
        assertMoney("90.48", file.costs());
        assertMoney("1909.52", file.cash());
        assertEquals("EQUAL", file.total("Cash balance, amounts").verdict());
        assertMoney("1909.52", file.total("Cash balance, trades after costs").stated());
        Fill sold =
                file.fills().stream()
                        .filter(f -> f.effect() == PositionEffect.OPEN)
                        .filter(f -> f.side() == Side.SELL)
                        .findFirst()
                        .orElseThrow();
        assertEquals("SPX25MAR266535PUT", sold.symbol().name());
        assertEquals(Instant.parse("2026-03-25T14:23:22Z"), sold.time());
        assertMoney("2.65", sold.price().value());
        assertMoney("100", sold.multiplier());
        assertMoney("13", sold.costs().commission().orElseThrow());
        assertMoney("10.52", sold.costs().fees().orElseThrow());
        assertEquals("D-00000000", sold.account().name());
        assertEquals(3, file.skipped("row of the cash balance"));
    }

    /// By hand: 3 × 0.40 × 100 − 1.95 kept of the short puts, 3 × 0.15 × 100 + 1.95 lost on the long ones, 2 × 1.10 × 100 + 1.30 on the calls.
    @Test
    void optionsThatExpireStandInTheCashBalanceAlone() {
        Imported file =
                read(
                        CASH
                                + """
                                1/5/26,09:31:00,TRD,="1",SOLD -3 VERTICAL XSP 100 (Weeklys) 9 JAN 26 680/675 PUT @.25,,-3.90,75.00,0
                                1/6/26,09:31:00,TRD,="2",BOT +2 KO 100 16 JAN 26 72.5 CALL @1.10,,-1.30,-220.00,0
                                1/9/26,17:00:00,RAD,="3",REMOVAL OF OPTION DUE TO EXPIRATION 3.0 XSP 100 (Weeklys) 9 JAN 26 680 PUT,,,,0
                                1/9/26,17:00:00,RAD,="4",Removal of Option due to expiration -3.0 $XSP.X 100 (WEEKLY) 9 Jan 2026 675.0 PUT,,,0.00,0
                                1/16/26,17:00:00,EXP,="5",Removed due to Expiration CALL COCA COLA CO $72.5 EXP 01/16/26 -2.0 .KO260116C72.5,,,,0
                                1/16/26,17:00:00,RAD,="6",REMOVAL OF OPTION DUE TO ASSIGNMENT 1.0 T 100 16 JAN 26 28 CALL,,,,0
                                """
                                + HISTORY
                                + """
                                ,1/6/26 09:31:00,SINGLE,BUY,+2,TO OPEN,KO,16 JAN 26,72.5,CALL,1.10,1.10,LMT
                                ,1/5/26 09:31:00,VERTICAL,SELL,-3,TO OPEN,XSP,9 JAN 26,680,PUT,.40,.25,LMT
                                ,,,BUY,+3,TO OPEN,XSP,9 JAN 26,675,PUT,.15,CREDIT,
                                """);

        assertEquals(6, file.fills().size());
        Fill shortPut = expired(file, "XSP9JAN26680PUT");
        assertEquals(Side.BUY, shortPut.side());
        assertEquals(PositionEffect.CLOSE, shortPut.effect());
        assertMoney("3", shortPut.quantity().value());
        assertMoney("0", shortPut.price().value());
        assertMoney("100", shortPut.multiplier());
        assertEquals(Instant.parse("2026-01-09T23:00:00Z"), shortPut.time());
        assertEquals(Side.SELL, expired(file, "XSP9JAN26675PUT").side());
        assertEquals(Side.SELL, expired(file, "KO16JAN2672.5CALL").side());
        assertMoney("-150.20", file.cash()); // 120 − 45 − 220 − 5.20
        assertEquals(1, file.skipped("exercise, assignment or payment"));
        assertEquals(2, file.skipped("row of the cash balance"));
        assertEquals(9, file.file().read());
    }

    private static Fill expired(Imported file, String symbol) {
        return file.fills().stream()
                .filter(f -> f.symbol().name().equals(symbol))
                .filter(f -> f.tag().isPresent() && f.tag().get().equals("Expired"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(symbol + " in " + file.fills()));
    }

    @Test
    void sharesFuturesAndTradesWithoutFees() {
        Imported file =
                read(
                        CASH
                                + """
                                1/5/26,09:31:00,TRD,="1",BOT +100 AAPL @150.25,,-1.00,"-15,025.00",0
                                1/5/26,10:00:00,EFN,="2",WIRE,,,5.00,0
                                """
                                + HISTORY
                                + """
                                ,1/5/26 09:31:00,STOCK,BUY,+100,TO OPEN,AAPL,,,STOCK,150.25,150.25,LMT
                                ,1/5/26 09:32:00,FUTURE,SELL,-1,AUTO,/ESH26,,,FUTURE,5000.25,5000.25,MKT
                                """);

        assertEquals(2, file.fills().size());
        Fill shares = file.fills().get(0);
        assertEquals("12345678SCHW", shares.account().name());
        assertMoney("1", shares.multiplier());
        assertMoney("1", shares.costs().commission().orElseThrow());
        assertTrue(shares.costs().fees().isEmpty(), "an empty cell is not zero");
        Fill future = file.fills().get(1);
        assertEquals("unknown", future.extras().get("multiplier_source"));
        assertEquals(PositionEffect.UNKNOWN, future.effect());
        assertTrue(future.costs().commission().isEmpty());
        assertTrue(file.notes("1 execution has no fees"));
        assertEquals("EQUAL", file.total("Cash balance, amounts").verdict());
    }

    @Test
    void partsOfOneSecondGetTheirOwnFeesBySizeAndPrice() {
        Imported file =
                read(
                        CASH
                                + """
                                1/5/26,09:31:00,TRD,="1",BOT +1 SPY 100 16 JAN 26 600 CALL @1.00 CBOE,-0.01,-0.65,-100.00,0
                                1/5/26,09:31:00,TRD,="1",BOT +2 SPY 100 16 JAN 26 600 CALL @1.01 CBOE,-0.02,-1.30,-202.00,0
                                1/5/26,09:40:00,TRD,="9",SOLD -5 QQQ @400,,,2000.00,0
                                """
                                + HISTORY
                                + """
                                ,1/5/26 09:31:00,SINGLE,BUY,+2,TO OPEN,SPY,16 JAN 26,600,CALL,1.01,1.01,LMT
                                ,1/5/26 09:31:00,SINGLE,BUY,+1,TO OPEN,SPY,16 JAN 26,600,CALL,1.00,1.00,LMT
                                """);

        assertMoney("1.30", file.fills().get(0).costs().commission().orElseThrow());
        assertMoney("0.65", file.fills().get(1).costs().commission().orElseThrow());
        assertTrue(file.notes("1 trade of the Cash Balance is not in the trade history"));
    }

    @Test
    void aLegThatCannotBeReadTakesItsWholeExecutionOut() {
        Imported file =
                read(
                        CASH
                                + HISTORY
                                + """
                                ,1/5/26 09:31:00,VERTICAL,BUY,+2,TO OPEN,SPY,16 JAN 26,600,CALL,1.01,.50,LMT
                                ,,,SELL,-x,TO OPEN,SPY,16 JAN 26,601,CALL,.51,DEBIT,
                                ,1/5/26 09:33:00,STOCK,BUY,+1,TO OPEN,SPY,,,ETF,600,600,LMT
                                """);

        assertEquals(1, file.fills().size());
        assertEquals(2, file.file().refused().size());
    }

    @Test
    void costsAreDividedToTheCentAndTheRemainderIsTheLasts() {
        Imported file =
                read(
                        CASH
                                + "1/5/26,09:31:00,TRD,=\"1\",BOT +1 BUTTERFLY SPY 100 16 JAN 26"
                                + " 600/610/620 CALL @1.00,-0.10,-1.00,-100.00,0\n"
                                + HISTORY
                                + """
                                ,1/5/26 09:31:00,BUTTERFLY,BUY,+1,TO OPEN,SPY,16 JAN 26,600,CALL,5.00,1.00,LMT
                                ,,,SELL,-2,TO OPEN,SPY,16 JAN 26,610,CALL,3.00,DEBIT,
                                ,,,BUY,+1,TO OPEN,SPY,16 JAN 26,620,CALL,2.00,DEBIT,
                                """);

        assertEquals(3, file.fills().size());
        assertMoney("1.10", file.costs());
        assertMoney("-101.10", file.cash());
        assertEquals("EQUAL", file.total("Cash balance, trades after costs").verdict());
    }

    @Test
    void todaysTradeActivityHasFilledOrdersOnly() {
        Imported file =
                read("""
                Today's Trade Activity for 12345678 (margin) on 1/5/26 15:00:00

                Working Orders
                Notes,,Time Placed,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,PRICE,,TIF,Status
                ,,1/5/26 09:00:00,STOCK,BUY,+1,TO OPEN,SPY,,,ETF,500,LMT,DAY,WORKING

                Filled Orders
                ,,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Price Improvement,Order Type
                ,,1/5/26 09:31:00,STOCK,SELL,-100,TO CLOSE,AAPL,,,STOCK,150.25,150.25,1.00,LMT

                Canceled Orders
                Notes,,Time Canceled,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,PRICE,,TIF,Status
                ,,1/5/26 09:10:00,STOCK,BUY,+1,TO OPEN,SPY,,,ETF,~,MKT,DAY,CANCELED
                """)
                        .as("thinkorswim-today");

        assertEquals(1, file.fills().size());
        assertEquals(Side.SELL, file.fills().getFirst().side());
        assertEquals(PositionEffect.CLOSE, file.fills().getFirst().effect());
        assertEquals(1, file.skipped("working order"));
        assertEquals(1, file.skipped("cancelled order"));
    }

    @Test
    void overlappingHistoriesMerge() {
        StringBuilder text = new StringBuilder("Account Statement for 1X (ira)\n" + HISTORY);
        for (int day = 9; day > 4; day--) {
            String row = ",1/" + day + "/26 09:31:00,STOCK,BUY,+1,TO OPEN,SPY,,,ETF,600,600,LMT\n";
            text.append(row).append(row);
        }
        SplitCheck.holds(
                new Journal(folder),
                "tos.csv",
                text.toString(),
                3,
                line -> line.substring(0, 8),
                CHICAGO);
    }
}
