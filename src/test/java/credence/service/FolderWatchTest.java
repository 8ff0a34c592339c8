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
import credence.store.H2Workspace;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        workspace.profiles().save(profile());
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
        write("photo.png", "no picture\n", 1);
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

    /// A price of 2000 of which "20" has been written would come in as 20, and the whole row again beside it.
    @Test
    void aFileThatEndsInTheMiddleOfALineWaitsLonger() throws IOException {
        FolderWatch watch = watch(false);
        write("a.csv", HEADER + ROW + "2026-01-05T11:00:00Z,ETHUSDT,sell,1,20", 1);
        assertEquals(List.of(), settle(watch));
        assertTrue(watch.waiting());
        write("a.csv", HEADER + ROW + MORE, 2);
        assertEquals("a.csv was imported: 2 new rows, batch 2.", settle(watch).getFirst().text());

        write("b.csv", HEADER + "2026-01-05T12:00:00Z,ETHUSDT,buy,1,1990", 1);
        assertEquals(List.of(), settle(watch));
        after(54);
        assertEquals(List.of(), watch.look(Progress.NONE));
        after(1);
        assertEquals(1, watch.look(Progress.NONE).size(), "exports without a last line end");
    }

    @Test
    void aFileReplacedByAnotherOfTheSameLengthAndTimeIsReadAgain() throws IOException {
        FolderWatch watch = watch(false);
        Path file = write("a.csv", HEADER + ROW, 1);
        settle(watch);
        Path other = Files.writeString(folder.resolve(".new"), HEADER + ROW.replace("05T", "04T"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertEquals("a.csv was imported: 1 new row, batch 3.", settle(watch).getFirst().text());
    }

    @Test
    void aFileThatIsGoneAgainIsNotTold() throws IOException {
        FolderWatch watch = watch(false);
        Path file = write("a.csv", HEADER + ROW, 1);
        assertEquals(List.of(), watch.look(Progress.NONE));
        Files.delete(file);
        after(5);
        assertEquals(List.of(), watch.look(Progress.NONE));
        assertFalse(watch.waiting());
        write("a.csv", HEADER + ROW, 1);
        assertEquals(1, settle(watch).size(), "it came back");
    }

    @Test
    void aFileThatAnotherProgramHoldsIsToldOnceAndReadWhenItIsFree() throws IOException {
        Set<Path> locked = new HashSet<>();
        FolderWatch watch =
                workspace
                        .imports()
                        .watch(
                                folder,
                                "Mine",
                                Duration.ofSeconds(5),
                                false,
                                file -> !locked.contains(file));
        Path file = write("a.csv", HEADER + ROW, 1);
        locked.add(file);
        assertEquals(List.of(), settle(watch), "for a moment that is no news");
        after(60);
        List<Notice> told = watch.look(Progress.NONE);
        assertEquals(
                "a.csv cannot be opened: another program holds it, or you may not read it. It is"
                        + " tried again until it can be read.",
                told.getFirst().text());
        assertTrue(told.getFirst().failed());
        after(60);
        assertEquals(List.of(), watch.look(Progress.NONE), "told once");
        assertTrue(watch.waiting());
        assertEquals(Set.of(), watch.handled());

        locked.clear();
        assertEquals(
                "a.csv was imported: 1 new row, batch 2.",
                watch.look(Progress.NONE).getFirst().text());
    }

    @Test
    void twoFilesAtOnceAreTwoImportsAndEachIsUndoneByItself() throws IOException {
        FolderWatch watch = watch(false);
        write("a.csv", HEADER + ROW, 1);
        write("b.csv", HEADER + MORE, 1);
        List<Notice> both = settle(watch);

        assertEquals(List.of(2L, 3L), both.stream().map(n -> n.batch().getAsLong()).toList());
        workspace.imports().undo(2);
        assertEquals(
                1,
                workspace.beliefs().fills(TradeQuery.ALL).stream()
                        .filter(f -> f.symbol().toString().equals("ETHUSDT"))
                        .count());
    }

    @Test
    void whatLiesInSubfoldersOrBearsANameOfUnfinishedFilesIsLeftAlone() throws IOException {
        FolderWatch watch = watch(false);
        Files.createDirectory(folder.resolve("sub"));
        write("sub/a.csv", HEADER + ROW, 1);
        for (String name :
                List.of(
                        "~$a.xlsx",
                        "a.csv.part",
                        "a.csv.partial",
                        "a.csv.crdownload",
                        "a.csv.opdownload",
                        "a.csv.download",
                        "a.csv.filepart",
                        "a.csv.tmp",
                        "a.csv~",
                        ".~lock.a.csv#")) {
            write(name, HEADER + ROW, 1);
        }
        write("empty.csv", "", 1);
        assertEquals(List.of(), settle(watch));
        assertFalse(watch.waiting(), "nothing there will ever be read");

        Files.move(folder.resolve("a.csv.part"), folder.resolve("a.csv"));
        assertEquals(1, settle(watch).size(), "its last name");
    }

    @Test
    void aFileThatCouldNotBeKeptIsTriedAgain(@TempDir Path home) throws IOException {
        H2Workspace store = H2Workspace.open(home.resolve("w"), "test", "1.0", Clock.systemUTC());
        workspace.close();
        workspace = Workspace.open(store, StandardFormats.reader(), () -> now);
        workspace.profiles().save(profile());
        Path first = write("first.csv", HEADER + ROW.replace("ETH", "BTC"), 1);
        ImportOptions mine = ImportOptions.DEFAULT.profile("Mine");
        workspace
                .imports()
                .commit(
                        workspace.imports().plan(List.of(first), mine, Progress.NONE),
                        Progress.NONE);
        FolderWatch watch = watch(false);
        write("a.csv", HEADER + ROW, 1);
        Path archive = home.resolve("w").resolve("archive");
        Files.move(archive, home.resolve("away"));
        Files.writeString(archive, "no folder");

        List<Notice> told = settle(watch);
        assertTrue(told.getFirst().failed());
        assertTrue(
                told.getFirst().text().endsWith(" It is tried again every minute."),
                told.getFirst().text());
        after(61);
        assertEquals(List.of(), watch.look(Progress.NONE), "told once");

        Files.delete(archive);
        Files.move(home.resolve("away"), archive);
        after(59);
        assertEquals(List.of(), watch.look(Progress.NONE));
        after(1);
        assertEquals(
                "a.csv was imported: 1 new row, batch 2.",
                watch.look(Progress.NONE).getFirst().text());
        workspace.close();
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

    private static ImportProfile profile() {
        return ImportProfile.mapped(
                "Mine", List.of("When", "What", "Way", "How much", "At"), MAPPING);
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
