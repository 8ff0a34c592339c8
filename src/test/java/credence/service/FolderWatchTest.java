package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.FolderWatch.Notice;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class FolderWatchTest {

    private static final String HEADER = "When,What,Way,How much,At\n";
    private static final String ROW = "2026-01-05T10:00:00Z,ETHUSDT,buy,1,2000\n";
    private static final String MORE = "2026-01-05T11:00:00Z,ETHUSDT,sell,1,2010\n";
    private static final Mapping MAPPING =
            Mapping.empty(RowKind.FILLS)
                    .with(Role.TIME, ColumnRef.of("When"))
                    .with(Role.SYMBOL, ColumnRef.of("What"))
                    .with(Role.SIDE, ColumnRef.of("Way"))
                    .with(Role.QUANTITY, ColumnRef.of("How much"))
                    .with(Role.PRICE, ColumnRef.of("At"));

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-01-06T00:00:00Z");
    private Workspace workspace =
            Workspace.open(new MemoryStore(), StandardFormats.reader(), () -> now);

    @BeforeEach
    void keepAProfileThatHasSucceeded() throws IOException {
        workspace
                .profiles()
                .save(
                        ImportProfile.mapped(
                                "Mine", List.of("When", "What", "Way", "How much", "At"), MAPPING));
        assertThrows(ServiceException.class, () -> watch(false));
        Path first = Files.createDirectory(folder.resolve("done")).resolve("first.csv");
        Files.writeString(first, HEADER + "2026-01-04T10:00:00Z,BTCUSDT,buy,1,90000\n");
        ImportPlan plan =
                workspace
                        .imports()
                        .plan(List.of(first), ImportOptions.DEFAULT.profile("mine"), Progress.NONE);
        assertEquals(1, workspace.imports().commit(plan, Progress.NONE).batch().getAsLong());
        assertEquals(now, workspace.profiles().get("Mine").succeeded().orElseThrow());
    }

    @Test
    void aFileIsReadWhenItHasComeToRest() throws IOException {
        FolderWatch watch = watch(false);
        Path file = write("a.csv", HEADER + ROW, 1);
        assertEquals(List.of(), watch.look(Progress.NONE));
        after(3);
        write("a.csv", HEADER + ROW + MORE, 2);
        assertEquals(List.of(), watch.look(Progress.NONE));
        after(4);
        assertEquals(List.of(), watch.look(Progress.NONE));
        assertTrue(watch.waiting());
        after(1);

        List<Notice> notices = watch.look(Progress.NONE);

        assertEquals(1, notices.size());
        assertEquals(file, notices.getFirst().file());
        assertEquals("a.csv was imported: 2 new rows, batch 2.", notices.getFirst().text());
        assertEquals(2, notices.getFirst().batch().getAsLong());
        after(60);
        assertEquals(List.of(), watch.look(Progress.NONE));
        assertFalse(watch.waiting());
        workspace.imports().undo(2);
        assertEquals(List.of(), watch.look(Progress.NONE));
    }

    @Test
    void aFileThatChangesIsReadAgainAndOnlyWhatIsNewComesIn() throws IOException {
        FolderWatch watch = watch(false);
        write("a.csv", HEADER + ROW, 1);
        settle(watch);
        write("a.csv", HEADER + ROW + MORE, 9);
        List<Notice> again = settle(watch);
        assertEquals("a.csv was imported: 1 new row, batch 3.", again.getFirst().text());
        write("a.csv", HEADER + ROW + MORE, 20);
        assertEquals("a.csv holds nothing new.", settle(watch).getFirst().text());
    }

    @Test
    void whatLiesThereAlreadyIsLeftAloneUnlessAskedFor() throws IOException {
        write("old.csv", HEADER + ROW, 1);
        assertEquals(List.of(), settle(watch(false)));
        assertEquals(1, settle(watch(true)).size());
    }

    @Test
    void aLaterWatchBringsInWhatCameInBetweenAndNothingThatWasDealtWith() throws IOException {
        FolderWatch first = watch(false);
        write("a.csv", HEADER + ROW, 1);
        settle(first);
        workspace.imports().undo(2);
        write("b.csv", HEADER + MORE, 2);

        FolderWatch later =
                workspace.imports().watch(folder, "Mine", Duration.ofSeconds(5), first.handled());
        List<Notice> notices = settle(later);

        assertEquals(1, notices.size());
        assertEquals("b.csv was imported: 1 new row, batch 3.", notices.getFirst().text());
    }

    @Test
    void aRenamedProfileKeepsWhatItSaysAndThatItSucceeded() {
        workspace.profiles().rename("Mine", "Depot");
        workspace.profiles().rename("Depot", "DEPOT");

        assertEquals(
                List.of("DEPOT"),
                workspace.profiles().all().stream().map(ImportProfile::name).toList());
        assertTrue(workspace.profiles().get("DEPOT").succeeded().isPresent());
        workspace.profiles().save(workspace.profiles().get("DEPOT").named("Other"));
        assertThrows(ServiceException.class, () -> workspace.profiles().rename("DEPOT", "other"));
    }

    @Test
    void aProfileKeptWithAWholeImportHasSucceededAndOneKeptWithRefusalsHasNot() throws IOException {
        ImportProfile profile = ImportProfile.mapped("Late", List.of("When", "What"), MAPPING);
        workspace.profiles().save(profile, 1);
        assertTrue(workspace.profiles().get("Late").succeeded().isPresent());

        Path half = write("half.csv", HEADER + ROW + "gestern,ETHUSDT,buy,1,2000\n", 1);
        ImportPlan plan =
                workspace
                        .imports()
                        .plan(List.of(half), ImportOptions.DEFAULT.using(profile), Progress.NONE);
        long batch = workspace.imports().commit(plan, Progress.NONE).batch().getAsLong();
        workspace.profiles().save(profile.named("Half"), batch);
        assertTrue(workspace.profiles().get("Half").succeeded().isEmpty());
    }

    @Test
    void otherFilesAreNamedAndUnfinishedOnesAreNot() throws IOException {
        FolderWatch watch = watch(false);
        write("photo.png", "no picture", 1);
        write("b.csv.crdownload", HEADER + ROW, 1);
        write(".hidden.csv", HEADER + ROW, 1);
        List<Notice> notices = settle(watch);

        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().failed());
        assertTrue(
                notices.getFirst().text().startsWith("photo.png was not imported: "),
                notices.getFirst().text());
        assertTrue(notices.getFirst().batch().isEmpty());
    }

    @Test
    void aFolderThatIsGoneIsSaid() {
        assertThrows(
                ServiceException.class,
                () ->
                        workspace
                                .imports()
                                .watch(
                                        folder.resolve("nowhere"),
                                        "Mine",
                                        Duration.ofSeconds(5),
                                        false));
    }

    private FolderWatch watch(boolean existing) {
        return workspace.imports().watch(folder, "Mine", Duration.ofSeconds(5), existing);
    }

    private List<Notice> settle(FolderWatch watch) {
        assertEquals(List.of(), watch.look(Progress.NONE));
        after(5);
        return watch.look(Progress.NONE);
    }

    private void after(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private Path write(String name, String text, int changedAt) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-05T12:00:00Z").plusSeconds(changedAt)));
    }
}
