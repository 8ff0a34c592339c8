package credence.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.desktop.theme.ResultColours;
import credence.desktop.theme.ThemeChoice;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesks;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;

class PreferenceStoreTest {

    private final DeskRig rig = new DeskRig(new FakeDesks(false, "a"));

    private void connect() {
        var unused = new PreferenceStore(rig.session, rig.preferences, rig.tasks, rig.notices);
        rig.session.openFirst();
    }

    @Test
    void whatTheCommandLineSetIsWhatTheWindowShows() {
        rig.desks.own.set("theme", "dark");
        rig.desks.own.set("colors.profitLoss", "green-red");
        rig.desks.own.set("display.zone", "Europe/Berlin");

        connect();

        assertEquals(ThemeChoice.DARK, rig.preferences.theme().get());
        assertEquals(ResultColours.RED_GREEN, rig.preferences.resultColours().get());
        assertEquals(ZoneId.of("Europe/Berlin"), rig.preferences.zone().get());
    }

    @Test
    void whatTheWindowChangesIsKeptInTheWorkspace() {
        connect();

        rig.preferences.theme().set(ThemeChoice.LIGHT);
        rig.preferences.zone().set(ZoneId.of("Asia/Tokyo"));

        assertEquals("light", rig.desks.own.stored("theme"));
        assertEquals("Asia/Tokyo", rig.desks.own.stored("display.zone"));
        assertEquals("LIGHT", rig.memory.get("theme").orElse(""));
    }

    @Test
    void aWorkspaceAtItsDefaultsLeavesTheWindowAsItIs() {
        rig.preferences.theme().set(ThemeChoice.DARK);

        connect();

        assertEquals(ThemeChoice.DARK, rig.preferences.theme().get());
        assertEquals("", rig.desks.own.stored("theme"));
    }

    @Test
    void aZoneThatNobodyKnowsIsToldAndLeftOut() {
        rig.desks.own.set("display.zone", "Nowhere/Here");

        connect();

        assertEquals(ZoneId.of("UTC"), rig.preferences.zone().get());
        assertEquals(
                "The setting display.zone cannot be “Nowhere/Here” and was left out.", rig.told());
    }
}
