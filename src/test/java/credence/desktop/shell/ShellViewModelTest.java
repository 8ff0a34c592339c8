package credence.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.desktop.action.Action;
import credence.desktop.action.Action.Group;
import credence.desktop.action.Actions;
import credence.desktop.action.Screen;
import credence.desktop.desk.Job;
import credence.desktop.desk.Span;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesks;
import credence.testkit.FakeMarket;

import javafx.beans.property.SimpleStringProperty;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class ShellViewModelTest {

    private static ShellViewModel model(DeskRig rig) {
        return new ShellViewModel(rig.session, rig.jobs, rig.notices, rig.preferences, rig.tasks);
    }

    @Test
    void theStripSaysHowMuchWasLearnedAndUntilWhen() {
        ShellProjection p = model(DeskRig.withBots("a", "b")).shown().get();

        assertEquals("40 outcomes learned", p.learned());
        assertEquals("Data until 2026-03-31 16:00 UTC", p.dataUntil());
        assertEquals("All 2 bots", p.chosenBots());
        assertEquals("Store in order, 2.5 MB", p.health());
        assertTrue(p.healthy());
    }

    @Test
    void timesAreShownInTheChosenZone() {
        DeskRig rig = DeskRig.withBots("a");
        ShellViewModel model = model(rig);

        rig.preferences.zone().set(ZoneId.of("Asia/Tokyo"));

        assertEquals("Data until 2026-04-01 01:00 Asia/Tokyo", model.shown().get().dataUntil());
    }

    @Test
    void theSelectionIsSaidInWords() {
        ShellViewModel model = model(DeskRig.withBots("a", "b", "c"));

        model.selectBots(List.of(new BotId("b"), new BotId("c")));
        model.selectSpan(new Span.LastDays(30));
        model.selectSymbol(Optional.of("ES"));

        assertEquals("b and 1 more", model.shown().get().chosenBots());
        assertEquals("Last 30 days", model.shown().get().chosenSpan());
        assertEquals("ES", model.shown().get().chosenSymbol());
        assertEquals(List.of("ES", "ETHUSDT"), model.symbols().get());
    }

    @Test
    void anEarlierMomentIsMarked() {
        ShellViewModel model = model(DeskRig.withBots("a"));

        model.selectSpan(new Span.Between(Instant.EPOCH, Instant.parse("2026-02-01T00:00:00Z")));

        assertEquals("As known on 2026-02-01 00:00", model.shown().get().asOf());
    }

    @Test
    void theSampleIsMarked() {
        DeskRig rig = new DeskRig(new FakeDesks(true));
        ShellViewModel model = model(rig);
        rig.session.openFirst();

        assertTrue(model.shown().get().sample());
        assertEquals("Sample workspace", model.shown().get().workspace());
    }

    @Test
    void aJobIsToldWithItsShareAndItsSpeed() {
        ShellViewModel model = model(DeskRig.withBots());

        assertEquals(
                "Importing: Keeping the rows, 1,000 of 38,000, 20,000 a second",
                model.words(
                        new Job.Reading(
                                "Importing",
                                "Keeping the rows",
                                1000,
                                38_000,
                                20_000,
                                true,
                                false)));
        assertEquals(
                "Stopping: Importing",
                model.words(new Job.Reading("Importing", "", 0, 0, 0, true, true)));
    }

    @Test
    void thePaletteFindsActionsBotsAndSettings() {
        DeskRig rig = DeskRig.withBots("alpha", "beta");
        Actions actions = new Actions();
        int[] done = {0};
        actions.add(
                Action.of("x", Group.IMPORT, "Import my files", Feather.CHECK, () -> done[0]++));
        actions.add(
                Action.of("y", Group.IMPORT, "Undo this import", Feather.CHECK, () -> done[0]++)
                        .unless(new SimpleStringProperty("Nothing was imported here yet")));
        PaletteViewModel palette =
                new PaletteViewModel(actions, rig.navigation, model(rig), List.of("Light or dark"));

        palette.typed().set("import");
        assertEquals(2, palette.entries().size());
        assertEquals("Nothing was imported here yet", palette.entries().get(1).refusal());
        palette.entries().getFirst().deed().run();
        assertEquals(1, done[0]);

        palette.typed().set("beta");
        assertEquals("Bot", palette.entries().getFirst().detail());
        palette.entries().getFirst().deed().run();
        assertEquals(Screen.BOT, rig.navigation.screen().get());
        assertEquals(new BotId("beta"), rig.session.selection().get().focus());

        palette.typed().set("dark");
        assertEquals("Setting", palette.entries().getFirst().detail());

        palette.typed().set("nothing like it");
        assertTrue(palette.entries().isEmpty());
    }

    @Test
    void aWindowIsNeverRestoredTooSmallOrFromNonsense() {
        assertEquals(1200, WindowMemory.parse("10 20 1200 800").getWidth());
        assertFalse(Optional.ofNullable(WindowMemory.parse("10 20 30 40")).isPresent());
        assertFalse(Optional.ofNullable(WindowMemory.parse("here")).isPresent());
        assertFalse(Optional.ofNullable(WindowMemory.parse("a b c d")).isPresent());
    }

    @Test
    void theStripNamesTheRegimeNowWhereBarsAreHeld() {
        DeskRig rig = DeskRig.withBots("a");
        ShellViewModel without =
                new ShellViewModel(rig.session, rig.jobs, rig.notices, rig.preferences, rig.tasks);
        assertEquals("", without.market().get());

        rig.desks.own.market(new FakeMarket("ETHUSDT", "a"));
        ShellViewModel with =
                new ShellViewModel(rig.session, rig.jobs, rig.notices, rig.preferences, rig.tasks);
        assertEquals("ETHUSDT volatile, 75.0\u202f%", with.market().get());
    }
}
