package credence.imports.formats.ibkr;

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

class IbkrFlexTest {

    private static final Choices NY = Choices.NONE.zone("America/New_York");
    private static final String OPEN =
            "<FlexQueryResponse queryName=\"q\" type=\"AF\">\n<FlexStatements count=\"1\">\n"
                    + "<FlexStatement accountId=\"U1\">\n<Trades>\n";
    private static final String CLOSE =
            "</Trades>\n</FlexStatement>\n</FlexStatements>\n</FlexQueryResponse>\n";

    @TempDir Path folder;

    /// @param trades attributes of one trade each, with single quotes
    private Imported xml(Choices choices, String... trades) {
        StringBuilder text = new StringBuilder(OPEN);
        for (String trade : trades) {
            text.append(trade(trade));
        }
        return read("flex.xml", text + CLOSE, choices);
    }

    private Imported read(String name, String text, Choices choices) {
        return new Imported(new Journal(folder).read(name, text, choices));
    }

    private static String trade(String attributes) {
        String given = attributes.replace('\'', '"');
        StringBuilder out = new StringBuilder("<Trade ").append(given);
        for (String usual :
                new String[] {
                    "currency=\"USD\"",
                    "assetCategory=\"STK\"",
                    "symbol=\"ABC\"",
                    "tradePrice=\"10\"",
                    "ibCommission=\"-1\"",
                    "ibCommissionCurrency=\"USD\""
                }) {
            if (!(" " + given).contains(" " + usual.substring(0, usual.indexOf('=') + 1))) {
                out.append(' ').append(usual);
            }
        }
        return out.append(" />\n").toString();
    }

    @Test
    void theLotsBeneathAnExecutionAreKeptWithIt() {
        Imported file =
                xml(
                        NY,
                        "transactionID='1' dateTime='2024-03-01;100000' buySell='SELL'"
                                + " quantity='-3' openCloseIndicator='C' fifoPnlRealized='12.5'"
                                + " levelOfDetail='EXECUTION'",
                        "dateTime='2024-03-01;100000' buySell='SELL' quantity='1'"
                                + " openDateTime='2023-01-05;093000' fifoPnlRealized='8.5'"
                                + " levelOfDetail='CLOSED_LOT'",
                        "dateTime='2024-03-01;100000' buySell='SELL' quantity='2'"
                                + " openDateTime='2023-02-05;093000' fifoPnlRealized='4'"
                                + " levelOfDetail='CLOSED_LOT'");

        assertEquals(1, file.fills().size());
        assertEquals(
                "1 of 2023-01-05;093000, result 8.5; 2 of 2023-02-05;093000, result 4",
                file.fills().getFirst().extras().get("closed_lots"));
        assertEquals(2, file.skipped("closed lot"));
    }

    @Test
    void fourteenTradesOneOfThemAnOption() {
        Imported file = Imported.shared("ibkr/flex_activity_01.xml", NY).as("ibkr-flex-xml");

        assertEquals(14, file.fills().size());
        assertTrue(file.fills().stream().allMatch(f -> f.side() == Side.BUY));
        Fill first = file.fills().getFirst();
        assertEquals("U123456", first.account().name());
        assertEquals(Instant.parse("2013-04-01T13:34:06Z"), first.time());
        assertMoney("6.75", first.costs().commission().orElseThrow());
        assertEquals(
                1,
                file.fills().stream().filter(f -> f.multiplier().intValueExact() == 100).count());
        assertEquals("EQUAL", file.total("Proceeds of STK in CAD").verdict());
        assertMoney("-1390", file.total("Proceeds of OPT in CAD").computed());
        assertEquals(27, file.skipped("entry of another section"));
    }

    @Test
    void ofOrderExecutionAndSummariesOnlyTheExecutionCounts() {
        Imported file =
                Imported.shared("ibkr/flex_activity_20_order_and_summary_rows.xml", Choices.NONE)
                        .as("ibkr-flex-xml");

        assertEquals(1, file.fills().size());
        assertMoney("-2995.205", file.cash());
        assertEquals(1, file.skipped("order"));
        assertEquals(2, file.skipped("summary"));
        assertTrue(file.notes("not its time"), "days need no zone");
    }

    @Test
    void theSmallestCsvOfDaysAndIsins() {
        Imported file =
                Imported.shared("ibkr/flex_trades_minimal.csv", Choices.NONE).as("ibkr-flex-csv");

        assertEquals(8, file.fills().size());
        assertEquals(3, file.skipped("currency conversion"));
        assertEquals("CH0111762537", file.fills().getFirst().symbol().name());
        assertEquals(Instant.parse("2023-05-22T00:00:00Z"), file.fills().getFirst().time());
        assertMoney("-31576.55", file.total("Proceeds in USD").computed());
        assertEquals("EQUAL", file.total("Proceeds in USD").verdict());
        assertMoney("11.979", file.costs());
    }

    @Test
    void theOrderReferenceIsTheBotAndCurrencyTradesOfABotAreTrades() {
        Imported file =
                xml(
                        NY,
                        "transactionID='7' orderReference='trend-1' dateTime='20260518;093004'"
                                + " buySell='BUY' quantity='5' openCloseIndicator='O'"
                                + " levelOfDetail='EXECUTION'",
                        "assetCategory='CASH' dateTime='20260518;093005' buySell='SELL'"
                                + " quantity='-5'",
                        "assetCategory='CASH' symbol='EUR.USD' orderReference='fx-1'"
                                + " dateTime='20260518;093006' buySell='SELL' quantity='-5'");

        assertEquals(2, file.fills().size());
        assertEquals("trend-1", file.fills().get(0).bot().name());
        assertEquals("U1", file.fills().get(0).account().name());
        assertEquals(PositionEffect.OPEN, file.fills().get(0).effect());
        assertEquals(Instant.parse("2026-05-18T13:30:04Z"), file.fills().get(0).time());
        assertEquals("fx-1", file.fills().get(1).bot().name());
        assertEquals("EURUSD", file.fills().get(1).symbol().name());
        assertEquals(1, file.skipped("currency conversion"));
    }

    @Test
    void timesInEveryStyleThatCanBeSet() {
        String[] styles = {
            "20260518;093004",
            "20260518,093004",
            "20260518 09:30:04",
            "2026-05-18;09:30:04",
            "2026-05-18, 09:30:04",
            "05/18/2026;093004",
            "05/18/26 09:30:04",
            "18-May-26;09:30:04",
            "2026-05-18T09:30:04",
            "2026-05-18;09:30:04 EDT"
        };
        for (String style : styles) {
            Imported file = xml(NY, "dateTime='" + style + "' buySell='BUY' quantity='1'");
            assertEquals(
                    Instant.parse("2026-05-18T13:30:04Z"), file.fills().getFirst().time(), style);
        }
    }

    @Test
    void aZoneBehindTheTimesNeedsNoOther() {
        assertEquals(
                Instant.parse("2026-01-18T14:30:04Z"),
                xml(Choices.NONE, "dateTime='20260118;093004 EST' buySell='BUY' quantity='1'")
                        .fills()
                        .getFirst()
                        .time());
        assertTrue(
                xml(Choices.NONE, "dateTime='20260118;093004' quantity='1'")
                        .error()
                        .remedy()
                        .contains("--zone"));
    }

    @Test
    void dayAndMonthThatCannotBeToldApartAreNotGuessed() {
        Imported file = xml(NY, "dateTime='05/06/2026;093004' buySell='BUY' quantity='1'");

        assertTrue(file.error().reason().contains("which is the day"), file.error()::reason);
    }

    @Test
    void cancellationsTakeTheirExecutionWithThem() {
        Imported file =
                xml(
                        NY,
                        "transactionID='1' dateTime='20260518;093004' buySell='BUY' quantity='5'",
                        "transactionID='2' dateTime='20260518;093005' buySell='BUY' quantity='6'",
                        "transactionID='3' dateTime='20260519;093004' buySell='BUY (Ca.)'"
                                + " quantity='-5' notes='Ca'");

        assertEquals(1, file.fills().size());
        assertMoney("6", file.fills().getFirst().quantity().value());
        assertEquals(1, file.skipped("cancellation"));
    }

    @Test
    void aCommissionInAnotherCurrencyIsKeptBesideAndTaxesAreFees() {
        Imported file =
                xml(
                        NY,
                        "dateTime='20260518;093004' buySell='BUY' quantity='5' taxes='-0.5'"
                                + " ibCommissionCurrency='EUR'");

        Fill fill = file.fills().getFirst();
        assertTrue(fill.costs().commission().isEmpty());
        assertMoney("0.5", fill.costs().fees().orElseThrow());
        assertEquals("1", fill.extras().get("fee"));
        assertEquals("EUR", fill.extras().get("fee_currency"));
        assertTrue(file.notes("1 commission is in another currency"));
    }

    @Test
    void tradeConfirmationsAreReadToo() {
        Imported file =
                read(
                        "tcf.xml",
                        """
                        <FlexQueryResponse queryName="c" type="TCF"><FlexStatements count="1">
                        <FlexStatement accountId="U2"><TradeConfirms>
                        <TradeConfirm accountId="U2" currency="USD" assetCategory="FUT" symbol="ESM6"
                          multiplier="50" execID="0001.01" orderID="5" dateTime="20260518;093004"
                          buySell="SELL" quantity="-1" price="5000.25" commission="-2.25"
                          commissionCurrency="USD" orderReference="es-bot" levelOfDetail="EXECUTION" />
                        </TradeConfirms></FlexStatement></FlexStatements></FlexQueryResponse>
                        """,
                        NY);

        Fill fill = file.fills().getFirst();
        assertEquals("es-bot", fill.bot().name());
        assertMoney("50", fill.multiplier());
        assertMoney("2.25", fill.costs().commission().orElseThrow());
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        Imported file =
                read(
                        "evil.xml",
                        "<?xml version=\"1.0\"?>\n"
                                + "<!DOCTYPE FlexQueryResponse [<!ENTITY x SYSTEM"
                                + " \"file:///etc/hostname\">]>\n"
                                + OPEN
                                + trade("quantity='&x;'")
                                + CLOSE,
                        NY);

        assertEquals(0, file.file().rows().size());
        assertTrue(file.error().reason().contains("document type"), file.error()::reason);
        assertTrue(
                xml(NY, "quantity='&y;'").error().reason().contains("XML"), "an undeclared entity");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        Imported file = read("deep.xml", "<FlexQueryResponse>" + "<a>".repeat(40), NY);

        assertTrue(file.error().reason().contains("nested deeper"), file.error()::reason);
    }

    @Test
    void aCutOffXmlIsRefusedWithItsLine() {
        Imported file =
                read(
                        "cut.xml",
                        OPEN + trade("dateTime='20260518;093004' quantity='1'") + "<Tra",
                        NY);

        assertTrue(file.error().line() >= 6, () -> "" + file.error());
    }

    private static final String FULL =
            """
            "BOF","U7","q","1","20260101","20260131","20260201;080000"
            "BOA","U7"
            "BOS","CTRN","Cash Transactions"
            "HEADER","CTRN","ClientAccountID","CurrencyPrimary","Amount"
            "DATA","CTRN","U7","USD","12.5"
            "EOS","CTRN","1"
            "BOS","TRNT","Trades; trade date basis"
            "HEADER","TRNT","ClientAccountID","CurrencyPrimary","AssetClass","Symbol","Multiplier","DateTime","Quantity","TradePrice","Proceeds","Taxes","IBCommission","IBCommissionCurrency","Open/CloseIndicator","Notes/Codes","Buy/Sell","IBOrderID","IBExecID","OrderReference","LevelOfDetail"
            "DATA","TRNT","U7","USD","STK","ABC","1","20260105;093004","10","100.5","-1005","0","-1","USD","O","","BUY","77","e1","bot-a","EXECUTION"
            "DATA","TRNT","U7","USD","STK","ABC","1","20260105;093004","10","100.5","-1005","0","-1","USD","O","","BUY","77","","","ORDER"
            "HEADER","TRNT","ClientAccountID","CurrencyPrimary","AssetClass","Symbol","Multiplier","DateTime","Quantity","TradePrice","Proceeds","Taxes","IBCommission","IBCommissionCurrency","Open/CloseIndicator","Notes/Codes","Buy/Sell","IBOrderID","IBExecID","OrderReference","LevelOfDetail"
            "DATA","TRNT","U8","USD","STK","ABC","1","20260106;093004","-10","101","1010","0","-1","USD","C","P","SELL","78","e2","bot-a","EXECUTION"
            "EOS","TRNT","3"
            "EOA","U7"
            "EOF","U7"
            """;

    @Test
    void theFullCsvWithCodesSectionsAndRepeatedHeaders() {
        Imported file = read("flex.csv", FULL, NY).as("ibkr-flex-csv");

        assertEquals(2, file.fills().size());
        assertEquals("U8", file.fills().get(1).account().name());
        assertEquals("bot-a", file.fills().get(1).bot().name());
        assertEquals(PositionEffect.CLOSE, file.fills().get(1).effect());
        assertEquals(1, file.skipped("order"));
        assertEquals(1, file.skipped("row of another section"));
        assertMoney("3", file.cash());
        assertEquals("EQUAL", file.total("Proceeds of STK in USD").verdict());
    }

    @Test
    void aRowOfTooFewCellsIsRefused() {
        Imported file = read("flex.csv", FULL.replace("\"0\",\"-1\",\"USD\",\"C\",\"P\",", ""), NY);

        assertEquals(1, file.fills().size());
        assertEquals(12, file.file().refused().getFirst().line());
    }

    @Test
    void badRowsAreRefusedOneByOne() {
        Imported file =
                xml(
                        NY,
                        "dateTime='20260518;093004' buySell='BUY' quantity='-5'",
                        "dateTime='20260518;093004' buySell='HOLD' quantity='5'",
                        "dateTime='20260518;093004' buySell='BUY' quantity='0'",
                        "dateTime='20261318;093004' buySell='BUY' quantity='1'",
                        "dateTime='20260518;093004' buySell='BUY' quantity='x'",
                        "dateTime='20260518;093004' buySell='BUY' quantity='1'");

        assertEquals(1, file.fills().size());
        assertEquals(5, file.file().refused().size());
    }

    @Test
    void overlappingQueriesMergeWithoutIds() {
        StringBuilder csv =
                new StringBuilder(
                        "Buy/Sell,DateTime,Symbol,Quantity,TradePrice,CurrencyPrimary,IBCommission\n");
        for (int day = 10; day < 16; day++) {
            csv.append("BUY,202601").append(day).append(";093004,ABC,5,10,USD,-1\n");
            csv.append("BUY,202601").append(day).append(";093004,ABC,5,10,USD,-1\n");
            csv.append("SELL,202601").append(day).append(";150000,ABC,-5,10.5,USD,-1\n");
        }
        SplitCheck.holds(
                new Journal(folder), "flex.csv", csv.toString(), 1, l -> l.split(",")[1], NY);
    }

    private static final String SPREADSHEET =
            "ClientAccountID;CurrencyPrimary;AssetClass;Symbol;Multiplier;TransactionID;DateTime;Quantity;TradePrice;Proceeds;IBCommission;IBCommissionCurrency;Buy/Sell;LevelOfDetail\n";

    @Test
    void aSpreadsheetsDecimalCommasSettleThemselvesOrAreAskedFor() {
        Imported settled =
                read(
                        "flex.csv",
                        SPREADSHEET
                                + "U1;USD;STK;AAPL;1;21;20260105;1.000;200,125;-200125;-1,25;USD;BUY;EXECUTION\n"
                                + "U1;USD;STK;AAPL;1;22;20260106;-1.000;201,125;201125;-1;USD;SELL;EXECUTION\n",
                        Choices.NONE.zone("America/New_York"));
        assertEquals(2, settled.fills().size());
        assertMoney("1000", settled.fills().getFirst().quantity().value());
        assertMoney("200.125", settled.fills().getFirst().price().value());
        assertMoney("997.75", settled.cash());
        String unclear =
                SPREADSHEET
                        + "U1;USD;STK;AAPL;1;21;20260105;1;200,125;-200,125;-1;USD;BUY;EXECUTION\n";
        Imported asked = read("flex.csv", unclear, Choices.NONE.zone("America/New_York"));
        assertTrue(asked.error().remedy().contains("--decimal comma"), asked.error()::remedy);
    }
}
