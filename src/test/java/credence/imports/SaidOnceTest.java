package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.mapping.DateStyle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What a file leaves open is asked once, and the answer is heard by every format.
class SaidOnceTest {

    @TempDir Path folder;

    private ParsedFile read(String text, ImportOptions options) {
        Path file = new Journal(folder).write("export", text.getBytes(StandardCharsets.UTF_8));
        return StandardFormats.reader().read(file, options, Progress.NONE);
    }

    @Test
    void theOrderOfDayAndMonthHoldsForFlexQueries() {
        String flex =
                """
                <FlexQueryResponse><FlexStatements count="1"><FlexStatement accountId="U1"><Trades>
                <Trade accountId="U1" currency="USD" assetCategory="STK" symbol="AAPL" transactionID="1"
                 dateTime="01/05/2026;093004" quantity="10" tradePrice="200" ibCommission="-1"
                 ibCommissionCurrency="USD" buySell="BUY" levelOfDetail="EXECUTION"/>
                </Trades></FlexStatement></FlexStatements></FlexQueryResponse>
                """;
        ImportOptions unsaid = Choices.NONE.zone("UTC").options();

        ParsedFile asked = read(flex, unsaid);
        assertNotNull(asked.error());
        assertTrue(asked.error().remedy().contains("--date-order"), asked.error()::remedy);

        ParsedFile told = read(flex, unsaid.dateOrder(Optional.of(DateStyle.MONTH_FIRST)));
        assertNull(told.error(), () -> "" + told.error());
        assertEquals(
                Instant.parse("2026-01-05T09:30:04Z"),
                ((Fill) told.rows().getFirst().row()).time());
    }

    @Test
    void exchangesAlwaysWriteAPointSoACommaGroupsThousands() {
        ParsedFile file =
                read(
                        """
                        "Date(UTC)","Pair","Side","Price","Executed","Amount","Fee"
                        "2026-03-02 09:31:05","BTCUSDT","BUY","90,000","1BTC","90,000USDT","90USDT"
                        """,
                        Choices.NONE.options());
        assertNull(file.error(), () -> "" + file.error());
        assertEquals("90000", ((Fill) file.rows().getFirst().row()).price().toString());
    }

    @Test
    void aFileOfTwoEncodingsIsReadAndSaysSo() {
        byte[] utf8 =
                "time,bot,symbol,side,quantity,price\n2026-01-01T00:00:00Z,Stratégie,ETH,BUY,1,2\n"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] ansi =
                "2026-01-02T00:00:00Z,Stratégie,ETH,SELL,1,3\n"
                        .getBytes(java.nio.charset.Charset.forName("windows-1252"));
        byte[] both = java.util.Arrays.copyOf(utf8, utf8.length + ansi.length);
        System.arraycopy(ansi, 0, both, utf8.length, ansi.length);
        ParsedFile file =
                StandardFormats.reader()
                        .read(
                                new Journal(folder).write("mixed.csv", both),
                                Choices.NONE.options(),
                                Progress.NONE);
        assertEquals(2, file.rows().size());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("line 2 looks like UTF-8")),
                () -> "" + file.notes());
    }
}
