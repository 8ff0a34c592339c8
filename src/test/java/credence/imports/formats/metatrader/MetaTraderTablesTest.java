package credence.imports.formats.metatrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SharedFiles;
import credence.imports.SplitCheck;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class MetaTraderTablesTest {

    private static final Choices UTC = Choices.NONE.zone("UTC");

    @TempDir private Path folder;

    private static ParsedFile shared(String name) {
        return StandardFormats.reader()
                .read(
                        SharedFiles.data("journals/metatrader/" + name),
                        UTC.options(),
                        Progress.NONE);
    }

    private static List<TradeRecord> trades(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    private static BigDecimal net(TradeRecord trade) {
        return trade.exit().orElseThrow().netPnl().orElseThrow();
    }

    @Test
    void theRowsOfAPositionAreOneTrade() {
        ParsedFile file = shared("mt5_position_history.csv");
        assertEquals("mt5-portal-positions", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(4, file.read());
        assertEquals(2, trades.size());
        TradeRecord first = trades.get(0);
        assertEquals(Direction.LONG, first.direction());
        assertEquals("XAUUSD", first.symbol().name());
        assertEquals("7390495", first.account().name());
        assertEquals(Instant.parse("2026-03-02T01:47:41Z"), first.entryTime());
        assertEquals(new BigDecimal("-5.78"), net(first));
        assertEquals(Direction.SHORT, trades.get(1).direction());
        assertEquals(new BigDecimal("20.00"), net(trades.get(1)));
    }

    private static final String LIST =
            "Symbol,Account Number,Position,Position Status,Date Time,Transaction Type,Trade Volume"
                    + " Lots,Open Price,Profit\n";

    @Test
    void aPositionLeftInPartsAndOneWithoutItsOpening() {
        ParsedFile file =
                new Journal(folder)
                        .read(
                                "p.csv",
                                LIST
                                        + "EURUSD,1,10,Open,3/14/2026 1:00:00 AM,Trade Buy"
                                        + " In,1.00,1.1000,0\n"
                                        + "EURUSD,1,10,Open,3/14/2026 2:00:00 AM,Trade Sell"
                                        + " Out,0.40,1.1010,40\n"
                                        + "EURUSD,1,11,Closed,3/14/2026 3:00:00 AM,Trade Sell"
                                        + " Out,1.00,1.1010,7\n"
                                        + "EURUSD,1,12,Closed,3/14/2026 3:00:00 AM,Trade"
                                        + " Swap,1.00,1.1010,7\n",
                                UTC);
        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        assertEquals(0, trades.get(0).quantity().value().compareTo(new BigDecimal("0.40")));
        assertTrue(trades.get(1).isOpen());
        assertEquals(0, trades.get(1).quantity().value().compareTo(new BigDecimal("0.60")));
        assertEquals(
                List.of(
                        new Skipped(
                                "closing of a position that was opened before the list begins", 1)),
                file.skipped());
        assertEquals("Transaction Type", file.refused().getFirst().column());
    }

    @Test
    void aPlainTableOfClosedTrades() {
        ParsedFile file = shared("mt5_like_standard.csv");
        assertEquals("closed-trades", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        assertEquals(new BigDecimal("50"), net(trades.get(0)));
        assertEquals(new BigDecimal("200"), net(trades.get(1)));
        assertEquals(Direction.SHORT, trades.get(1).direction());
    }

    @Test
    void aScriptsTableNamesTheBotByItsMagicNumber() {
        ParsedFile file =
                new Journal(folder)
                        .read(
                                "t.csv",
                                "Open Time;Ticket;Symbol;Type;Lots;Open Price;Close Time;Close"
                                    + " Price;Commission;Swap;Profit;Magic;Comment\n"
                                    + "02.01.2024 10:00;5001;gbpusd;Buy;0,50;1,27000;02.01.2024"
                                    + " 11:00;1,27200;-3,5;0;100,00;77;EA[tp]\n"
                                    + "02.01.2024 12:00;5002;GBPUSD;Sell;0,50;1,27300;02.01.2024"
                                    + " 13:00;1,27400;-3,5;-1,25;-50,00;0;\n"
                                    + "02.01.2024 12:00;5003;;balance;;;;;;;500,00;0;\n"
                                    + "02.01.2024 12:00;5004;GBPUSD;Hold;1;1;02.01.2024"
                                    + " 13:00;1;0;0;0;0;\n",
                                UTC);
        assertEquals("closed-trades", file.format());
        List<TradeRecord> trades = trades(file);
        assertEquals(2, trades.size());
        assertEquals("77", trades.get(0).bot().name());
        assertEquals(new BigDecimal("96.50"), net(trades.get(0)));
        assertEquals(new BigDecimal("-54.75"), net(trades.get(1)));
        assertEquals(0, trades.get(0).multiplier().compareTo(new BigDecimal("100000")));
        assertEquals(List.of(new Skipped("deposit or withdrawal", 1)), file.skipped());
        assertEquals(1, file.refused().size());
    }

    @Test
    void overlappingTablesMerge() {
        StringBuilder text =
                new StringBuilder(
                        "Symbol,Side,Open Price,Close Price,Lots,Profit,Open Time,Close Time\n");
        for (int i = 10; i < 20; i++) {
            text.append("EURUSD,buy,1.1000,1.1010,1,100,2026-01-")
                    .append(i)
                    .append(" 10:00:00,2026-01-")
                    .append(i)
                    .append(" 11:00:00\n");
        }
        SplitCheck.holds(
                new Journal(folder), "t.csv", text.toString(), 1, l -> l.split(",")[6], UTC);
    }
}
