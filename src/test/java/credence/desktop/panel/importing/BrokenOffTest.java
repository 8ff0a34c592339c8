package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.desk.Notice;
import credence.service.BrokenImport;
import credence.testkit.DeskRig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class BrokenOffTest {

    private static final Instant BEGUN = Instant.parse("2026-03-31T16:00:00Z");

    private final DeskRig rig = DeskRig.withBots("a");
    private final List<Path> given = new ArrayList<>();

    private void open() {
        var unused =
                new BrokenOff(rig.session, rig.tasks, rig.notices, rig.preferences, given::addAll);
    }

    private Notice told() {
        return Objects.requireNonNull(rig.notices.current().get());
    }

    @Test
    void itIsToldUntilTheTraderClosesIt() {
        Path gone = Path.of("gone", "fills.csv");
        rig.desks.own.broken().add(new BrokenImport(BEGUN, List.of(gone), 1));
        open();

        assertEquals(
                "The import of fills.csv that began 2026-03-31 16:00 was broken off while the rows"
                        + " were being kept: the program was killed, or the computer went down."
                        + " Nothing of it was kept, and what was there before is whole. Import the"
                        + " file again.",
                told().text());
        assertEquals(Notice.Kind.TROUBLE, told().kind());
        assertNull(told().doing(), "the file is not there any more");

        rig.notices.say(Notice.plain("Something else"));
        rig.notices.dismiss();
        assertEquals(1, rig.desks.own.broken().size(), "another notice took its place");

        open();
        rig.notices.dismiss();
        assertTrue(rig.desks.own.broken().isEmpty());
    }

    @Test
    void filesThatAreStillThereAreOfferedToBeImportedAgain(@TempDir Path folder)
            throws IOException {
        Path a = Files.writeString(folder.resolve("a.csv"), "a");
        Path b = Files.writeString(folder.resolve("b.csv"), "b");
        Path c = Files.writeString(folder.resolve("c.csv"), "c");
        rig.desks.own.broken().add(new BrokenImport(BEGUN, List.of(a, b), 2));
        rig.desks.own.broken().add(new BrokenImport(BEGUN, List.of(c), 1));
        open();

        assertTrue(
                told().text()
                        .startsWith(
                                "2 imports (a.csv and 1 more file that began 2026-03-31 16:00,"
                                        + " c.csv that began 2026-03-31 16:00) were broken off"),
                told()::text);
        assertEquals("Import again", told().doing());
        Objects.requireNonNull(told().deed()).run();
        assertEquals(List.of(a, b, c), given);
    }

    @Test
    void nothingIsToldWhereNothingWasBrokenOff() {
        open();
        assertNull(rig.notices.current().get());
    }
}
