package credence.imports.formats.metatrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.ExitReason;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.SourceClass;
import credence.imports.Choices;
import credence.imports.SharedFiles;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// The figures are those that the files state about themselves.
class MetaTraderSamplesTest {

    private static ParsedFile shared(String name) {
        return StandardFormats.reader()
                .read(
                        SharedFiles.data("journals/metatrader/" + name),
                        Choices.NONE.zone("UTC").options(),
                        Progress.NONE);
    }

    private static List<TradeRecord> trades(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        assertEquals(List.of(), file.refused());
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    private static void verdict(
            ParsedFile file, String what, String stated, String computed, String verdict) {
        Reconciled found =
                file.reconciliation().stream()
                        .filter(r -> r.what().equals(what))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(what + " is not held"));
        assertEquals(new BigDecimal(stated), found.stated(), what);
        assertEquals(new BigDecimal(computed), found.computed(), what);
        assertEquals(verdict, found.verdict(), what);
    }

    @Test
    void theStatementGivesItsOwnTotals() {
        ParsedFile file = shared("mt4_detailed_statement.htm");
        assertEquals("mt4-statement", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(292, trades.size());
        assertEquals(123, trades.stream().filter(t -> !t.isOpen()).count());
        assertEquals(585, file.read()); // two rows a trade and a deposit
        assertEquals(List.of(new Skipped("deposit or withdrawal", 1)), file.skipped());
        verdict(file, "Closed P/L", "90066.64", "90066.64", "EQUAL");
        verdict(file, "Floating P/L", "-93984.96", "-93984.96", "EQUAL");
        verdict(file, "Deposit/Withdrawal", "15000.00", "15000.00", "EQUAL");
        verdict(file, "Equity", "327010.76", "327010.76", "EQUAL");
    }

    @Test
    void theMagicNumberIsTheBot() {
        List<TradeRecord> trades = trades(shared("mt4_detailed_statement.htm"));
        assertEquals(286, trades.stream().filter(t -> t.bot().name().equals("11545991")).count());
        assertEquals(6, trades.stream().filter(t -> t.bot().name().equals("11362")).count());
        TradeRecord first = trades.getFirst();
        assertEquals("651083", first.account().name());
        assertEquals("USDCHF", first.symbol().name());
        assertEquals(Direction.LONG, first.direction());
        assertEquals("EUR", first.currency().code());
        assertEquals("ICM11545991", first.extras().get("comment"));
        assertEquals(SourceClass.LIVE, first.source());
        // the swap of 50.39 was received: a cost of −50.39; 644.25 + 50.39
        assertEquals(new BigDecimal("-50.39"), first.exit().orElseThrow().costs().orElseThrow());
        assertEquals(new BigDecimal("694.64"), first.exit().orElseThrow().netPnl().orElseThrow());
    }

    @Test
    void anOpenTradeIsMarkedWhenTheStatementWasMade() {
        TradeRecord last = trades(shared("mt4_detailed_statement.htm")).getLast();
        assertTrue(last.isOpen());
        TradeRecord.Mark mark = last.mark().orElseThrow();
        assertEquals(Instant.parse("2025-05-30T16:00:00Z"), mark.time());
        assertEquals(new BigDecimal("39.23870"), mark.price().value());
        assertEquals(new BigDecimal("-80.21"), mark.netPnl().orElseThrow()); // −313.51 + 233.30
    }

    @Test
    void theMt4TesterGivesItsOwnFigures() {
        ParsedFile file = shared("mt4_strategy_tester.htm");
        assertEquals("mt4-tester", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(733, trades.size());
        assertEquals(2412, file.read());
        assertEquals(List.of(new Skipped("order changed", 946)), file.skipped());
        assertEquals("MACD Sample", trades.getFirst().bot().name());
        assertEquals("USDJPY", trades.getFirst().symbol().name());
        assertEquals(SourceClass.BACKTEST, trades.getFirst().source());
        // The sum of the rounded profits of all endings is −1,071.39.
        verdict(file, "Total net profit", "-1071.49", "-1071.39", "ROUNDING");
        verdict(file, "Gross profit", "1424.16", "1424.20", "ROUNDING");
        verdict(file, "Gross loss", "-2495.65", "-2495.59", "ROUNDING");
        verdict(file, "Total trades", "733", "733", "EQUAL");
        // Order 547 is printed as −0.00: a loss of less than half a cent, which the report counts.
        verdict(file, "Profit trades by MetaTrader's rule (0 is profit)", "630", "630", "EQUAL");
        verdict(file, "Loss trades (−0.00 is a loss)", "103", "103", "EQUAL");
        verdict(file, "Final balance by deposit and net profit", "8928.51", "8928.51", "EQUAL");
        verdict(file, "Final balance by deposit and profits", "8928.51", "8928.61", "ROUNDING");
        assertEquals(12, file.reconciliation().size(), "no balance jumps: " + file);
        assertEquals(
                265, // rows of type s/l, counted with grep
                trades.stream()
                        .filter(t -> t.exit().orElseThrow().reason() == ExitReason.SL)
                        .count());
        assertEquals(
                372,
                trades.stream()
                        .filter(t -> t.exit().orElseThrow().reason() == ExitReason.TP)
                        .count());
    }

    @Test
    void overnightInterestInTheYenTestIsToldApart() {
        // Held over a night that counts, by a script of its own over the dates: 31 long, 16 short.
        List<TradeRecord> held =
                trades(shared("mt4_strategy_tester.htm")).stream()
                        .filter(t -> t.exit().orElseThrow().costs().isPresent())
                        .toList();
        assertEquals(47, held.size());
        for (TradeRecord t : held) {
            BigDecimal received = t.exit().orElseThrow().costs().orElseThrow().negate();
            assertEquals(t.direction() == Direction.LONG, received.signum() > 0, t::toString);
        }
        // Bought 2025.01.08 22:24 at 158.345, closed the day after: −21.76, of which prices make
        // −24.61.
        assertTrue(
                held.stream()
                        .map(t -> t.exit().orElseThrow())
                        .anyMatch(
                                e ->
                                        e.netPnl().orElseThrow().equals(new BigDecimal("-21.76"))
                                                && e.costs()
                                                        .orElseThrow()
                                                        .equals(new BigDecimal("-2.85"))));
    }

    @Test
    void aPointOfTheYenIsWorthAHundredThousandthOfItsPriceInDollars() {
        for (TradeRecord t : trades(shared("mt4_strategy_tester.htm"))) {
            BigDecimal lot = t.multiplier().multiply(t.exit().orElseThrow().price().value());
            assertTrue(
                    lot.subtract(new BigDecimal("100000")).abs().compareTo(BigDecimal.ONE) < 0,
                    () -> t + " " + lot);
        }
    }

    @Test
    void theMt5TesterGivesItsOwnFigures() {
        ParsedFile file = shared("mt5_strategy_tester_K1.html");
        assertEquals("mt5-tester", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(140, trades.size());
        verdict(file, "Total net profit", "-3031.70", "-3031.70", "EQUAL");
        verdict(file, "Gross profit", "3180.60", "3180.60", "EQUAL");
        verdict(file, "Gross loss", "-6212.30", "-6212.30", "EQUAL");
        verdict(file, "Total trades", "140", "140", "EQUAL");
        verdict(file, "Short trades", "72", "72", "EQUAL");
        verdict(file, "Long trades", "68", "68", "EQUAL");
        verdict(file, "Profit trades by MetaTrader's rule (0 is profit)", "87", "87", "EQUAL");
        verdict(file, "Loss trades", "53", "53", "EQUAL");
        verdict(file, "Final balance", "-31.70", "-31.70", "EQUAL");
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("86 wins, 1 break-even")),
                file.notes()::toString);
        BigDecimal sum = BigDecimal.ZERO;
        long wins = 0;
        for (TradeRecord t : trades) {
            BigDecimal net = t.exit().orElseThrow().netPnl().orElseThrow();
            sum = sum.add(net);
            wins += net.signum() > 0 ? 1 : 0;
        }
        assertEquals(new BigDecimal("-3031.70"), sum);
        assertEquals(86, wins);
    }

    /// 0.1 and 0.3 lots are open at the same time here; only the right pairs have a lot of 100,000 pounds in all of them.
    @Test
    void everyClosingFindsThePositionThatExplainsItsProfit() {
        for (TradeRecord t : trades(shared("mt5_strategy_tester_K1.html"))) {
            BigDecimal profit =
                    t.exit()
                            .orElseThrow()
                            .price()
                            .value()
                            .subtract(t.entryPrice().value())
                            .multiply(t.quantity().value())
                            .multiply(new BigDecimal(100_000 * t.direction().sign()));
            assertEquals(
                    0,
                    profit.compareTo(t.exit().orElseThrow().netPnl().orElseThrow()),
                    t::toString);
            assertEquals(0, t.multiplier().compareTo(new BigDecimal("100000")), t::toString);
        }
    }

    @Test
    void theFirstStopIsTheOneOfTheOrder() {
        TradeRecord first = trades(shared("mt5_strategy_tester_K1.html")).getFirst();
        assertEquals("VR---ZVER v.2", first.bot().name());
        assertEquals(Direction.SHORT, first.direction());
        assertEquals(new BigDecimal("1.31795"), first.stop().orElseThrow().value());
        assertEquals(new BigDecimal("1.30762"), first.takeProfit().orElseThrow().value());
        assertEquals(ExitReason.SL, first.exit().orElseThrow().reason());
    }
}
