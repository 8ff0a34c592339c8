package credence.imports.formats.metatrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.ExitReason;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.SourceClass;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class MetaTraderReportsTest {

    @TempDir private Path folder;

    private static final Choices UTC = Choices.NONE.zone("UTC");

    private ParsedFile read(String page, Choices choices) {
        return new Journal(folder).read("report.html", page, StandardCharsets.UTF_16LE, choices);
    }

    private static List<TradeRecord> trades(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    private static String row(String... cells) {
        return "<tr align=right><td>" + String.join("</td><td>", cells) + "</td></tr>\n";
    }

    private static String header(String... names) {
        return "<tr><td><b>" + String.join("</b></td><td><b>", names) + "</b></td></tr>\n";
    }

    private static String section(String title) {
        return "<tr align=center><th colspan=14><div><b>" + title + "</b></div></th></tr>\n";
    }

    // ---- MetaTrader 5, history

    /// A position's row: a hidden cell with the comment stands behind the type.
    private static String position(
            String time, String id, String symbol, String type, String comment, String... rest) {
        return "<tr><td>"
                + String.join("</td><td>", time, id, symbol, type)
                + "</td><td class=\"hidden\" colspan=\"8\">"
                + comment
                + "</td><td>"
                + String.join("</td><td>", rest)
                + "</td></tr>\n";
    }

    private static final String RUSSIAN =
            "\uFEFF<html><body><table>\n"
                    + section("Отчет по истории торговли")
                    + "<tr><th colspan=3>Торговый счет:</th><th colspan=10>99999999 (USD, Test-SIM,"
                    + " demo, Hedge)</th></tr>\n"
                    + "<tr><th colspan=3>Дата:</th><th colspan=10>2026.03.01 12:00</th></tr>\n"
                    + section("Позиции")
                    + header(
                            "Время",
                            "Позиция",
                            "Символ",
                            "Тип",
                            "Объем",
                            "Цена",
                            "S/L",
                            "T/P",
                            "Время",
                            "Цена",
                            "Комиссия",
                            "Своп",
                            "Прибыль")
                    + position(
                            "2026.02.24 20:46:59",
                            "285686212",
                            "EURUSD",
                            "buy",
                            "Trend EA",
                            "2.86",
                            "1.17792",
                            "1.17650",
                            "1.18011",
                            "2026.02.25 06:54:31",
                            "1.17946",
                            "-14.30",
                            "-23.43",
                            "440.44")
                    + position(
                            "2026.02.26 10:00:00",
                            "285686300",
                            "XAUUSD",
                            "sell",
                            "",
                            "0.05 / 0.10",
                            "3 250.00",
                            "",
                            "3 200.00",
                            "2026.02.26 15:30:00",
                            "3 260.00",
                            "-1.00",
                            "0.00",
                            "-50.00")
                    + "<tr><td colspan=10></td><td>-15.30</td><td>-23.43</td><td>390.44</td></tr>\n"
                    + section("Ордера")
                    + header(
                            "Время",
                            "Ордер",
                            "Символ",
                            "Тип",
                            "Объем",
                            "Цена",
                            "S/L",
                            "T/P",
                            "Время",
                            "Состояние",
                            "Комментарий")
                    + row(
                            "2026.02.24 20:46:59",
                            "285686212",
                            "EURUSD",
                            "buy",
                            "2.86 / 2.86",
                            "market",
                            "1.17500",
                            "1.18011",
                            "2026.02.24 20:46:59",
                            "filled",
                            "")
                    + row(
                            "2026.02.24 21:00:00",
                            "285686213",
                            "EURUSD",
                            "buy limit",
                            "1.00 / 0.00",
                            "1.1000",
                            "",
                            "",
                            "2026.02.25 21:00:00",
                            "canceled",
                            "")
                    + section("Сделки")
                    + header(
                            "Время",
                            "Сделка",
                            "Символ",
                            "Тип",
                            "Направление",
                            "Объем",
                            "Цена",
                            "Ордер",
                            "Комиссия",
                            "Сбор",
                            "Своп",
                            "Прибыль",
                            "Баланс",
                            "Комментарий")
                    + row(
                            "2026.02.01 00:00:00",
                            "1",
                            "",
                            "balance",
                            "",
                            "",
                            "",
                            "",
                            "0.00",
                            "0.00",
                            "0.00",
                            "5 000.00",
                            "5 000.00",
                            "Deposit")
                    + row(
                            "2026.02.24 20:46:59",
                            "2",
                            "EURUSD",
                            "buy",
                            "in",
                            "2.86",
                            "1.17792",
                            "285686212",
                            "-7.15",
                            "0.00",
                            "0.00",
                            "0.00",
                            "4 992.85",
                            "Trend EA")
                    + row(
                            "2026.02.25 06:54:31",
                            "3",
                            "EURUSD",
                            "sell",
                            "out",
                            "2.86",
                            "1.17946",
                            "285686215",
                            "-7.15",
                            "0.00",
                            "-23.43",
                            "440.44",
                            "5 402.71",
                            "[tp 1.17946]")
                    + section("Открытые позиции")
                    + header(
                            "Время",
                            "Позиция",
                            "Символ",
                            "Тип",
                            "Объем",
                            "Цена",
                            "S/L",
                            "T/P",
                            "Рыночная цена",
                            "Своп",
                            "Прибыль")
                    + position(
                            "2026.02.27 08:00:00",
                            "285686400",
                            "EURUSD",
                            "sell",
                            "Trend EA",
                            "1.00",
                            "1.18000",
                            "",
                            "",
                            "1.17900",
                            "-0.50",
                            "100.00")
                    + "</table></body></html>";

    @Test
    void aHistoryInAnotherLanguageIsReadByItsShapes() {
        ParsedFile file = read(RUSSIAN, UTC);
        assertEquals("mt5-history", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(List.of(), file.refused());
        assertEquals(3, trades.size());
        TradeRecord euro = trades.getFirst();
        assertEquals("99999999", euro.account().name());
        assertEquals("USD", euro.currency().code());
        assertEquals(SourceClass.PAPER, euro.source());
        assertEquals("unassigned (MetaTrader 5)", euro.bot().name());
        assertEquals("Trend EA", euro.extras().get("comment"));
        assertEquals(Instant.parse("2026-02-24T20:46:59Z"), euro.entryTime());
        TradeRecord.Exit exit = euro.exit().orElseThrow();
        assertEquals(new BigDecimal("37.73"), exit.costs().orElseThrow());
        assertEquals(new BigDecimal("402.71"), exit.netPnl().orElseThrow());
        assertEquals(ExitReason.TP, exit.reason());
        // 440.44 ÷ (0.00154 × 2.86)
        assertEquals(0, euro.multiplier().compareTo(new BigDecimal("100000")));
        assertEquals(
                new BigDecimal("1.17500"),
                euro.stop().orElseThrow().value(),
                "the order's own stop, not the last one");
        assertEquals("1.17650", euro.extras().get("stop at the end"));
    }

    @Test
    void thePartThatWasClosedCounts() {
        TradeRecord gold = trades(read(RUSSIAN, UTC)).get(1);
        assertEquals(new BigDecimal("0.05"), gold.quantity().value());
        assertEquals(new BigDecimal("3250.00"), gold.entryPrice().value());
        assertEquals(new BigDecimal("-51.00"), gold.exit().orElseThrow().netPnl().orElseThrow());
    }

    @Test
    void anOpenPositionIsMarkedAtTheReportsTime() {
        TradeRecord open = trades(read(RUSSIAN, UTC)).getLast();
        assertTrue(open.isOpen());
        assertEquals(Direction.SHORT, open.direction());
        assertEquals(Instant.parse("2026-03-01T12:00:00Z"), open.mark().orElseThrow().time());
        assertEquals(new BigDecimal("99.50"), open.mark().orElseThrow().netPnl().orElseThrow());
    }

    @Test
    void everyOtherRowIsCountedByItsKind() {
        ParsedFile file = read(RUSSIAN, UTC);
        assertEquals(8, file.read());
        assertEquals(
                List.of(
                        new Skipped("order whose execution is read elsewhere", 1),
                        new Skipped("order that was not filled", 1),
                        new Skipped("deposit or withdrawal", 1),
                        new Skipped("execution of a position that is listed", 2)),
                file.skipped());
        assertEquals(
                List.of(
                        new Reconciled(
                                "Profit of the positions",
                                new BigDecimal("390.44"),
                                new BigDecimal("390.44"),
                                new BigDecimal("0.00"),
                                "EQUAL"),
                        new Reconciled(
                                "Commission and swap of the positions",
                                new BigDecimal("-38.73"),
                                new BigDecimal("-38.73"),
                                new BigDecimal("0.00"),
                                "EQUAL")),
                file.reconciliation());
    }

    @Test
    void aWorkbookSavedAsDelimitedTextReadsTheSame() {
        String csv =
                """
                Trade History Report,,,,,,,,,,,,,,
                Account:,,,"123456 (EUR, Broker, real, Hedge)",,,,,,,,,,,
                Positions,,,,,,,,,,,,,,
                Time,Position,Symbol,Type,Volume,Price,S / L,T / P,Time,Price,Commission,Swap,Profit,,
                2026.01.01 10:00:00,111,XAUUSDm,sell,0.04,4 106.170,4 129.590,4 068.090,2026.01.01 10:15:00,4 101.093,0.00,0.00, 20.31,,
                2026.01.01 11:00:00,112,AUDUSDm,sell,0.5, 0.69156, 0.69356, 0.68756,2026.01.01 11:15:00, 0.69161,0.00,0.00,- 2.50,,
                Orders,,,,,,,,,,,,,,
                Open Time,Order,Symbol,Type,Volume,Price,S / L,T / P,Time,State,,Comment,,,
                2026.01.01 10:00:00,111,XAUUSDm,sell,0.04 / 0.04,market,4 129.590,4 068.090,2026.01.01 10:00:00,filled,,GoldBot,,,
                Deals,,,,,,,,,,,,,,
                Time,Deal,Symbol,Type,Direction,Volume,Price,Order,Commission,Fee,Swap,Profit,Balance,Comment,
                2026.01.01 10:15:00,999,XAUUSDm,buy,out,0.04,4 101.093,111,0.00,0.00,0.00, 20.31,10 020.31,close,
                Results,,,,,,,,,,,,,,
                Total Net Profit:,,,17.81,Gross Profit:,,, 20.31,Gross Loss:,,,- 2.50,,,
                """;
        ParsedFile file = new Journal(folder).read("r.csv", csv, UTC);
        assertEquals("mt5-history", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        assertEquals(List.of(), file.refused());
        assertEquals("123456", trades.getFirst().account().name());
        assertEquals(SourceClass.LIVE, trades.getFirst().source());
        assertEquals(
                new BigDecimal("-2.50"), trades.get(1).exit().orElseThrow().netPnl().orElseThrow());
    }

    @Test
    void aDamagedRowIsRefusedByItsLineAndTheOthersComeIn() {
        ParsedFile file =
                read(
                        RUSSIAN.replace(
                                "<td>2026.02.25 06:54:31</td><td>1.17946</td>",
                                "<td>2026.02.30 06:54:31</td><td>1.17946</td>"),
                        UTC);
        assertEquals(2, trades(file).size());
        assertEquals(1, file.refused().size());
        assertEquals("2026.02.30 06:54:31", file.refused().getFirst().value());
        assertTrue(file.refused().getFirst().line() > 1);
    }

    @Test
    void theZoneIsAskedFor() {
        ParsedFile file = read(RUSSIAN, Choices.NONE);
        assertNotNull(file.error());
        assertTrue(file.error().remedy().contains("--zone"), file.error()::remedy);
    }

    // ---- MetaTrader 5, deals

    private static String deals(String kind, String... rows) {
        return "<html><body><table>\n"
                + section("Trade History Report")
                + "<tr><th>Account:</th><th>4711 (USD, Server, real, "
                + kind
                + ")</th></tr>\n"
                + section("Deals")
                + header(
                        "Time",
                        "Deal",
                        "Symbol",
                        "Type",
                        "Direction",
                        "Volume",
                        "Price",
                        "Order",
                        "Commission",
                        "Fee",
                        "Swap",
                        "Profit",
                        "Balance",
                        "Comment")
                + String.join("", rows)
                + "</table></body></html>";
    }

    private static String deal(
            String time,
            String number,
            String type,
            String direction,
            String volume,
            String price,
            String commission,
            String profit) {
        return row(
                "2026.01.05 " + time,
                number,
                "US500",
                type,
                direction,
                volume,
                price,
                "9" + number,
                commission,
                "0.00",
                "0.00",
                profit,
                "0.00",
                "");
    }

    @Test
    void aNettingDealThatTurnsThePositionClosesAndOpens() {
        ParsedFile file =
                read(
                        deals(
                                "Netting",
                                deal("10:00:00", "1", "buy", "in", "1", "5000", "-1.00", "0.00"),
                                deal("10:05:00", "2", "buy", "in", "1", "5010", "-1.00", "0.00"),
                                deal(
                                        "11:00:00",
                                        "3",
                                        "sell",
                                        "in/out",
                                        "3",
                                        "5015",
                                        "-3.00",
                                        "20.00"),
                                deal("12:00:00", "4", "buy", "out", "1", "5012", "-1.00", "3.00")),
                        UTC);
        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        TradeRecord first = trades.getFirst();
        assertEquals(Direction.LONG, first.direction());
        assertEquals(0, first.quantity().value().compareTo(new BigDecimal("2")));
        assertEquals(0, first.entryPrice().value().compareTo(new BigDecimal("5005")));
        // in 2.00, and two thirds of 3.00
        assertEquals(
                0, first.exit().orElseThrow().costs().orElseThrow().compareTo(new BigDecimal("4")));
        assertEquals(
                0,
                first.exit().orElseThrow().netPnl().orElseThrow().compareTo(new BigDecimal("16")));
        TradeRecord second = trades.get(1);
        assertEquals(Direction.SHORT, second.direction());
        assertEquals(Instant.parse("2026-01-05T11:00:00Z"), second.entryTime());
        assertEquals(
                0, second.exit().orElseThrow().netPnl().orElseThrow().compareTo(BigDecimal.ONE));
        assertEquals(4, file.read());
    }

    @Test
    void costsAreDividedWithoutLosingACent() {
        List<TradeRecord> trades =
                trades(
                        read(
                                deals(
                                        "Hedge",
                                        deal(
                                                "10:00:00",
                                                "1",
                                                "buy",
                                                "in",
                                                "3",
                                                "5000",
                                                "-1.00",
                                                "0.00"),
                                        deal(
                                                "11:00:00",
                                                "2",
                                                "sell",
                                                "out",
                                                "1",
                                                "5001",
                                                "0.00",
                                                "1.00"),
                                        deal(
                                                "12:00:00",
                                                "3",
                                                "sell",
                                                "out",
                                                "1",
                                                "5001",
                                                "0.00",
                                                "1.00"),
                                        deal(
                                                "13:00:00",
                                                "4",
                                                "sell",
                                                "out",
                                                "1",
                                                "5001",
                                                "0.00",
                                                "1.00")),
                                UTC));
        assertEquals(3, trades.size());
        BigDecimal net =
                trades.stream()
                        .map(t -> t.exit().orElseThrow().netPnl().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, net.compareTo(new BigDecimal("2.00")), net::toString);
    }

    @Test
    void aClosingWhoseOpeningIsBeforeTheReportIsNoTrade() {
        ParsedFile file =
                read(
                        deals(
                                "Hedge",
                                deal("10:00:00", "1", "sell", "out", "1", "5000", "0.00", "7.00"),
                                deal("11:00:00", "2", "buy", "in", "1", "5001", "0.00", "0.00")),
                        UTC);
        List<TradeRecord> trades = trades(file);
        assertEquals(1, trades.size());
        assertTrue(trades.getFirst().isOpen());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("profits of 7.00")),
                file.notes()::toString);
    }

    // ---- MetaTrader 4

    private static String statement(String columns, String... rows) {
        return "<html><body><table>\n"
                + "<tr><td colspan=2><b>Account: 42</b></td><td><b>Currency: USD</b></td>"
                + "<td><b>2024 March 7, 07:06</b></td></tr>\n"
                + "<tr><td colspan=14><b>Closed Transactions:</b></td></tr>\n"
                + row(columns.split(","))
                + String.join("", rows)
                + "</table></body></html>";
    }

    private static final String WITHOUT_TAXES =
            "Ticket,Open Time,Type,Size,Item,Price,S / L,T / P,Close"
                    + " Time,Price,Commission,Swap,Profit";

    @Test
    void statementsWithoutTaxesAndWithTitlesAlone() {
        ParsedFile file =
                new Journal(folder)
                        .read(
                                "s.htm",
                                statement(
                                        WITHOUT_TAXES,
                                        row(
                                                        "1000002",
                                                        "2024.03.04 10:00:00",
                                                        "buy",
                                                        "1.00",
                                                        "eurusd",
                                                        "1.08000",
                                                        "1.07000",
                                                        "0.00000",
                                                        "2024.03.05 10:00:00",
                                                        "1.07000",
                                                        "-7.00",
                                                        "-1.20",
                                                        "-1 000.00")
                                                .replace(
                                                        "<td>1000002",
                                                        "<td title=\"#77 My EA[sl]\">1000002"),
                                        "<tr><td>1000001</td><td>2024.03.01 09:00:00</td>"
                                                + "<td>balance</td><td colspan=9>Deposit</td>"
                                                + "<td>5 000.00</td></tr>\n",
                                        "<tr><td title=\"#77 cancelled\">1000003</td>"
                                                + "<td>2024.03.04 10:00:00</td><td>buy limit</td>"
                                                + "<td>1.00</td><td>eurusd</td><td>1.07000</td>"
                                                + "<td>0.0</td><td>0.0</td>"
                                                + "<td>2024.03.05 10:00:00</td><td>1.08000</td>"
                                                + "<td colspan=3>cancelled</td></tr>\n",
                                        "<tr><td colspan=11><b>Closed P/L:</b></td>"
                                                + "<td colspan=2><b>-1 008.20</b></td></tr>\n"),
                                UTC);
        List<TradeRecord> trades = trades(file);
        assertEquals(List.of(), file.refused());
        assertEquals(1, trades.size());
        assertEquals("77", trades.getFirst().bot().name());
        assertEquals("My EA[sl]", trades.getFirst().extras().get("comment"));
        assertEquals(ExitReason.SL, trades.getFirst().exit().orElseThrow().reason());
        assertEquals(
                new BigDecimal("-1008.20"),
                trades.getFirst().exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("EQUAL", file.reconciliation().getFirst().verdict());
        assertEquals(
                List.of(
                        new Skipped("deposit or withdrawal", 1),
                        new Skipped("pending order that was cancelled or expired", 1)),
                file.skipped());
    }

    @Test
    void oldStatementsHaveNumberedRowsAndACommentColumn() {
        ParsedFile file =
                new Journal(folder)
                        .read(
                                "s.htm",
                                statement(
                                        "N,Ticket,Open Time,Type,Lots,Symbol,Price,S/L,T/P,Close"
                                                + " Time,Price,Commis,Swap,Trade P/L,Comment",
                                        row(
                                                "1",
                                                "200",
                                                "2006.07.27 13:27",
                                                "sell",
                                                "2.50",
                                                "eurusd",
                                                "1.2764",
                                                "0.0000",
                                                "0.0000",
                                                "2006.07.27 13:34",
                                                "1.2768",
                                                "0.00",
                                                "0.00",
                                                "-100.00",
                                                "to #201")),
                                UTC);
        List<TradeRecord> trades = trades(file);
        assertEquals(1, trades.size());
        assertEquals("to #201", trades.getFirst().extras().get("comment"));
        assertEquals("unassigned (MetaTrader 4)", trades.getFirst().bot().name());
    }

    @Test
    void aTradeOfNoKnownTypeIsRefused() {
        ParsedFile file =
                new Journal(folder)
                        .read(
                                "s.htm",
                                statement(
                                        WITHOUT_TAXES,
                                        row(
                                                "1",
                                                "2024.03.04 10:00:00",
                                                "hold",
                                                "1.00",
                                                "eurusd",
                                                "1.08",
                                                "0",
                                                "0",
                                                "2024.03.05 10:00:00",
                                                "1.07",
                                                "0",
                                                "0",
                                                "-1 000.00"),
                                        row(
                                                "2",
                                                "2024.03.04 10:00:00",
                                                "sell",
                                                "x",
                                                "eurusd",
                                                "1.08",
                                                "0",
                                                "0",
                                                "2024.03.05 10:00:00",
                                                "1.07",
                                                "0",
                                                "0",
                                                "1 000.00")),
                                UTC);
        assertEquals(0, file.rows().size());
        assertEquals(2, file.refused().size());
        assertEquals("Type", file.refused().get(0).column());
        assertEquals("Size", file.refused().get(1).column());
    }

    @Test
    void aTestersPartClosingGoesOnUnderTheNextNumber() {
        String page =
                "<html><head><title>Strategy Tester: Split</title></head><body><table>\n"
                        + row("Symbol", "EURUSD (Euro vs US Dollar)")
                        + row("Total net profit", "30.00")
                        + "</table><table>\n"
                        + row(
                                "#", "Time", "Type", "Order", "Size", "Price", "S / L", "T / P",
                                "Profit", "Balance")
                        + "<tr><td>1</td><td>2024.01.01"
                        + " 10:00</td><td>buy</td><td>1</td><td>0.20</td><td>1.1000</td><td>0.0</td><td>0.0</td><td"
                        + " colspan=2></td></tr>\n"
                        + "<tr><td>2</td><td>2024.01.01 10:00</td><td>modify</td><td>1</td>"
                        + "<td>0.20</td><td>1.1000</td><td>1.0950</td><td>0.0</td><td"
                        + " colspan=2></td></tr>\n"
                        + row(
                                "3",
                                "2024.01.01 11:00",
                                "close",
                                "1",
                                "0.10",
                                "1.1010",
                                "1.0950",
                                "0.0",
                                "10.00",
                                "10010.00")
                        + row(
                                "4",
                                "2024.01.01 12:00",
                                "t/p",
                                "2",
                                "0.10",
                                "1.1020",
                                "1.0950",
                                "1.1020",
                                "20.00",
                                "10030.00")
                        + "</table></body></html>";
        ParsedFile file = new Journal(folder).read("t.htm", page, UTC);
        assertEquals("mt4-tester", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(List.of(), file.refused());
        assertEquals(2, trades.size());
        assertEquals("Split", trades.getFirst().bot().name());
        assertEquals(new BigDecimal("1.0950"), trades.getFirst().stop().orElseThrow().value());
        assertEquals(
                new BigDecimal("20.00"), trades.get(1).exit().orElseThrow().netPnl().orElseThrow());
        assertEquals(4, file.read());
    }
}
