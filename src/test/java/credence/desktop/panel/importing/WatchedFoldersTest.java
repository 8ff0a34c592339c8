package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.FolderWatch;
import credence.service.port.mapping.ImportProfile;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesk;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

class WatchedFoldersTest {

    private static final Path EXPORTS = Path.of("exports");

    private final DeskRig rig = DeskRig.withBots("a");
    private final SimpleBooleanProperty importing = new SimpleBooleanProperty();
    private WatchedFolders folders;

    @BeforeEach
    void build() {
        folders = model();
        desk().profiles().keep(profile("mine"), Optional.of(1L));
    }

    private FakeDesk desk() {
        return rig.desks.own;
    }

    private WatchedFolders model() {
        return new WatchedFolders(
                rig.session,
                rig.tasks,
                rig.notices,
                rig.preferences,
                rig.memory,
                InstantSource.fixed(FakeDesk.UNTIL),
                importing);
    }

    private static ImportProfile profile(String name) {
        return ImportProfile.known(name, "some-trades", List.of());
    }

    private static FolderWatch.Notice came(String file, long batch) {
        return new FolderWatch.Notice(
                EXPORTS.resolve(file), OptionalLong.of(batch), false, file + " was imported.");
    }

    @Test
    void aFileThatCameInIsToldOfWithAWayBack() {
        folders.start(EXPORTS, "mine");
        assertEquals("Watching", folders.shown().get().getFirst().state());
        desk().profiles().coming().add(came("new.csv", 1));

        folders.tick();

        assertEquals("new.csv was imported.", rig.told());
        assertEquals(
                "2026-03-31 16:00  new.csv was imported.", folders.shown().get().getFirst().last());
        Objects.requireNonNull(rig.notices.current().get()).deed().run();
        assertEquals("Import 1 was undone.", rig.told());
        assertTrue(desk().imports().getFirst().withdrawnAt() != null);
    }

    @Test
    void nothingIsBroughtInWhileTheTraderImports() {
        folders.start(EXPORTS, "mine");
        desk().profiles().coming().add(came("new.csv", 1));
        importing.set(true);

        folders.tick();

        assertEquals("Waits while you import", folders.shown().get().getFirst().state());
        assertEquals(1, desk().profiles().coming().size());
        importing.set(false);
        folders.tick();
        assertEquals(0, desk().profiles().coming().size());
    }

    @Test
    void aProfileThatHasNotSucceededCannotWatch() {
        desk().profiles().keep(profile("untried"), Optional.empty());

        folders.start(EXPORTS, "untried");

        assertEquals("The profile “untried” has not succeeded yet.", rig.told());
        assertFalse(folders.watches(EXPORTS));
    }

    @Test
    void aFolderThatIsGoneStopsAndSaysWhy() {
        folders.start(EXPORTS, "mine");
        desk().profiles().lose();

        folders.tick();

        assertEquals("Stopped: The folder is gone.", folders.shown().get().getFirst().state());
        assertFalse(folders.watches(EXPORTS));
    }

    @Test
    void watchedFoldersAreRememberedWithTheFilesThatWereDealtWith() {
        folders.start(EXPORTS, "mine");
        assertEquals(List.of(Optional.empty()), desk().profiles().begun());

        WatchedFolders later = model();

        assertTrue(later.watches(EXPORTS));
        assertEquals(Optional.of(Set.of("old.csv|1|2")), desk().profiles().begun().getLast());
        later.stop(EXPORTS);
        assertFalse(model().watches(EXPORTS));
        later.forget(EXPORTS);
        assertEquals(List.of(), model().shown().get());
    }
}
