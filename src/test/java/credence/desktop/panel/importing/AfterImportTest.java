package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.action.Actions;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesk;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

class AfterImportTest {

    private final DeskRig rig = DeskRig.withBots("a");
    private final Actions actions = new Actions();
    private final ImportViewModel imports =
            new ImportViewModel(
                    rig.session, rig.jobs, rig.notices, rig.preferences, rig.navigation, List::of);
    private final WatchedFolders folders =
            new WatchedFolders(
                    rig.session,
                    rig.tasks,
                    rig.notices,
                    rig.preferences,
                    rig.memory,
                    InstantSource.fixed(FakeDesk.UNTIL),
                    new SimpleBooleanProperty());
    private final AfterImport after =
            new AfterImport(rig.session, rig.jobs, rig.notices, folders, imports);

    private void bring(Path... files) {
        imports.addActions(actions);
        imports.take(List.of(files));
        actions.get("import.keep").run();
    }

    @Test
    void watchingWaitsForAProfileThatHasSucceeded() {
        bring(Path.of("exports", "new.csv"));
        assertEquals(
                "Save a profile first: a folder is watched by what it says",
                after.whyNotWatch().get());

        after.save("Mine");

        assertEquals(Optional.of("Mine"), after.profile().get());
        String said = String.valueOf(rig.notices.current().get());
        assertTrue(said.contains("will be read as “Mine” says, without a question"), said);
        assertTrue(rig.desks.own.kept().getFirst().succeeded().isPresent());
        assertEquals("", after.whyNotWatch().get());
        after.watch();
        assertTrue(folders.watches(Path.of("exports").toAbsolutePath()));
        assertEquals("The folder is watched already", after.whyNotWatch().get());
    }

    @Test
    void refusedRowsForbidWatching() {
        bring(Path.of("exports", "new.csv"), Path.of("exports", "bad.csv"));
        after.save("Mine");

        assertTrue(after.whyNotWatch().get().startsWith("Rows were refused"));
        String said = String.valueOf(rig.notices.current().get());
        assertTrue(said.contains("only when you choose it, until a file came in whole"), said);
    }

    @Test
    void filesOfSeveralFoldersHaveNoFolderToWatch() {
        bring(Path.of("one", "new-1.csv"), Path.of("two", "new-2.csv"));

        assertEquals("The files came from several folders", after.whyNotWatch().get());
    }

    @Test
    void aNameThatIsNoneIsSaidAndKeepsNothing() {
        bring(Path.of("new.csv"));
        after.save("../etc");

        assertTrue(after.trouble().get().startsWith("The name of a profile"));
        assertEquals(List.of(), rig.desks.own.kept());
    }

    @Test
    void anUndoneImportLeavesNothingToDo() {
        bring(Path.of("new.csv"));
        actions.get("import.undo").run();

        assertEquals("Nothing was imported here yet", after.whyNotSave().get());
    }
}
