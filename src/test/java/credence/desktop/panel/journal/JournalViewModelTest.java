package credence.desktop.panel.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.desktop.action.Emptiness;
import credence.testkit.DeskRig;

import org.junit.jupiter.api.Test;

import java.util.List;

class JournalViewModelTest {

    private static JournalViewModel model(DeskRig rig) {
        JournalViewModel model =
                new JournalViewModel(rig.session, rig.tasks, rig.jobs, rig.notices);
        model.showing(true);
        return model;
    }

    @Test
    void tradesOfTheChosenBotsAreListedAndImportsAlways() {
        DeskRig rig = DeskRig.withBots("a", "b");
        JournalViewModel model = model(rig);
        assertEquals(40, model.shown().get().trades().size());

        rig.session
                .selection()
                .set(rig.session.selection().get().withBots(List.of(new BotId("b"))));

        assertEquals(20, model.shown().get().trades().size());
        assertEquals(1, model.shown().get().imports().size());
    }

    @Test
    void anOpenTradeHasNoExitAndSaysSo() {
        TradeRow last = model(DeskRig.withBots("a")).shown().get().trades().getLast();

        assertEquals("Open", last.state());
        assertNull(last.exitTime());
        assertNull(last.net());
    }

    @Test
    void theCountsOfAnImportAddUp() {
        ImportRow row = model(DeskRig.withBots("a")).shown().get().imports().getFirst();

        assertEquals(10, row.read());
        assertEquals(row.read(), row.fresh() + row.known() + row.skipped() + row.refused());
        assertEquals("Equal", row.details().getFirst().verdict());
    }

    @Test
    void anUndoneImportStaysListedAsUndone() {
        DeskRig rig = DeskRig.withBots("first");
        JournalViewModel model = model(rig);
        assertFalse(model.shown().get().imports().getFirst().undone());

        model.undo(1);

        assertTrue(model.shown().get().imports().getFirst().undone());
        assertTrue(rig.told().startsWith("Import 1 was undone."));
    }

    @Test
    void fillsThatAreNotThereAreExplained() {
        assertTrue(
                model(DeskRig.withBots("a"))
                        .shown()
                        .get()
                        .fillsMissing()
                        .startsWith("These files hold finished trades"));
    }

    @Test
    void withoutImportsItSaysWhatIsMissing() {
        assertSame(Emptiness.NO_BOTS, model(DeskRig.withBots()).shown().get().emptiness());
    }
}
