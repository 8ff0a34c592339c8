package credence.imports.formats.metatrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SharedFiles;
import credence.imports.formats.StandardFormats;
import credence.service.ImportPlan;
import credence.service.TradeQuery;
import credence.service.TradeView;
import credence.service.Workspace;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// What MetaTrader itself states of a trade is what is shown of it: the profit of its own column, before commission and swap.
class MetaTraderResultsTest {

    private static final Choices UTC = Choices.NONE.zone("UTC").currency("USD");

    @TempDir Path folder;

    private static List<TradeView> trades(Path file) {
        Workspace workspace =
                Workspace.open(
                        new MemoryStore(),
                        StandardFormats.reader(),
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
        ImportPlan plan = workspace.imports().plan(List.of(file), UTC.options(), Progress.NONE);
        workspace.imports().commit(plan, Progress.NONE);
        return workspace.beliefs().trades(TradeQuery.ALL);
    }

    private List<TradeView> trades(String name, String text) {
        return trades(new Journal(folder).write(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void sum(
            String expected, List<TradeView> trades, Function<TradeView, @Nullable BigDecimal> of) {
        BigDecimal sum =
                trades.stream()
                        .map(of)
                        .map(Objects::requireNonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, new BigDecimal(expected).compareTo(sum), () -> expected + " but " + sum);
    }

    /// The line under the closed transactions: commission 0.00, taxes 0.00, swap 8 841.19, profit 81 225.45; Closed P/L 90 066.64.
    @Test
    void grossCommissionAndSwapOfAStatementMakeItsClosedProfit() {
        List<TradeView> closed =
                trades(SharedFiles.data("journals/metatrader/mt4_detailed_statement.htm")).stream()
                        .filter(t -> !t.open())
                        .toList();
        assertEquals(123, closed.size());
        sum("81225.45", closed, TradeView::grossPnl);
        sum("-8841.19", closed, TradeView::costs);
        sum("0", closed, t -> t.evidence().commission());
        sum("-8841.19", closed, t -> t.evidence().funding());
        sum("90066.64", closed, TradeView::netPnl);
        sum("81225.45", closed, t -> t.evidence().statedPnl());
        for (TradeView t : closed) {
            BigDecimal gross = Objects.requireNonNull(t.grossPnl());
            assertEquals(0, gross.compareTo(Objects.requireNonNull(t.evidence().statedPnl())));
            assertEquals("before costs", t.evidence().statedIs().words());
        }
    }

    /// 0.10 lots of USDJPY from 110.00 to 109.00 lose a long 91.74 dollars (10,000 ÷ 109); the file says it won 91.74, less 0.70 and 0.55.
    @Test
    void theRemarkAndTheCellShowTheProfitOfTheFile() {
        List<TradeView> trades =
                trades(
                        "t.csv",
                        """
                        Ticket,Symbol,Type,Lots,Open Time,Open Price,Close Time,Close Price,Commission,Swap,Profit
                        1,USDJPY,buy,0.10,2026.01.05 10:00,150.000,2026.01.05 11:00,151.000,-0.70,0.00,66.23
                        2,USDJPY,buy,0.10,2026.01.06 10:00,110.000,2026.01.06 11:00,109.000,-0.70,-0.55,91.74
                        3,USDJPY,buy,0.10,2026.01.07 10:00,110.000,2026.01.07 11:00,111.000,-0.70,0.00,90.09
                        """);
        TradeView wrong = trades.get(1);
        assertEquals(new BigDecimal("91.74"), wrong.evidence().statedPnl());
        assertEquals(new BigDecimal("91.74"), wrong.grossPnl());
        assertEquals(new BigDecimal("90.49"), wrong.netPnl());
        assertTrue(
                wrong.remarks()
                        .getFirst()
                        .startsWith("The file says 91.74 before costs, prices give −91.7"),
                wrong.remarks()::toString);
        assertEquals(List.of(), trades.get(0).remarks());
    }

    private static String row(String... cells) {
        return "<tr align=right><td>" + String.join("</td><td>", cells) + "</td></tr>\n";
    }

    private static String tester(String... events) {
        return "<html><head><title>Strategy Tester: Trend</title></head><body><table>\n"
                + row("Symbol", "EURUSD (Euro vs US Dollar)")
                + row("Total net profit", "0.00")
                + "</table><table>\n"
                + row(
                        "#", "Time", "Type", "Order", "Size", "Price", "S / L", "T / P", "Profit",
                        "Balance")
                + String.join("", events)
                + "</table></body></html>";
    }

    private static String opening(String number, String time, String type, String price) {
        return "<tr><td>1</td><td>"
                + time
                + "</td><td>"
                + type
                + "</td><td>"
                + number
                + "</td><td>0.10</td><td>"
                + price
                + "</td><td>0.0</td><td>0.0</td><td colspan=2></td></tr>\n";
    }

    private static String ending(String number, String time, String price, String profit) {
        return row("1", time, "close", number, "0.10", price, "0.0", "0.0", profit, "0.00");
    }

    /// Five trades of one day each that make what their prices make: 10 pips of 0.10 lots are 10 dollars.
    private static String plain() {
        StringBuilder events = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            String day = "2026.01.0" + i;
            events.append(opening("" + i, day + " 10:00", "buy", "1.1000"));
            events.append(ending("" + i, day + " 11:00", "1.1010", "10.00"));
        }
        return events.toString();
    }

    private TradeView last(String opening, String ending) {
        List<TradeView> trades = trades("t.htm", tester(plain(), opening, ending));
        assertEquals(6, trades.size());
        trades.subList(0, 5).forEach(t -> assertEquals(List.of(), t.remarks()));
        return trades.getLast();
    }

    /// It wins by its prices and is stated as lost; 1 % of its turnover, which unknown costs may be elsewhere, would be 220 dollars.
    @Test
    void aTestersProfitOfTheOtherSignThanItsPricesIsFlagged() {
        TradeView wrong =
                last(
                        opening("9", "2026.01.07 10:00", "buy", "1.1000"),
                        ending("9", "2026.01.07 12:00", "1.1010", "-10.00"));
        assertEquals(List.of("The file says −10 before costs, prices give 10."), wrong.remarks());
        assertEquals(new BigDecimal("-10"), wrong.netPnl());
    }

    @Test
    void aTestersProfitOfOneDayThatItsPricesDoNotMakeIsFlagged() {
        assertEquals(
                List.of("The file says 7 before costs, prices give 10."),
                last(
                                opening("9", "2026.01.07 10:00", "buy", "1.1000"),
                                ending("9", "2026.01.07 12:00", "1.1010", "7.00"))
                        .remarks());
    }

    /// Even where no figure fits the others: the contradiction is seen by the surest of them.
    @Test
    void aTestersContradictionIsSeenAmongFewTradesToo() {
        List<TradeView> trades =
                trades(
                        "t.htm",
                        tester(
                                opening("1", "2026.01.05 10:00", "buy", "1.1000"),
                                ending("1", "2026.01.05 11:00", "1.1010", "10.00"),
                                opening("2", "2026.01.06 10:00", "buy", "1.1000"),
                                ending("2", "2026.01.06 12:00", "1.1010", "7.00"),
                                opening("3", "2026.01.07 10:00", "buy", "1.1000"),
                                ending("3", "2026.01.07 12:00", "1.1010", "-10.00")));
        assertEquals(
                List.of("The file says −10 before costs, prices give 10."),
                trades.get(2).remarks());
    }

    /// Profits of the tester hold swap: 0.30 less than the prices make over one night is nothing strange where nothing else is known.
    @Test
    void aTestersInterestIsNoContradiction() {
        TradeView held =
                last(
                        opening("9", "2026.01.07 10:00", "buy", "1.1000"),
                        ending("9", "2026.01.08 12:00", "1.1010", "9.70"));
        assertEquals(List.of(), held.remarks());
        assertEquals("after costs", held.evidence().statedIs().words());
        assertEquals(new BigDecimal("9.7"), held.evidence().statedPnl());
    }
}
