package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.csv.CredenceCsv;
import credence.core.fact.Costs;
import credence.core.fact.TradeClosed;
import credence.core.fact.TradeRecord;
import credence.core.ledger.Trade;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.mapping.ImportProfile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Commission, fees and funding of closed trades stay apart, signed, positive is paid, and missing is not zero.
class CostColumnsTest {

    private static final Choices UTC = Choices.NONE.zone("UTC");

    @TempDir private Path folder;

    private ParsedFile read(String text) {
        ParsedFile file = new Journal(folder).read("f.csv", text, UTC);
        assertNull(file.error(), () -> String.valueOf(file.error()));
        return file;
    }

    private static TradeRecord first(ParsedFile file) {
        return (TradeRecord) file.rows().iterator().next().row();
    }

    private static Trade folded(TradeRecord row) {
        return row.facts().stream()
                .filter(TradeClosed.class::isInstance)
                .map(TradeClosed.class::cast)
                .map(c -> Trade.imported(c.opened(), c.exit(), c.costs()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertCosts(
            String total, String commission, String fees, String funding, TradeRecord row) {
        Trade trade = folded(row);
        assertEquals(0, new BigDecimal(total).compareTo(trade.costs()), () -> "" + trade.costs());
        Costs c = trade.charges();
        assertEquals(
                List.of(commission, fees, funding),
                List.of(text(c.commission()), text(c.fees()), text(c.funding())));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(n -> n.stripTrailingZeros().toPlainString()).orElse("not stated");
    }

    @Test
    void xtbsCommissionAndSwap() {
        assertCosts(
                "1.5",
                "1",
                "not stated",
                "0.5",
                first(
                        read(
                                "Position;Symbol;Type;Volume;Open time;Open price;Close time;Close"
                                        + " price;Commission;Swap;Gross P/L;Comment\n"
                                        + "77;SAP.DE;BUY;10;05.01.2026 10:00:00;200.5;06.01.2026"
                                        + " 10:00:00;201.5;-1;-0.5;10;\n")));
    }

    @Test
    void topstepsFeesAndCommissions() {
        assertCosts(
                "3.74",
                "0.5",
                "3.24",
                "not stated",
                first(
                        read(
                                """
                                Id,ContractName,EnteredAt,ExitedAt,EntryPrice,ExitPrice,Fees,PnL,Size,Type,TradeDay,TradeDuration,Commissions
                                1,MNQU5,08/06/2025 08:30:00 -05:00,08/06/2025 08:40:00 -05:00,23000,23010,3.24,40,2,Long,08/06/2025 00:00:00 -05:00,00:10:00,0.5
                                """)));
    }

    /// A table of closed trades with MetaTrader's signs: swap received is a negative cost.
    @Test
    void aTableOfMetaTradersTrades() {
        assertCosts(
                "6.6",
                "7",
                "not stated",
                "-0.4",
                first(
                        read(
                                """
                                Ticket,Symbol,Type,Lots,Open Time,Open Price,Close Time,Close Price,Commission,Swap,Profit
                                1,EURUSD,buy,1,2025.01.06 10:00:00,1.1000,2025.01.07 10:00:00,1.1010,-7,0.4,100
                                """)));
    }

    @Test
    void theMappersThreeColumns() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("m.csv"),
                        """
                        Ouverture;Fermeture;Titre;Sens;Taille;Entry price;Exit price;Commission;Fees;Swap
                        2026-01-05 10:00:00;2026-01-05 11:00:00;SAP;long;1;200;210;1.25;0.75;-0.10
                        """
                                .getBytes(StandardCharsets.UTF_8));
        ImportOptions utc = UTC.options();
        ImportProfile profile =
                ImportProfile.mapped(
                        "p",
                        List.of(),
                        StandardFormats.reader()
                                .survey(file, utc, Progress.NONE)
                                .proposal()
                                .orElseThrow()
                                .mapping());
        ParsedFile read = StandardFormats.reader().read(file, utc.using(profile), Progress.NONE);
        assertNull(read.error(), () -> String.valueOf(read.error()));
        assertCosts("1.9", "1.25", "0.75", "-0.1", first(read));
    }

    private static final String OWN =
            "bot,account,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price";
    private static final String ROW =
            "a,main,ETHUSDT,LONG,1,2026-01-05T10:00:00Z,100,2026-01-05T11:00:00Z,110";

    @Test
    void ownFilesKeepTheColumnsThereAndBack() throws IOException {
        TradeRecord row = first(read(OWN + ",commission,funding\n" + ROW + ",1.20,-0.30\n"));
        assertCosts("0.9", "1.2", "not stated", "-0.3", row);
        StringBuilder out = new StringBuilder();
        CredenceCsv.writeTrades(List.of(row), out);
        assertEquals(
                "exit_price,costs,commission,funding",
                out.substring(out.indexOf("exit_price"), out.indexOf(",currency")));
        assertEquals(row, first(read(out.toString())));
    }

    @Test
    void aTotalAloneHasNoColumnsAndColumnsThatContradictItAreNone() {
        assertCosts(
                "2",
                "not stated",
                "not stated",
                "not stated",
                first(read(OWN + ",costs\n" + ROW + ",2\n")));
        assertCosts(
                "2",
                "not stated",
                "not stated",
                "not stated",
                first(read(OWN + ",costs,commission\n" + ROW + ",2,1\n")));
    }
}
