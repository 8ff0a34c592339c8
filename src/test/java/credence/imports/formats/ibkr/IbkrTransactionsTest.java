package credence.imports.formats.ibkr;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.imports.formats.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;

class IbkrTransactionsTest {

    private static final String HEADER =
            "Transaction History,Header,Date,Account,Description,Transaction"
                    + " Type,Symbol,Quantity,Price,Price Currency,Gross Amount ,Commission,Net"
                    + " Amount\n";

    @TempDir Path folder;

    private Imported read(String text) {
        return new Imported(new Journal(folder).read("history.csv", text, Choices.NONE));
    }

    private static String base(String currency) {
        return "Statement,Header,Field Name,Field Value\n"
                + "Statement,Data,Title,Transaction History\n"
                + "Summary,Header,Field Name,Field Value\n"
                + "Summary,Data,Base Currency,"
                + currency
                + "\n";
    }

    private static String row(String rest) {
        return "Transaction History,Data," + rest + "\n";
    }

    @Test
    void theSampleBuysFourAndSellsTwo() {
        Imported file =
                Imported.shared("ibkr/transaction_history.csv", Choices.NONE)
                        .as("ibkr-transactions");

        assertEquals(12, file.file().read());
        assertEquals(2, file.fills().size());
        Fill bought = file.fills().get(0);
        Fill sold = file.fills().get(1);
        assertEquals(Side.BUY, bought.side());
        assertEquals("CNX1", bought.symbol().name());
        assertEquals("GBP", bought.currency().code());
        assertMoney("4", bought.quantity().value());
        assertMoney("1000", bought.price().value());
        assertMoney("3", bought.costs().commission().orElseThrow());
        assertEquals(Side.SELL, sold.side());
        assertMoney("2", sold.quantity().value());
        assertMoney("1001", sold.price().value());
        assertEquals(Instant.parse("2025-08-15T00:00:00Z"), sold.time());
        assertMoney("-2004", file.cash());
        // upstream expects 3,027.40 of cash in the end; the file's own summary says 200
        assertMoney(
                "3027.40",
                file.total("Change of cash").computed().setScale(2, RoundingMode.HALF_UP));
        assertEquals("DIFFERENT", file.total("Change of cash").verdict());
        assertEquals(1, file.skipped("currency conversion"));
        assertEquals(1, file.skipped("Deposit"));
        assertEquals(4, file.skipped("Foreign Tax Withholding"));
    }

    @Test
    void aPriceInAnotherCurrencyKeepsItAndValuesTheCommissionByTheRowsOwnRate() {
        Fill fill =
                read(base("EUR")
                                + HEADER
                                + row(
                                        "2024-05-01,U***1,APPLE"
                                            + " INC,Buy,AAPL,5,170.00,USD,-800.00,-1.00,-801.00"))
                        .fills()
                        .getFirst();

        assertEquals("USD", fill.currency().code());
        assertMoney("170", fill.price().value());
        // 850 USD are 800 EUR, so 1 EUR is 1.0625 USD
        assertMoney("1.0625", fill.costs().commission().orElseThrow());
        assertEquals("1.00 EUR", fill.extras().get("fee_charged"));
    }

    @Test
    void anUnnamedCurrencyTakesThePriceFromTheAmount() {
        Imported file =
                read(
                        base("EUR")
                                + HEADER.replace("Price Currency,", "")
                                + row(
                                        "2024-05-01,U***1,APPLE"
                                                + " INC,Buy,AAPL,5,170.00,-800.00,-1.00,-801.00"));

        assertMoney("-801", file.cash());
        assertEquals("EUR", file.fills().getFirst().currency().code());
        assertEquals("170.00", file.fills().getFirst().extras().get("price"));
        assertTrue(file.notes("does not name"));
    }

    @Test
    void aFootnoteMarksTheNotionalValueOfFuturesWhoseWorthOfAPointIsUnknown() {
        Fill fill =
                read(base("CHF")
                                + HEADER
                                + row(
                                        "2026-08-07,Trading,MNQ"
                                            + " 18SEP26,Buy,MNQU6,1.0,29717.0,USD,-48022.672(1),-0.49288,189.79112"))
                        .fills()
                        .getFirst();

        assertMoney("29717", fill.price().value());
        assertEquals("unknown", fill.extras().get("multiplier_source"));
        assertTrue(fill.costs().commission().isEmpty());
        assertEquals("0.49288", fill.extras().get("fee"));
    }

    @Test
    void optionsHaveAMultiplierOfAHundred() {
        Imported file =
                read(
                        base("USD")
                                + HEADER
                                + row(
                                        "2024-05-01,U***1,SPY 18MAR22 440 P,Sell,SPY  "
                                            + " 220318P00440000,-2.0,14.66,USD,2932.0,-1.4,2930.6"));

        assertMoney("2930.6", file.cash());
        assertMoney("100", file.fills().getFirst().multiplier());
    }

    @Test
    void theChineseReportIsReadByPlaces() {
        Imported file =
                read(
                        """
                        Statement,Header,域名称,域值
                        总结,Header,域名称,域值
                        总结,Data,基础货币,USD
                        Transaction History,Header,日期,账户,说明,交易类型,代码,数量,价格,Price Currency,总额,佣金,净额
                        Transaction History,Data,2026-09-28,U***1357,电子资金转账,存款,-,-,-,-,5000.0,-,5000.0
                        Transaction History,Data,2026-09-29,U***1357,NVIDIA CORP,买,NVDA,20.0,180.25,USD,-3605.0,-1.0,-3606.0
                        """);

        assertEquals(1, file.fills().size());
        assertMoney("-3606", file.cash());
        assertEquals(1, file.skipped("存款"));
    }

    @Test
    void aBadRowIsRefusedWithItsLine() {
        Imported file =
                read(
                        base("USD")
                                + HEADER
                                + row("2024-05-01,U1,A,Buy,A,many,1,USD,1,1,1")
                                + row("2024-05-01,U1,A,Buy,A,5,1,USD,-5,-1,-6"));

        assertEquals(1, file.fills().size());
        assertEquals(6, file.file().refused().getFirst().line());
        assertEquals("Quantity", file.file().refused().getFirst().column());
    }

    @Test
    void overlappingHistoriesMerge() {
        StringBuilder text = new StringBuilder(base("USD") + HEADER);
        for (int day = 9; day > 0; day--) {
            String row = row("2024-05-0" + day + ",U1,A,Buy,A,5,1,USD,-5,-1,-6");
            text.append(row).append(row);
        }
        SplitCheck.holds(
                new Journal(folder),
                "history.csv",
                text.toString(),
                5,
                l -> l.split(",")[2],
                Choices.NONE);
    }
}
