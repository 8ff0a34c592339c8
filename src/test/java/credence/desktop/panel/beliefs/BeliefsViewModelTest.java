package credence.desktop.panel.beliefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import credence.core.value.BotId;
import credence.desktop.action.Emptiness;
import credence.testkit.DeskRig;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

class BeliefsViewModelTest {

    private static BeliefsViewModel model(DeskRig rig) {
        BeliefsViewModel model =
                new BeliefsViewModel(rig.session, rig.tasks, rig.notices, rig.preferences);
        model.showing(true);
        return model;
    }

    @Test
    void withAllBotsTheHistoryOfAllIsShownLatestFirst() {
        BeliefsProjection p = model(DeskRig.withBots("a", "b")).shown().get();

        assertEquals(new BotId("a"), p.bot());
        assertEquals(40, p.events().size());
        assertEquals(20, p.events().getFirst().index());
        assertEquals(2, Objects.requireNonNull(p.pictures()).weights().layers().size());
        assertEquals(
                "The last 40 updates at hand. Choose one bot to see all of its own.",
                p.historyText());
    }

    @Test
    void withOneBotItsWholeHistoryIsShown() {
        DeskRig rig = DeskRig.withBots("a", "b");
        BeliefsViewModel model = model(rig);

        rig.session
                .selection()
                .set(rig.session.selection().get().withBots(List.of(new BotId("b"))));

        BeliefsProjection p = model.shown().get();
        assertEquals(20, p.events().size());
        assertEquals("Lost", p.events().get(2).evidence());
        assertEquals(1, Objects.requireNonNull(p.pictures()).weights().layers().size());
        assertEquals("20 updates of this bot, all there are in the time shown.", p.historyText());
    }

    @Test
    void withoutBotsItSaysWhatIsMissing() {
        assertSame(Emptiness.NO_BOTS, model(DeskRig.withBots()).shown().get().emptiness());
    }
}
