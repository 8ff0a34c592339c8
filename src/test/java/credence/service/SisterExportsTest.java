package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.AccountId;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One trade told by two exports of a broker counts once.
class SisterExportsTest {

    private static final String TRADES_HEADER =
            "txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers\n";
    private static final String LEDGERS_HEADER =
            "txid,refid,time,type,subtype,aclass,asset,amount,fee,balance\n";

    private static final String TRADES =
            TRADES_HEADER
                    + "T1,O1,XXBTZEUR,2026-01-05 10:00:00.1,buy,limit,50000,500,1,0.01,0,,\n"
                    + "T2,O2,XXBTZEUR,2026-01-05 11:00:00.2,sell,limit,51000,510,1,0.01,0,,\n";

    /// The same two trades.
    private static final String LEDGERS =
            LEDGERS_HEADER
                    + "L1,T1,2026-01-05 10:00:00,trade,,currency,ZEUR,-500,1,9499\n"
                    + "L2,T1,2026-01-05 10:00:00,trade,,currency,XXBT,0.01,0,0.01\n"
                    + "L3,T2,2026-01-05 11:00:00,trade,,currency,XXBT,-0.01,0,0\n"
                    + "L4,T2,2026-01-05 11:00:00,trade,,currency,ZEUR,510,1,10008\n";

    private final MemoryStore store = new MemoryStore();
    private Workspace workspace = open();

    @TempDir Path folder;
    private Path trades = Path.of("");
    private Path ledgers = Path.of("");

    @BeforeEach
    void write() throws IOException {
        trades = Files.writeString(folder.resolve("trades.csv"), TRADES);
        ledgers = Files.writeString(folder.resolve("ledgers.csv"), LEDGERS);
    }

    private Workspace open() {
        return Workspace.open(
                store,
                StandardFormats.reader(),
                InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
    }

    private List<FileReport> bring(Optional<AccountId> account, Path... files) {
        ImportOptions d = ImportOptions.DEFAULT;
        ImportOptions options =
                new ImportOptions(
                        d.format(),
                        d.bot(),
                        account,
                        d.symbol(),
                        d.zone(),
                        d.currency(),
                        d.source(),
                        d.date(),
                        d.profile(),
                        false,
                        false);
        ImportPlan plan = workspace.imports().plan(List.of(files), options, Progress.NONE);
        return workspace.imports().commit(plan, Progress.NONE).files();
    }

    private FileReport bring(Path file) {
        return bring(Optional.empty(), file).getFirst();
    }

    private FileReport bring(Path file, String zone) {
        ImportOptions d = ImportOptions.DEFAULT;
        ImportOptions options =
                new ImportOptions(
                        d.format(),
                        d.bot(),
                        d.account(),
                        d.symbol(),
                        Optional.of(ZoneId.of(zone)),
                        d.currency(),
                        d.source(),
                        d.date(),
                        d.profile(),
                        false,
                        false);
        ImportPlan plan = workspace.imports().plan(List.of(file), options, Progress.NONE);
        return workspace.imports().commit(plan, Progress.NONE).files().getFirst();
    }

    private static void refused(FileReport report, String... words) {
        Refusal error = Objects.requireNonNull(report.error(), report::toString);
        Stream.of(words).forEach(w -> assertTrue(error.reason().contains(w), error.reason()));
        assertTrue(error.remedy().contains("--account"), error.remedy());
        assertEquals(0, report.imported());
    }

    @Test
    void theSameTradesFromAnotherExportAreRefusedWithWhereTheyAreKnownFrom() {
        assertEquals(2, bring(trades).imported());
        refused(
                bring(ledgers),
                "Kraken",
                "trades.csv, import 1",
                "of 2 amounts",
                "2 are the same",
                "count twice");
    }

    @Test
    void theOrderDoesNotMatterNorWhetherTheProgramWasStartedInBetween() {
        assertEquals(4, bring(ledgers).imported());
        workspace = open();
        refused(bring(trades), "ledgers.csv, import 1");
    }

    @Test
    void bothInOneImportAreNoticedToo() {
        List<FileReport> reports = bring(Optional.empty(), trades, ledgers);
        assertFalse(reports.getFirst().failed());
        refused(reports.getLast(), "trades.csv");
    }

    @Test
    void theOtherOneComesInOnceTheFirstIsUndone() {
        bring(trades);
        workspace.imports().undo(1);
        assertEquals(4, bring(ledgers).imported());
    }

    @Test
    void whatIsKnownByItsOwnIdIsADuplicateAsEver() {
        bring(trades);
        FileReport again = bring(trades);
        assertFalse(again.failed());
        assertEquals(2, again.duplicates());
    }

    @Test
    void anotherAccountHasTradesOfItsOwn() {
        bring(trades);
        assertEquals(4, bring(Optional.of(new AccountId("second")), ledgers).getFirst().imported());
    }

    @Test
    void anotherTimeIsNoCauseForRefusal() throws IOException {
        bring(trades);
        Files.writeString(ledgers, LEDGERS.replace("2026-01-05", "2026-01-06").replace(",T", ",U"));
        assertEquals(4, bring(ledgers).imported());
    }

    @Test
    void anOrderOfSeveralFillsIsSeenThroughAndAPriceThatIsRounded() throws IOException {
        Files.writeString(
                trades,
                TRADES_HEADER
                        + "T1,O1,XXBTZEUR,2026-01-05"
                        + " 10:00:00.1,buy,limit,49999.99,200,0,0.004,0,,\n"
                        + "T2,O1,XXBTZEUR,2026-01-05"
                        + " 10:00:07.9,buy,limit,50000.01,300,0,0.006,0,,\n");
        bring(trades);
        Files.writeString(ledgers, LEDGERS.lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
        refused(bring(ledgers), "of 1 amount ", "1 is the same");
    }

    @Test
    void amountsThatDifferInMostMinutesAreOtherTrades() throws IOException {
        bring(trades);
        Files.writeString(
                ledgers,
                LEDGERS_HEADER
                        + "L1,T3,2026-01-05 10:00:00,trade,,currency,ZEUR,-1000,1,9499\n"
                        + "L2,T3,2026-01-05 10:00:00,trade,,currency,XXBT,0.02,0,0.02\n"
                        + "L3,T4,2026-01-05 11:00:00,trade,,currency,XXBT,-0.02,0,0\n"
                        + "L4,T4,2026-01-05 11:00:00,trade,,currency,ZEUR,1020,1,10008\n");
        assertEquals(4, bring(ledgers).imported());
    }

    /// NinjaTrader's grid of trades does not tell that they were made in a simulation, its executions do.
    @Test
    void oneExportMayKnowBetterWhatKindOfEvidenceItIs() throws IOException {
        Path executions =
                Files.writeString(
                        folder.resolve("executions.csv"),
                        """
                        Instrument,Action,Quantity,Price,Time,ID,E/X,Position,Order ID,Name,Commission,Rate,Account,Connection
                        MNQ 09-26,Buy,1,23500.25,9/8/2026 9:31:05 AM,a1,Entry,1 L,o1,Entry,$0.52,1,Sim101,Playback101
                        MNQ 09-26,Sell,1,23510.25,9/8/2026 9:32:10 AM,b2,Exit,-,o2,Target1,$0.52,1,Sim101,Playback101
                        """);
        Path grid =
                Files.writeString(
                        folder.resolve("grid.csv"),
                        """
                        Instrument,Account,Market pos.,Qty,Entry time,Exit time,Entry price,Exit price,Profit,Commission
                        MNQ 09-26,Sim101,Long,1,9/8/2026 9:31:05 AM,9/8/2026 9:32:10 AM,23500.25,23510.25,$20.00,$1.04
                        """);
        assertEquals(2, bring(executions, "America/New_York").imported());
        refused(bring(grid, "America/New_York"), "NinjaTrader", "2 are the same");
    }

    /// Tradovate's fills name the account, its performance does not.
    @Test
    void oneExportMayLeaveOutTheAccount() {
        bring(Optional.of(new AccountId("main")), trades);
        refused(bring(ledgers), "2 are the same");
        assertEquals(4, bring(Optional.of(new AccountId("second")), ledgers).getFirst().imported());
    }
}
