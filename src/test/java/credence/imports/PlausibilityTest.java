package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// On 20 April 2020 the CME settled the May contract of crude oil at −37.63.
class PlausibilityTest {

    private static final Instant TOMORROW = Instant.parse("2026-02-02T12:00:00Z");
    private static final String FILLS = "time,bot,symbol,side,quantity,price\n";

    @TempDir private Path folder;

    private ParsedFile read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        ImportOptions options = Choices.NONE.zone("UTC").options().until(TOMORROW);
        return StandardFormats.reader().read(file, options, Progress.NONE);
    }

    private static void assertCounted(ParsedFile file, int accepted, int refused) {
        assertEquals(accepted, file.rows().size(), () -> "" + file.refused());
        assertEquals(refused, file.refused().size());
        assertEquals(
                file.read(),
                file.rows().stream().mapToLong(r -> r.dataRows()).sum()
                        + refused
                        + file.skipped().stream().mapToLong(s -> s.count()).sum());
    }

    @Test
    void fillsOfTheFutureAreRefusedOneByOneWithReasonAndRemedy() throws IOException {
        ParsedFile file =
                read(
                        "f.csv",
                        FILLS
                                + "2026-02-02T12:00:00Z,a,BTCUSDT,BUY,1,100\n"
                                + "2026-02-02T12:00:01Z,a,BTCUSDT,SELL,1,101\n"
                                + "2099-01-01T00:00:00Z,a,BTCUSDT,SELL,1,101\n");
        assertCounted(file, 1, 2);
        Refusal refusal = file.refused().getLast();
        assertEquals(4, refusal.line());
        assertEquals("2099-01-01T00:00:00Z", refusal.value());
        assertTrue(refusal.reason().contains("future"), refusal.reason());
        assertTrue(!refusal.remedy().isBlank());
    }

    @Test
    void aTradeThatEndsInTheFutureIsRefused() throws IOException {
        ParsedFile file =
                read(
                        "t.csv",
                        """
                        bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price
                        a,BTCUSDT,LONG,1,2026-01-01T00:00:00Z,100,2026-01-02T00:00:00Z,110
                        a,BTCUSDT,LONG,1,2026-01-01T00:00:00Z,100,2027-01-02T00:00:00Z,110
                        """);
        assertCounted(file, 1, 1);
    }

    @Test
    void aTradeOfTwoRowsIsRefusedAsAWhole() throws IOException {
        ParsedFile file =
                read(
                        "Bot_BINANCE_ETHUSDT.P_2026-01-10_abc12.csv",
                        """
                        Trade #,Type,Date and time,Signal,Price USDT,Position size (qty),Position size (value),Net P&L USDT,Net P&L %,Run-up USDT,Run-up %,Drawdown USDT,Drawdown %,Cumulative P&L USDT,Cumulative P&L %
                        1,Entry long,2026-01-05 10:00,L,100,1,100,10,10,11,11,-1,-1,10,1
                        1,Exit long,2026-01-05 11:00,X,110,1,100,10,10,11,11,-1,-1,10,1
                        2,Entry long,2099-01-05 10:00,L,100,1,100,10,10,11,11,-1,-1,20,2
                        2,Exit long,2099-01-05 11:00,X,110,1,100,10,10,11,11,-1,-1,20,2
                        """);
        assertCounted(file, 1, 1);
    }

    @Test
    void aNegativePriceIsRefusedWhereNothingCanHaveOne() throws IOException {
        ParsedFile file =
                read(
                        "n.csv",
                        FILLS
                                + "2020-04-20T18:00:00Z,a,BTCUSDT,BUY,1,-37.63\n"
                                + "2020-04-20T18:00:00Z,a,CL,BUY,1,-37.63\n"
                                + "2020-04-20T18:00:00Z,a,CLK0,BUY,1,-37.63\n"
                                + "2020-04-20T18:00:00Z,a,CLK0-CLM0,BUY,1,-5.5\n");
        assertCounted(file, 2, 2);
        assertTrue(file.refused().getFirst().reason().contains("below zero"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Prices below zero were taken")),
                file.notes()::toString);
    }
}
