package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.Correction;
import credence.service.port.FileReport;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.store.H2Workspace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// The trader's word on single rows: written anew, left out, replaced, kept, counted as another one. Counts always add up, the batch keeps the
/// record, and undo takes all of it back.
class RowDecisionsTest {

    private static final String HEADER =
            "time,symbol,side,quantity,price,bot,execution_id,commission\n";
    private static final String BUY = "2026-01-05T10:00:00Z,ETHUSDT,BUY,1,2000,scalper,1,0.5\n";
    private static final String BROKEN = "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2O10,scalper,2,0.5\n";
    private static final String MENDED = "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2010,scalper,2,0.5";
    private static final String LATER = "2026-01-05T12:00:00Z,ETHUSDT,BUY,2,1990,scalper,3,0.5\n";

    @TempDir private Path folder;
    private H2Workspace store;
    private Workspace workspace;

    @BeforeEach
    void open() {
        store = H2Workspace.open(folder.resolve("w"), "test", "1.0", Clock.systemUTC());
        workspace =
                Workspace.open(
                        store,
                        StandardFormats.reader(),
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path file(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("", rows));
    }

    private ImportPlan plan(Path file, RowDecisions decisions) {
        ImportPlan plan =
                workspace
                        .imports()
                        .plan(
                                List.of(file),
                                ImportOptions.DEFAULT,
                                Map.of(file, decisions),
                                Progress.NONE);
        FileReport r = plan.files().getFirst();
        assertEquals(
                r.read(),
                r.imported() + r.duplicates() + r.skippedCount() + r.refused().size(),
                "counts add up");
        return plan;
    }

    private FileReport bring(Path file, RowDecisions decisions) {
        return workspace.imports().commit(plan(file, decisions), Progress.NONE).files().getFirst();
    }

    private FileReport bring(Path file) {
        return bring(file, RowDecisions.NONE);
    }

    private static void counts(
            FileReport r, long imported, long known, long skipped, long refused) {
        assertEquals(
                List.of(imported, known, skipped, refused),
                List.of(r.imported(), r.duplicates(), r.skippedCount(), (long) r.refused().size()),
                r::toString);
    }

    private String hash() {
        assertTrue(workspace.health().verify(Progress.NONE).equal());
        assertTrue(workspace.health().verify(Progress.NONE).archiveComplete());
        return workspace.feed().current().stateHash();
    }

    private String audit() {
        return store.audit().entries().getLast().detail();
    }

    @Test
    void aRefusedRowIsWrittenAnewAndBothFilesAreKept() throws IOException {
        Path file = file("a.csv", BUY, BROKEN, LATER);
        String nothing = hash();
        counts(plan(file, RowDecisions.NONE).files().getFirst(), 2, 0, 0, 1);

        FileReport report = bring(file, RowDecisions.NONE.reading(3, MENDED));

        counts(report, 3, 0, 0, 0);
        assertEquals(
                List.of(new Correction(3, BROKEN.strip(), MENDED)), report.decided().corrections());
        FileReport kept = workspace.imports().list().getFirst().files().getFirst();
        assertEquals(report.decided(), kept.decided());
        assertEquals(HEADER + BUY + BROKEN + LATER, archived(kept.sha256()));
        assertEquals(
                HEADER + BUY + MENDED + "\n" + LATER,
                archived(String.valueOf(kept.decided().correctedSha256())));
        assertEquals("a.csv; lines corrected: 1", audit());
        assertEquals(HEADER + BUY + BROKEN + LATER, Files.readString(file));

        close();
        open();
        List<TradeView> trades = workspace.beliefs().trades(ALL);
        List<TradeOrigin> rows = workspace.beliefs().origins().of(trades.getFirst());
        assertEquals(
                List.of("nothing", BROKEN.strip()),
                rows.stream()
                        .map(r -> r.correction() == null ? "nothing" : r.correction().before())
                        .toList());

        workspace.imports().undo(1);
        assertEquals(nothing, hash());
    }

    @Test
    void theOriginalStaysDuplicateAndItsRefusedRowStaysMended() throws IOException {
        Path file = file("a.csv", BUY, BROKEN, LATER);
        bring(file, RowDecisions.NONE.reading(3, MENDED));
        String before = hash();

        FileReport again = bring(file);

        counts(again, 0, 3, 0, 0);
        assertEquals(
                "The same file was corrected in import 1; the corrections of then hold for it now.",
                again.notes().getLast());
        assertEquals(before, hash());

        workspace.imports().undo(2);
        workspace.imports().undo(1);
        counts(plan(file, RowDecisions.NONE).files().getFirst(), 2, 0, 0, 1);
    }

    @Test
    void aCancelledImportLeavesNeitherFileNorRecord() throws IOException {
        Path file = file("a.csv", BUY, BROKEN, LATER);
        ImportPlan plan = plan(file, RowDecisions.NONE.reading(3, MENDED));
        String before = hash();
        Progress stop =
                new Progress() {
                    private int asked;

                    @Override
                    public void update(String phase, long done, long total) {
                        // Nobody looks.
                    }

                    @Override
                    public boolean cancelled() {
                        return ++asked > 2; // when both files are in the archive
                    }
                };

        assertThrows(CancellationException.class, () -> workspace.imports().commit(plan, stop));

        FileReport report = plan.files().getFirst();
        assertFalse(store.archive().contains(report.sha256()));
        assertFalse(store.archive().contains(String.valueOf(report.decided().correctedSha256())));
        assertEquals(List.of(), workspace.imports().list());
        assertEquals(before, hash());
    }

    @Test
    void whatWasCorrectedOnceCanBeReadAsTheFileSaysAgain() throws IOException {
        Path file = file("a.csv", BUY, BROKEN, LATER);
        bring(file, RowDecisions.NONE.reading(3, MENDED));

        counts(
                plan(file, RowDecisions.NONE.reading(3, BROKEN.strip())).files().getFirst(),
                0,
                2,
                0,
                1);
    }

    @Test
    void aCorrectedFileGivesTheBeliefsThatAGoodFileGives() throws IOException {
        bring(file("a.csv", BUY, BROKEN, LATER), RowDecisions.NONE.reading(3, MENDED));
        String corrected = hash();
        workspace.imports().undo(1);

        bring(file("good.csv", BUY, MENDED + "\n", LATER));

        assertEquals(corrected, hash());
    }

    @Test
    void aQuotationMarkThatNeverClosesCanBeMended() throws IOException {
        Path file =
                file(
                        "a.csv",
                        BUY,
                        "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2010,\"scalper,2,0.5\n",
                        LATER);
        assertTrue(plan(file, RowDecisions.NONE).files().getFirst().failed());

        counts(bring(file, RowDecisions.NONE.reading(3, MENDED)), 3, 0, 0, 0);
    }

    @Test
    void theCorrectedRowKeepsTheEncodingAndLineEndsOfItsFile() throws IOException {
        for (Charset charset :
                List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
            String head = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
            String good = BUY.replace("scalper", "Überläufer").replace("\n", "\r\n");
            String text = head + HEADER.replace("\n", "\r\n") + good + BROKEN.replace("\n", "\r\n");
            Path file = folder.resolve("a" + charset.name() + ".csv");
            Files.write(file, text.getBytes(charset));

            FileReport report =
                    bring(
                            file,
                            RowDecisions.NONE.reading(3, MENDED.replace("scalper", "Änderung")));

            counts(report, 2, 0, 0, 0);
            assertEquals(List.of("Überläufer", "Änderung"), report.bots());
            assertEquals(
                    text.replace(BROKEN.strip(), MENDED.replace("scalper", "Änderung")),
                    new String(
                            archivedBytes(String.valueOf(report.decided().correctedSha256())),
                            charset));
            workspace.imports().undo(workspace.imports().list().getLast().batch());
        }
    }

    @Test
    void aCorrectionThatCannotBeIsSaid() throws IOException {
        Path file = file("a.csv", BUY, BROKEN);

        assertEquals(
                "The file has no line 9, which was to be corrected.",
                error(file, RowDecisions.NONE.reading(9, MENDED)));
        assertEquals(
                "The correction of line 3 holds a line end.",
                error(file, RowDecisions.NONE.reading(3, "a\nb")));
        Path page =
                Files.writeString(
                        folder.resolve("a.html"), "<html><table><tr><td>1</td></tr></table>");
        assertEquals(
                "Single rows can only be corrected in delimited text; this is a web page (HTML).",
                error(page, RowDecisions.NONE.reading(1, "x")));
    }

    @Test
    void aRowThatIsStillWrongIsRefusedAgain() throws IOException {
        Path file = file("a.csv", BUY, BROKEN);

        ImportPlan plan =
                plan(file, RowDecisions.NONE.reading(3, MENDED.replace("SELL", "SOLD OUT")));

        counts(plan.files().getFirst(), 1, 0, 0, 1);
        assertEquals("side", plan.files().getFirst().refused().getFirst().column());
    }

    @Test
    void aRowThatIsLeftOutStaysOutOfLaterFilesToo() throws IOException {
        FileReport first =
                bring(
                        file("a.csv", BUY, LATER),
                        RowDecisions.NONE.choosing(3, RowChoice.LEAVE_OUT));
        counts(first, 1, 0, 1, 0);
        assertEquals("left out by the trader", first.skipped().getFirst().reason());
        assertEquals("a.csv; rows with the choice leave-out: 1", audit());

        Path longer = file("b.csv", BUY, MENDED + "\n", LATER);
        FileReport second = bring(longer);
        counts(second, 1, 1, 1, 0);
        assertEquals("left out by the trader in import 1", second.skipped().getFirst().reason());

        FileReport third = bring(longer, RowDecisions.NONE.choosing(4, RowChoice.IMPORT));
        counts(third, 1, 2, 0, 0);
        counts(bring(longer), 0, 3, 0, 0);
    }

    @Test
    void undoneMeansThatNothingIsLeftOutAnyMore() throws IOException {
        Path file = file("a.csv", BUY, LATER);
        bring(file, RowDecisions.NONE.choosing(3, RowChoice.LEAVE_OUT));
        workspace.imports().undo(1);

        counts(bring(file), 2, 0, 0, 0);
    }

    @Test
    void aRefusedRowThatIsLeftOutIsNoRefusal() throws IOException {
        Path file = file("a.csv", BUY, BROKEN);

        ImportPlan plan = plan(file, RowDecisions.NONE.choosing(3, RowChoice.LEAVE_OUT));

        counts(plan.files().getFirst(), 1, 0, 1, 0);
        assertFalse(plan.hasRefusals());
        workspace.imports().commit(plan, Progress.NONE);
        counts(bring(file), 0, 1, 1, 0);
    }

    @Test
    void aRowThatDiffersFromTheKnownOneIsReplacedOrKept() throws IOException {
        bring(file("a.csv", BUY, LATER));
        String before = hash();
        Path other = file("b.csv", BUY.replace("2000", "2001"), LATER.replace("1990", "1991"));
        ImportPlan undecided = plan(other, RowDecisions.NONE);
        counts(undecided.files().getFirst(), 0, 0, 0, 2);
        assertTrue(undecided.found().getFirst().changed().get(2));

        FileReport kept =
                bring(
                        other,
                        RowDecisions.NONE
                                .choosing(2, RowChoice.REPLACE)
                                .choosing(3, RowChoice.KEEP_KNOWN));

        counts(kept, 1, 0, 1, 0);
        assertEquals(
                "2001", workspace.beliefs().fills(ALL).getFirst().price().value().toPlainString());
        assertEquals(
                "1990", workspace.beliefs().fills(ALL).getLast().price().value().toPlainString());
        assertNotEquals(before, hash());
        workspace.imports().undo(2);
        assertEquals(before, hash());
    }

    private static final TradeQuery ALL =
            new TradeQuery(
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty());

    @Test
    void anEqualRowWithoutAnIdCanBeAnotherOne() throws IOException {
        String row = BUY.replace(",1,0.5", ",,0.5");
        bring(file("a.csv", row));
        Path second = file("b.csv", row);
        counts(plan(second, RowDecisions.NONE).files().getFirst(), 0, 1, 0, 0);

        counts(bring(second, RowDecisions.NONE.choosing(2, RowChoice.IMPORT)), 1, 0, 0, 0);

        assertEquals(2, workspace.beliefs().fills(ALL).size());
        counts(bring(file("whole.csv", row, row)), 0, 2, 0, 0);
        counts(bring(file("more.csv", row, row, row)), 1, 2, 0, 0);
        hash();
    }

    @Test
    void aKnownIdStaysTheSameRowAndTheChoiceSaysSo() throws IOException {
        Path file = file("a.csv", BUY);
        bring(file);

        FileReport again = bring(file, RowDecisions.NONE.choosing(2, RowChoice.IMPORT));

        counts(again, 0, 1, 0, 0);
        assertEquals(
                "Line 2: “import” changed nothing, since the row is new, or it is known by an id of"
                        + " its own and is the same row.",
                again.notes().getLast());
    }

    private String error(Path file, RowDecisions decisions) {
        return java.util.Objects.requireNonNull(plan(file, decisions).files().getFirst().error())
                .reason();
    }

    private String archived(String sha256) throws IOException {
        return new String(archivedBytes(sha256), StandardCharsets.UTF_8);
    }

    private byte[] archivedBytes(String sha256) throws IOException {
        try (var in = store.archive().open(sha256)) {
            return in.readAllBytes();
        }
    }
}
