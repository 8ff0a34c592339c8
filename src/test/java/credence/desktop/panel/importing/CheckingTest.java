package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.action.Actions;
import credence.desktop.action.Navigation;
import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notices;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Session;
import credence.desktop.fx.DirectTasks;
import credence.desktop.fx.Tasks;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.service.CheckedRow.Status;
import credence.service.port.BatchSummary;
import credence.service.port.Correction;
import credence.service.port.RowChoice;
import credence.testkit.PlainMemory;
import credence.testkit.StoredDesks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// The rows one by one before the import, over a real workspace and without a window.
class CheckingTest {

    private static final String HEADER = "time,symbol,side,quantity,price,bot,execution_id\n";
    private static final String BUY = "2026-01-05T10:00:00Z,ETHUSDT,BUY,1,2000,scalper,1\n";
    private static final String BROKEN = "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2O10,scalper,2";
    private static final String MENDED = "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2010,scalper,2";

    @TempDir private Path folder;
    private final Tasks tasks = new DirectTasks();
    private final Notices notices =
            new Notices(
                    failure -> {
                        throw new AssertionError(failure);
                    });
    private final Jobs jobs = new Jobs(tasks, notices);
    private final Actions actions = new Actions();
    private Session session;
    private ImportViewModel imports;

    @BeforeEach
    void build() {
        session = new Session(new StoredDesks(folder), tasks, jobs, notices);
        session.openFirst();
        imports =
                new ImportViewModel(
                        session,
                        jobs,
                        notices,
                        new Preferences(new PlainMemory(), Locale.US),
                        new Navigation(),
                        List::of);
        imports.addActions(actions);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(session.open().get()).desk().close();
    }

    private Checking check(String name, String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), HEADER + String.join("", rows));
        imports.take(List.of(file));
        assertEquals(Step.CHECKING, imports.step().get());
        return imports.checking();
    }

    private static List<String> listed(Checking checking) {
        return checking.shown().get().lines().stream()
                .map(l -> l.line() + " " + l.status() + ": " + l.what())
                .toList();
    }

    private static RowDetail look(Checking checking, int line) {
        checking.look(
                checking.shown().get().lines().stream().filter(l -> l.line() == line).findFirst());
        return checking.detail().get().orElseThrow();
    }

    @Test
    void everyRowIsListedMostUrgentFirst() throws IOException {
        Checking checking = check("f.csv", BUY, BROKEN + "\n", ",,,,,,\n");

        assertEquals(
                List.of(
                        "3 Refused: " + BROKEN,
                        "2 New: Bought 1 ETHUSDT at 2,000",
                        "4 Skipped: ,,,,,,"),
                listed(checking));
        assertEquals(1, checking.shown().get().open());
        assertEquals(2, checking.stayingOut());

        checking.filter(Optional.of(Status.SKIPPED));

        assertEquals(List.of("4 Skipped: ,,,,,,"), listed(checking));
        assertEquals(3, checking.shown().get().all());
    }

    /// Expected by hand: two rows of the file, of which the price 2O10 of line 3 is no number.
    @Test
    void whatStayedOutIsReadAndExportedAfterTheImport() throws IOException {
        Checking checking = check("f.csv", BUY, BROKEN + "\n");
        actions.get("import.keep").run();

        assertEquals(Step.DONE, imports.step().get());
        assertEquals(
                List.of("3 Refused: " + BROKEN, "2 Imported: Bought 1 ETHUSDT at 2,000"),
                listed(checking));
        RowDetail row = look(checking, 3);
        assertEquals(BROKEN, row.text());
        assertTrue(row.why().startsWith("price: This is not a number."), row.why());
        assertEquals(Set.of(), row.choices());
        assertFalse(row.open());
        checking.readAs(MENDED);
        assertEquals(Step.DONE, imports.step().get());

        Path out = folder.resolve("out.csv");
        checking.export(out);
        List<String> written = Files.readAllLines(out);
        assertEquals("file,line,status,column,value,reason,remedy,row", written.getFirst());
        assertTrue(written.get(1).startsWith("f.csv,3,refused,price,2O10,"), written.get(1));
        assertTrue(written.get(1).endsWith(",\"" + BROKEN + "\""), written.get(1));
        assertEquals(2, written.size());

        actions.get("import.undo").run();
        assertEquals(0, checking.shown().get().all());
    }

    @Test
    void aRefusedRowIsWrittenAnewAndComesIn() throws IOException {
        Checking checking = check("f.csv", BUY, BROKEN + "\n");
        RowDetail row = look(checking, 3);
        assertEquals(HEADER.strip(), row.names());
        assertEquals(BROKEN, row.text());
        assertEquals("f.csv, line 3: refused", row.title());
        assertEquals("price: This is not a number. Correct the number in the file.", row.why());
        assertEquals(EnumSet.of(RowChoice.LEAVE_OUT), row.choices());

        checking.readAs(MENDED);

        assertEquals(
                "2 rows read = 2 new + 0 known already + 0 skipped + 0 refused",
                imports.shown().get().counts());
        RowDetail now = look(checking, 3);
        assertEquals(Optional.of(BROKEN), now.inFile());
        assertEquals("New", now.line().status());
        assertTrue(now.decided());
        assertEquals(
                List.of("scalper 0 to 1, null to 10"),
                imports.forecast().shown().get().lines().stream().map(CheckingTest::said).toList());

        actions.get("import.keep").run();
        BatchSummary kept =
                Objects.requireNonNull(session.open().get()).desk().imports().getFirst();
        assertEquals(
                List.of(new Correction(3, BROKEN, MENDED)),
                kept.files().getFirst().decided().corrections());
        actions.get("import.undo").run();
        assertTrue(Objects.requireNonNull(session.open().get()).state().board().bots().isEmpty());
    }

    private static String said(ChangeLine c) {
        return c.bot()
                + " "
                + c.tradesBefore()
                + " to "
                + c.tradesAfter()
                + ", "
                + c.netBefore()
                + " to "
                + Objects.requireNonNull(c.netAfter())
                        .amount()
                        .stripTrailingZeros()
                        .toPlainString();
    }

    @Test
    void aDecisionCanBeTakenBackBeforeTheImport() throws IOException {
        Checking checking = check("f.csv", BUY, BROKEN + "\n");
        look(checking, 2);

        checking.choose(RowChoice.LEAVE_OUT);

        assertEquals(
                List.of("3 Refused: " + BROKEN, "2 Left out: " + BUY.strip()), listed(checking));
        assertEquals(
                "2 rows read = 0 new + 0 known already + 1 skipped + 1 refused",
                imports.shown().get().counts());

        assertTrue(look(checking, 2).decided());
        checking.takeBack();

        assertEquals("2 New: Bought 1 ETHUSDT at 2,000", listed(checking).getLast());
        assertFalse(look(checking, 2).decided());
    }

    @Test
    void aCorrectionOfAnEarlierImportIsShownAndCanBeTakenBack() throws IOException {
        Checking checking = check("f.csv", BUY, BROKEN + "\n");
        look(checking, 3);
        checking.readAs(MENDED);
        actions.get("import.keep").run();

        check("f.csv", BUY, BROKEN + "\n");

        assertEquals("Known already", look(checking, 3).line().status());
        assertEquals(Optional.of(BROKEN), look(checking, 3).inFile());
        assertFalse(look(checking, 3).decided());
        checking.takeBack();
        assertEquals("3 Refused: " + BROKEN, listed(checking).getFirst());
    }

    @Test
    void aRowThatDiffersOffersWhatTheRulesAllow() throws IOException {
        check("f.csv", BUY);
        actions.get("import.keep").run();
        Checking checking = check("g.csv", BUY.replace("2000", "2001"));

        RowDetail row = look(checking, 2);

        assertEquals("Differs", row.line().status());
        assertEquals(
                Set.of(RowChoice.KEEP_KNOWN, RowChoice.REPLACE, RowChoice.LEAVE_OUT),
                row.choices());
        checking.choose(RowChoice.REPLACE);
        assertEquals("2 Replaces: Bought 1 ETHUSDT at 2,001", listed(checking).getFirst());
    }

    @Test
    void onlyARowWithoutAnIdCanBeAnotherOne() throws IOException {
        check("f.csv", BUY, BUY.replace(",1\n", ",\n"));
        actions.get("import.keep").run();
        Checking checking = check("g.csv", BUY, BUY.replace(",1\n", ",\n"));

        assertEquals(Set.of(), look(checking, 2).choices());
        assertEquals(Set.of(RowChoice.IMPORT), look(checking, 3).choices());
        checking.choose(RowChoice.IMPORT);
        assertEquals("3 New: Bought 1 ETHUSDT at 2,000", listed(checking).getFirst());
    }

    @Test
    void aQuotationMarkThatNeverClosesIsMendedInPlace() throws IOException {
        Checking checking = check("f.csv", BUY, "\"" + MENDED + "\n");
        assertEquals("Refused", checking.shown().get().lines().getFirst().status());

        look(checking, 3);
        checking.readAs(MENDED);

        assertEquals(
                "2 rows read = 2 new + 0 known already + 0 skipped + 0 refused",
                imports.shown().get().counts());
    }

    @Test
    void rowsThatStayOutAreWrittenToAFile() throws IOException {
        Checking checking = check("f.csv", BUY, BROKEN + "\n");
        Path out = folder.resolve("out.csv");

        checking.export(out);

        assertEquals(2, Files.readAllLines(out).size());
        assertTrue(Files.readAllLines(out).getLast().contains(BROKEN));
    }

    @Test
    void rowsOfAnArchiveAreListedAndSayWhyTheyCannotBeWrittenAnew() throws IOException {
        Path packed = folder.resolve("f.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((HEADER + BUY + BROKEN + "\n").getBytes(StandardCharsets.UTF_8));
        }

        imports.take(List.of(packed));

        assertEquals(
                List.of("3 Refused: 2O10", "2 New: Bought 1 ETHUSDT at 2,000"),
                listed(imports.checking()));
        RowDetail row = look(imports.checking(), 3);
        assertEquals(
                "Only rows of delimited text can be written anew here. Correct it where it comes"
                        + " from and export it again.",
                row.whyNotEdited());
        assertEquals(Set.of(), row.choices());
    }

    @Test
    void aFileOfNoKnownFormatAsksForItsColumns() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "a,b\n1,2\n");

        imports.take(List.of(odd));

        assertEquals("1 file: columns to be chosen", imports.shown().get().headline());
        assertEquals("Columns to be chosen", imports.shown().get().files().getFirst().state());
        assertEquals(
                "The file is of no known format. Choose what the columns mean under “How it is"
                        + " read”.",
                imports.shown().get().asksText());
    }
}
