package credence.imports.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.ExitReason;
import credence.core.fact.TradeRecord;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.SourceClass;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SharedFiles;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// Every generation and language of TradingView's list of trades, on small files worked out by hand.
class TradingViewTradesTest {

    private static final Choices ETH = Choices.NONE.symbol("ETHUSDT").zone("+08:00");

    @TempDir Path folder;

    private ParsedFile read(String text, Choices choices) {
        return new Journal(folder).read("bot.csv", text, choices);
    }

    private static List<TradeRecord> trades(ParsedFile file) {
        assertNull(file.error());
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    private static void assertMoney(String expected, BigDecimal actual) {
        assertEquals(
                0,
                new BigDecimal(expected).compareTo(actual),
                () -> expected + " but was " + actual);
    }

    @Test
    void theRsiDmiFileGivesBotAndSymbolFromItsNameAndItsOwnTotal() {
        ParsedFile file =
                StandardFormats.reader()
                        .read(
                                SharedFiles.data(
                                        "journals/tradingview/"
                                            + "RSI-DMI-MACD-ADX-CMF_Momentum_Strategy_NSE_ANANDRATHI_2025-09-20.csv"),
                                Choices.NONE.zone("Asia/Kolkata").options(),
                                Progress.NONE);

        List<TradeRecord> trades = trades(file);
        assertEquals(43, trades.size());
        assertEquals(86, file.read());
        assertTrue(trades.stream().noneMatch(TradeRecord::isOpen));
        TradeRecord first = trades.getFirst();
        assertEquals("RSI-DMI-MACD-ADX-CMF_Momentum_Strategy", first.bot().name());
        assertEquals("ANANDRATHI", first.symbol().name());
        assertEquals(new CurrencyCode("INR"), first.currency());
        assertEquals(
                Instant.parse("2022-01-03T09:45:00Z"),
                first.entryTime(),
                "15:15 in India is 09:45 UTC");
        assertMoney("-128.25", first.exit().orElseThrow().netPnl().orElseThrow());
        assertMoney("132.24", first.exit().orElseThrow().mae().orElseThrow());
        assertMoney("161.36", first.exit().orElseThrow().mfe().orElseThrow());
        Reconciled total = file.reconciliation().getFirst();
        assertMoney("1392.16", total.stated());
        assertTrue(List.of("EQUAL", "ROUNDING").contains(total.verdict()), total::toString);
    }

    @Test
    void theFirstGenerationHasItsResultOnTheExitRowOnlyAndDrawdownPositive() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Signal,Date/Time,Price,Contracts,Profit,Profit %,Cum. Profit,Cum. Profit %,Run-up,Run-up %,Drawdown,Drawdown %
                        1,Entry Long,go long,2021-05-19 19:00,100,2,,,,,,,,
                        1,Exit Long,TP,2021-05-19 19:30,105,2,9.5,4.75,9.5,0.95,12,6,3.25,1.6
                        2,Entry Short,go short,2021-05-20 10:00,110,1,,,,,,,,
                        2,Exit Short,stop loss,2021-05-20 11:00,112.5,1,-2.75,-2.5,6.75,0.67,0.5,0.4,4,3.6
                        """,
                        ETH);

        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        TradeRecord first = trades.get(0);
        assertEquals(Direction.LONG, first.direction());
        assertEquals(Instant.parse("2021-05-19T11:00:00Z"), first.entryTime());
        assertMoney("9.5", first.exit().orElseThrow().netPnl().orElseThrow());
        assertMoney("3.25", first.exit().orElseThrow().mae().orElseThrow());
        assertMoney("12", first.exit().orElseThrow().mfe().orElseThrow());
        assertEquals(ExitReason.TP, first.exit().orElseThrow().reason());
        assertTrue(first.exit().orElseThrow().costs().isEmpty());
        assertEquals(
                new TreeMap<>(
                        java.util.Map.of(
                                "entry signal", "go long",
                                "exit signal", "TP",
                                "net pnl %", "4.75",
                                "favorable excursion %", "6",
                                "adverse excursion %", "1.6")),
                first.extras());
        TradeRecord second = trades.get(1);
        assertEquals(Direction.SHORT, second.direction());
        assertEquals(ExitReason.SL, second.exit().orElseThrow().reason());
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
        assertTrue(
                file.notes().getFirst().contains("USD"),
                "an unstated currency is said to be assumed");
    }

    @Test
    void aCurrencySignInTheHeaderIsTheCurrency() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Signal,Date/Time,Price,Contracts,Profit €
                        1,Entry Long,a,2021-05-19 19:00,100,2,
                        1,Exit Long,b,2021-05-19 19:30,105,2,10
                        """,
                        ETH);
        assertEquals(new CurrencyCode("EUR"), trades(file).getFirst().currency());
        assertEquals(List.of(), file.notes());
    }

    @Test
    void theUsersCurrencyHoldsWhereTheHeaderNamesNone() {
        String text =
                """
                Trade #,Type,Signal,Date/Time,Price,Contracts,Profit
                1,Entry Long,a,2021-05-19 19:00,100,2,
                1,Exit Long,b,2021-05-19 19:30,105,2,10
                """;
        assertEquals(
                new CurrencyCode("JPY"),
                trades(read(text, ETH.currency("JPY"))).getFirst().currency());
    }

    @Test
    void simplifiedChineseHeadersAndTypesAreRead() {
        ParsedFile file =
                read(
                        """
                        交易 #,类型,日期和时间,信号,价格 USDT,仓位大小（数量）,仓位大小（价值）,净损益 USDT,净损益 %,有利波动 USDT,有利波动 %,不利波动 USDT,不利波动 %,累计P&L USDT,累计P&L %
                        1,空头出场,2024/3/14 16:00,空头止损,3950,0.5,2000,-25,-1.25,10,0.5,-30,-1.5,-25,-0.25
                        1,空头进场,2024/3/14 14:00,顶背离做空,4000,0.5,2000,-25,-1.25,10,0.5,-30,-1.5,-25,-0.25
                        2,多头出场,2024/3/15 2:00,x,4100,1,4000,100,2.5,120,3,-5,-0.1,75,0.75
                        2,多头进场,2024/3/14 20:00,y,4000,1,4000,100,2.5,120,3,-5,-0.1,75,0.75
                        """,
                        ETH);

        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        assertEquals(Direction.SHORT, trades.get(0).direction());
        assertEquals(new CurrencyCode("USDT"), trades.get(0).currency());
        assertEquals(Instant.parse("2024-03-14T06:00:00Z"), trades.get(0).entryTime());
        assertMoney("30", trades.get(0).exit().orElseThrow().mae().orElseThrow());
        assertEquals(Direction.LONG, trades.get(1).direction());
        assertEquals(
                Instant.parse("2024-03-14T18:00:00Z"), trades.get(1).exit().orElseThrow().time());
        assertEquals("2000", trades.get(0).extras().get("size value"));
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
    }

    @Test
    void traditionalChineseHeadersAreRead() {
        ParsedFile file =
                read(
                        """
                        交易 #,類型,訊號,日期/時間,價格 USDT,合約,獲利 USDT
                        1,多頭進場,L,2024-03-14 14:00,4000,1,
                        1,多頭出場,XL,2024-03-14 17:00,4010,1,10
                        """,
                        ETH);
        assertMoney("10", trades(file).getFirst().exit().orElseThrow().netPnl().orElseThrow());
    }

    @Test
    void germanHeadersAndTypesAreRead() {
        ParsedFile file =
                read(
                        """
                        Trade #,Typ,Datum und Uhrzeit,Signal,Preis USD,Größe (Menge),Größe (Wert),G&V netto USD,G&V netto %,Positive Exkursion USD,Positive Exkursion %,Negative Exkursion USD,Negative Exkursion %,Kumulativer G&V USD,Kumulativer G&V %
                        1,Long-Ausstieg,2026-03-14 14:00,TP,4105,2,8200,10,0.12,12,0.15,-3,-0.04,10,0.1
                        1,Long-Einstieg,2026-03-13 08:00,L,4100,2,8200,10,0.12,12,0.15,-3,-0.04,10,0.1
                        2,Short-Ausstieg,2026-03-16 14:40,SL,4119,1,4100,-19,-0.46,0,0,-19,-0.46,-9,-0.09
                        2,Short-Einstieg,2026-03-16 14:33,S,4100,1,4100,-19,-0.46,0,0,-19,-0.46,-9,-0.09
                        3,Long-Ausstieg,2026-03-18 13:00,Offen,4101,1,4100,1,0.02,2,0.05,-1,-0.02,-8,-0.08
                        3,Long-Einstieg,2026-03-17 10:00,L,4100,1,4100,1,0.02,2,0.05,-1,-0.02,-8,-0.08
                        """,
                        ETH);

        List<TradeRecord> trades = trades(file);
        assertEquals(3, trades.size());
        assertEquals(Direction.LONG, trades.get(0).direction());
        assertMoney("10", trades.get(0).exit().orElseThrow().netPnl().orElseThrow());
        assertEquals(Direction.SHORT, trades.get(1).direction());
        assertMoney("19", trades.get(1).exit().orElseThrow().mae().orElseThrow());
        assertTrue(trades.get(2).exit().isEmpty(), "it is still open");
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
    }

    @Test
    void italianHeadersAndTypesAreReadAndTheLastTradeIsToBeChecked() {
        String text =
                """
                Trade #,Tipo,Data/Ora,Segnale,Prezzo USD,Dimensione posizione (quantità),Dimensione posizione (valore),P&L Netto USD,P&L Netto %,Massimale USD,Massimale %,Drawdown USD,Drawdown %,P&L cumulativo USD,P&L cumulativo %
                1,Entrata long,2026-01-01 10:00,A,150,10,1500,50,3.33,60,4,-10,-0.67,50,3.33
                1,Uscita long,2026-01-01 11:00,TP,155,10,1550,50,3.33,60,4,-10,-0.67,50,3.33
                2,Entrata short,2026-01-02 14:00,B,200,5,1000,-25,-2.5,5,0.5,-30,-3,25,1.25
                2,Uscita short,2026-01-02 15:00,SL,205,5,1025,-25,-2.5,5,0.5,-30,-3,25,1.25
                """;
        ParsedFile file = read(text, ETH);
        List<TradeRecord> trades = trades(file);
        assertEquals(Direction.LONG, trades.get(0).direction());
        assertEquals(Direction.SHORT, trades.get(1).direction());
        assertMoney("50", trades.get(0).exit().orElseThrow().netPnl().orElseThrow());
        assertMoney("30", trades.get(1).exit().orElseThrow().mae().orElseThrow());
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Check whether trade 2")),
                file.notes()::toString);
        assertTrue(trades(read(text.replace("SL", "Aperto"), ETH)).get(1).exit().isEmpty());
    }

    @Test
    void japaneseHeadersAndTypesAreRead() {
        ParsedFile file =
                read(
                        """
                        トレード番号,タイプ,日時,シグナル,価格 JPY,サイズ (数量),サイズ (金額),純損益 JPY,純損益 %,最大順行幅 JPY,最大順行幅 %,最大逆行幅 JPY,最大逆行幅 %,累積損益 JPY,累積損益 %
                        1,ロング決済,2026-04-01,Close entry(s) order Long,2100,1,2000,100,5,120,6,-20,-1,100,0.1
                        1,ロングエントリー,2026-03-25,Long,2000,1,2000,100,5,120,6,-20,-1,100,0.1
                        2,ショート決済,2026-04-10,x,2150,1,2100,-50,-2.38,30,1.42,-90,-4.28,50,0.05
                        2,ショートエントリー,2026-04-05,y,2100,1,2100,-50,-2.38,30,1.42,-90,-4.28,50,0.05
                        """,
                        ETH);

        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        assertEquals(Direction.LONG, trades.get(0).direction());
        assertEquals(Direction.SHORT, trades.get(1).direction());
        assertEquals(new CurrencyCode("JPY"), trades.get(1).currency());
        assertMoney("-50", trades.get(1).exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
    }

    /// Which word TradingView writes there is not known; each is one that means "open" of a position.
    @ParameterizedTest
    @ValueSource(strings = {"未平仓", "未平倉", "持仓中", "オープン", "未決済", "ポジション保有中"})
    void anOpenTradeOfAChineseOrJapaneseListIsOpen(String word) {
        ParsedFile file = read(japanese(word), ETH);
        List<TradeRecord> trades = trades(file);
        assertTrue(trades.get(0).exit().isPresent());
        assertTrue(trades.get(1).exit().isEmpty(), "it is still open");
        assertMoney("-50", trades.get(1).mark().orElseThrow().netPnl().orElseThrow());
        assertTrue(file.notes().stream().noneMatch(n -> n.contains("still open")));
    }

    @Test
    void theLastTradeOfAChineseOrJapaneseListIsNamedToBeChecked() {
        ParsedFile file = read(japanese("SL"), ETH);
        assertTrue(trades(file).get(1).exit().isPresent());
        assertTrue(
                file.notes().stream()
                        .anyMatch(
                                n ->
                                        n.startsWith(
                                                "Check whether trade 2 (signal “SL”) is still"
                                                        + " open")),
                () -> "" + file.notes());
    }

    private static String japanese(String lastSignal) {
        return """
        トレード番号,タイプ,日時,シグナル,価格 JPY,サイズ (数量),サイズ (金額),純損益 JPY,純損益 %,最大順行幅 JPY,最大順行幅 %,最大逆行幅 JPY,最大逆行幅 %,累積損益 JPY,累積損益 %
        1,ロング決済,2026-04-01,TP,2100,1,2000,100,5,120,6,-20,-1,100,0.1
        1,ロングエントリー,2026-03-25,Long,2000,1,2000,100,5,120,6,-20,-1,100,0.1
        2,ショート決済,2026-04-10,LAST,2150,1,2100,-50,-2.38,30,1.42,-90,-4.28,50,0.05
        2,ショートエントリー,2026-04-05,y,2100,1,2100,-50,-2.38,30,1.42,-90,-4.28,50,0.05
        """
                .replace("LAST", lastSignal);
    }

    @Test
    void semicolonsWithDecimalCommasAreRead() {
        String text =
                """
                Trade #;Type;Date/Time;Signal;Price EUR;Position size (qty);Position size (value);Net P&L EUR;Net P&L %;Run-up EUR;Run-up %;Drawdown EUR;Drawdown %;Cumulative P&L EUR;Cumulative P&L %
                1;Exit long;2024-03-05 14:00;Close;2.113,00;2;4.201,00;25,00;0,6;30;0,7;−6;−0,1;25,00;2,5
                1;Entry long;2024-03-04 10:00;Long;2.100,50;2;4.201,00;25,00;0,6;30;0,7;−6;−0,1;25,00;2,5
                """;
        ParsedFile file = read(text, ETH);

        TradeRecord t = trades(file).getFirst();
        assertMoney("2100.50", t.entryPrice().value());
        assertMoney("2113", t.exit().orElseThrow().price().value());
        assertMoney("25", t.exit().orElseThrow().netPnl().orElseThrow());
        assertMoney("6", t.exit().orElseThrow().mae().orElseThrow());
        assertTrue(file.why().contains("semicolon"), file.why());
    }

    @Test
    void theSameTradesInAnotherEncodingHaveTheSameKeys() {
        String text =
                """
                Trade #;Type;Date/Time;Signal;Price €;Contracts;Profit €
                1;Entry long;2024-03-04 10:00;für;100,5;2;
                1;Exit long;2024-03-05 14:00;b;113,25;2;25,5
                """;
        Journal journal = new Journal(folder);
        List<TradeRecord> utf8 = trades(journal.read("bot.csv", text, StandardCharsets.UTF_8, ETH));
        List<TradeRecord> utf16 =
                trades(journal.read("bot.csv", "\uFEFF" + text, StandardCharsets.UTF_16LE, ETH));
        List<TradeRecord> bare16 =
                trades(journal.read("bot.csv", text, StandardCharsets.UTF_16BE, ETH));
        List<TradeRecord> western =
                trades(journal.read("bot.csv", text, Charset.forName("windows-1252"), ETH));

        assertEquals("für", utf8.getFirst().extras().get("entry signal"));
        assertEquals(new CurrencyCode("EUR"), utf8.getFirst().currency());
        assertEquals(utf8, utf16);
        assertEquals(utf8, bare16);
        assertEquals(utf8, western);
    }

    @Test
    void datesWithoutATimeAreDaysOfTheChartsZone() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Size (value),Net P&L USD
                        1,Exit long,2024-03-08,Close,2113,2,4201,25
                        1,Entry long,2024-03-04,Long,2100.5,2,4201,25
                        """,
                        ETH.zone("America/New_York"));
        assertEquals(Instant.parse("2024-03-04T05:00:00Z"), trades(file).getFirst().entryTime());
    }

    @Test
    void theOrderOfTradesAndOfTheirRowsDoesNotMatter() {
        String header =
                "Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD,Cumulative P&L"
                        + " USD\n";
        String[] lines = {
            "1,Entry long,2024-03-04 10:00,L,100,1,5,5\n",
            "1,Exit long,2024-03-04 11:00,X,105,1,5,5\n",
            "2,Entry long,2024-03-04 11:00,L,105,1,-2,3\n",
            "2,Exit long,2024-03-04 12:00,X,103,1,-2,3\n",
            "3,Entry short,2024-03-04 12:00,S,103,1,4,7\n",
            "3,Exit short,2024-03-04 12:00,X,99,1,4,7\n"
        };
        ParsedFile ascending = read(header + String.join("", lines), ETH);
        ParsedFile descending =
                read(header + lines[5] + lines[4] + lines[3] + lines[2] + lines[1] + lines[0], ETH);
        ParsedFile scattered =
                read(header + lines[3] + lines[0] + lines[5] + lines[2] + lines[4] + lines[1], ETH);

        assertEquals(3, trades(ascending).size());
        assertEquals(trades(ascending), trades(descending));
        assertEquals(trades(ascending), trades(scattered));
        assertEquals(
                List.of(1L, 2L, 3L),
                trades(descending).stream().map(TradeRecord::sequence).toList());
        assertMoney("7", descending.reconciliation().getFirst().stated());
        assertEquals("EQUAL", descending.reconciliation().getFirst().verdict());
    }

    @Test
    void aTradeThatIsStillOpenComesInWithItsMark() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD,Cumulative P&L USD
                        1,Exit long,2024-03-04 11:00,X,105,1,5,5
                        1,Entry long,2024-03-04 10:00,L,100,1,5,5
                        2,Exit short,2024-03-05 09:00,Open,110,1,-5,0
                        2,Entry short,2024-03-04 12:00,S,105,1,-5,0
                        """,
                        ETH);

        TradeRecord open = trades(file).get(1);
        assertTrue(open.isOpen());
        assertEquals(Instant.parse("2024-03-05T01:00:00Z"), open.mark().orElseThrow().time());
        assertMoney("110", open.mark().orElseThrow().price().value());
        assertMoney("-5", open.mark().orElseThrow().netPnl().orElseThrow());
        assertEquals(
                "EQUAL",
                file.reconciliation().getFirst().verdict(),
                "the mark counts in the file's total");
    }

    @Test
    void anOrderMayItselfBeCalledOpen() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD
                        1,Exit long,2024-03-04 11:00,Open,105,1,5
                        1,Entry long,2024-03-04 10:00,L,100,1,5
                        2,Exit short,2024-03-05 09:00,X,100,1,5
                        2,Entry short,2024-03-04 11:00,Open,105,1,5
                        """,
                        ETH);
        assertTrue(trades(file).stream().noneMatch(TradeRecord::isOpen));
    }

    @Test
    void theOldWayToSayOpenHasNoTimeOfTheMarkUnlessTheDayIsKnown() {
        String text =
                """
                Trade #,Type,Signal,Date/Time,Price,Contracts,Profit USD
                1,Entry Long,L,2024-03-04 10:00,100,1,
                1,Exit Long,Open,Open,110,1,10
                """;
        ParsedFile unknown = read(text, ETH);
        assertTrue(trades(unknown).getFirst().isOpen());
        assertTrue(trades(unknown).getFirst().mark().isEmpty());
        assertTrue(unknown.notes().getFirst().contains("--date"), unknown.notes()::toString);

        ParsedFile known = read(text, ETH.date("2024-03-07"));
        assertEquals(
                Instant.parse("2024-03-07T16:00:00Z"),
                trades(known).getFirst().mark().orElseThrow().time(),
                "the end of that day in the chart's zone: never before the export");
        ParsedFile named =
                new Journal(folder).read("My bot_BINANCE_ETHUSDT.P_2024-03-07.csv", text, ETH);
        assertEquals(trades(known).getFirst().mark(), trades(named).getFirst().mark());
    }

    @Test
    void anEmptyPriceAtTheEndIsAnOpenTradeWithoutAMark() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Signal,Date/Time,Price,Contracts,Profit USD
                        1,Entry Long,L,2024-03-04 10:00,100,1,
                        1,Exit Long,,,,1,
                        """,
                        ETH);
        assertTrue(trades(file).getFirst().isOpen());
        assertTrue(trades(file).getFirst().mark().isEmpty());
    }

    @Test
    void aTradeWithOneOfItsRowsIsRefusedAndTheOthersComeIn() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD
                        1,Exit long,2024-03-04 11:00,X,105,1,5
                        2,Exit short,2024-03-05 09:00,X,100,1,5
                        2,Entry short,2024-03-04 11:00,S,105,1,5
                        """,
                        ETH);

        assertEquals(1, trades(file).size());
        assertEquals(3, file.read());
        assertEquals(1, file.refused().size());
        Refusal refusal = file.refused().getFirst();
        assertEquals(2, refusal.line());
        assertEquals("Trade #", refusal.column());
        assertEquals("Trade 1 has an exit row and no entry row.", refusal.reason());
    }

    @Test
    void rowsThatContradictEachOtherAreRefusedTogether() {
        String header = "Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD\n";
        String good =
                "9,Exit short,2024-03-05 09:00,X,100,1,5\n"
                        + "9,Entry short,2024-03-04 11:00,S,105,1,5\n";
        for (String[] bad :
                new String[][] {
                    {
                        "1,Exit long,2024-03-04 11:00,X,105,1,5\n"
                                + "1,Entry short,2024-03-04 10:00,L,100,1,5\n",
                        "a long, the other a short"
                    },
                    {
                        "1,Exit long,2024-03-04 11:00,X,105,1,5\n"
                                + "1,Exit long,2024-03-04 10:00,L,100,1,5\n",
                        "of the same kind"
                    },
                    {
                        "1,Exit long,2024-03-04 11:00,X,105,1,5\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,2,5\n",
                        "contradict"
                    },
                    {
                        "1,Exit long,2024-03-04 11:00,X,105,1,5\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,1,6\n",
                        "contradict"
                    },
                    {
                        "1,Exit long,2024-03-04 09:00,X,105,1,5\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,1,5\n",
                        "before the entry"
                    },
                    {
                        "1,Exit long,2024-03-04 11:00,X,105,-1,5\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,-1,5\n",
                        "above zero"
                    },
                    {
                        "1,Exit long,2024-03-04 11:00,X,NaN,1,5\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,1,5\n",
                        "not a number"
                    },
                    {
                        "1,Exit long,2024-03-04 11:00,X,,1,5\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,1,5\n",
                        "without an exit price"
                    },
                    {
                        "1,Exit long,2024-02-30 11:00,X,105,1,5\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,1,5\n",
                        "not a time"
                    },
                    {
                        "1,Exit long,2024-03-04 11:00,X,105,1,\n"
                                + "1,Entry long,2024-03-04 10:00,L,100,1,\n",
                        "without a result"
                    }
                }) {
            ParsedFile file = read(header + bad[0] + good, ETH);
            assertEquals(1, trades(file).size(), bad[1]);
            assertEquals(2, file.refused().size(), bad[1]);
            assertTrue(
                    file.refused().stream().anyMatch(r -> r.reason().contains(bad[1])),
                    () -> bad[1] + " expected in " + file.refused());
            assertEquals(List.of(2L, 3L), file.refused().stream().map(Refusal::line).toList());
        }
    }

    @Test
    void aNumberThatStandsThriceIsRefusedWithAllItsLines() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD
                        1,Exit long,2024-03-04 11:00,X,105,1,5
                        1,Entry long,2024-03-04 10:00,L,100,1,5
                        1,Entry long,2024-03-04 10:00,L,100,1,5
                        """,
                        ETH);
        assertEquals(3, file.refused().size());
        assertTrue(
                file.refused().getFirst().reason().contains("lines 2, 3, 4"),
                file.refused()::toString);
        assertEquals(0, file.rows().size());
    }

    @Test
    void anUnknownTypeIsRefusedWithItsRow() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD
                        1,Sortie long,2024-03-04 11:00,X,105,1,5
                        1,Entry long,2024-03-04 10:00,L,100,1,5
                        x,Entry long,2024-03-04 10:00,L,100,1,5
                        """,
                        ETH);
        assertEquals(3, file.refused().size());
        assertEquals("Type", file.refused().get(0).column());
        assertEquals("Sortie long", file.refused().get(0).value());
        assertEquals("Trade #", file.refused().get(2).column());
    }

    @Test
    void aTotalThatDiffersIsShownWithItsDifference() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD,Cumulative P&L USD
                        1,Exit long,2024-03-04 11:00,X,105,1,5,6.5
                        1,Entry long,2024-03-04 10:00,L,100,1,5,6.5
                        """,
                        ETH);
        Reconciled total = file.reconciliation().getFirst();
        assertEquals("DIFFERENT", total.verdict());
        assertMoney("-1.5", total.difference());
        assertEquals("Cumulative P&L USD after trade 1", total.what());
    }

    @Test
    void aPointsWorthComesFromTheSizeColumnWhenItIsOneForAllTrades() {
        String header =
                "Trade #,Type,Date and time,Signal,Price USD,Size (qty),Size (value),Net P&L USD\n";
        String first =
                "1,Exit long,2024-03-04 11:00,X,5010,2,500000,1000\n"
                        + "1,Entry long,2024-03-04 10:00,L,5000,2,500000,1000\n";
        String same =
                "2,Exit long,2024-03-05 11:00,X,5010,1,250250,250\n"
                        + "2,Entry long,2024-03-05 10:00,L,5005,1,250250,250\n";
        String other =
                "2,Exit long,2024-03-05 11:00,X,5010,1,7000,250\n"
                        + "2,Entry long,2024-03-05 10:00,L,5005,1,7000,250\n";

        assertMoney("50", trades(read(header + first + same, ETH)).getFirst().multiplier());
        assertMoney("1", trades(read(header + first + other, ETH)).getFirst().multiplier());
        assertMoney(
                "1",
                trades(read((header + first + same).replace("Price USD", "Price JPY"), ETH))
                        .getFirst()
                        .multiplier());
    }

    @Test
    void unknownColumnsAreKept() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD,Mood
                        1,Exit long,2024-03-04 11:00,X,105,1,5,calm
                        1,Entry long,2024-03-04 10:00,L,100,1,5,tense
                        """,
                        ETH);
        assertEquals("calm", trades(file).getFirst().extras().get("Mood"));
    }

    @Test
    void botSymbolAccountAndSourceCanBeSaid() {
        String text =
                """
                Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD
                1,Exit long,2024-03-04 11:00,X,105,1,5
                1,Entry long,2024-03-04 10:00,L,100,1,5
                """;
        TradeRecord named =
                trades(
                                new Journal(folder)
                                        .read(
                                                "Trend_BINANCE_BTCUSDT.P_2024-03-07_1a2b3.csv",
                                                text,
                                                Choices.NONE.zone("UTC")))
                        .getFirst();
        assertEquals("Trend", named.bot().name());
        assertEquals("BTCUSDT", named.symbol().name());
        assertEquals(SourceClass.BACKTEST, named.source());

        TradeRecord said =
                trades(
                                new Journal(folder)
                                        .read(
                                                "Trend_BINANCE_BTCUSDT.P_2024-03-07_1a2b3.csv",
                                                text,
                                                ETH.bot("mine")
                                                        .account("demo")
                                                        .source(SourceClass.PAPER)))
                        .getFirst();
        assertEquals("mine", said.bot().name());
        assertEquals("ETHUSDT", said.symbol().name());
        assertEquals("demo", said.account().name());
        assertEquals(SourceClass.PAPER, said.source());
    }

    @Test
    void withoutASymbolTheFileIsRefusedWithTheWayToGiveIt() {
        ParsedFile file =
                read(
                        """
                        Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD
                        1,Exit long,2024-03-04 11:00,X,105,1,5
                        """,
                        Choices.NONE.zone("UTC"));
        assertNotNull(file.error());
        assertTrue(file.error().remedy().contains("--symbol"), file.error()::toString);
    }
}
