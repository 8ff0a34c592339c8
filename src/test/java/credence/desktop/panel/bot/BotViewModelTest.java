package credence.desktop.panel.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.desktop.action.Emptiness;
import credence.desktop.desk.Span;
import credence.testkit.DeskRig;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class BotViewModelTest {

    private static BotViewModel model(DeskRig rig) {
        BotViewModel model = new BotViewModel(rig.session, rig.tasks, rig.notices, rig.preferences);
        model.showing(true);
        return model;
    }

    private static BotProjection.Metric metric(BotProjection p, String name) {
        return p.metrics().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theFirstOfTheBoardIsShownUntilOneIsChosen() {
        DeskRig rig = DeskRig.withBots("a", "b");
        BotViewModel model = model(rig);
        assertEquals(new BotId("a"), model.shown().get().bot());

        model.focus(new BotId("b"));

        assertEquals(new BotId("b"), model.shown().get().bot());
        assertEquals("number 2 of 2 by probability of an edge", model.shown().get().place());
    }

    @Test
    void everyFigureHasItsIntervalAndItsN() {
        BotProjection p = model(DeskRig.withBots("a")).shown().get();

        BotProjection.Metric accuracy = metric(p, "Accuracy");
        assertEquals("60.0\u202f%", accuracy.value());
        assertEquals("50.0 to 70.0", accuracy.interval());
        assertEquals("19", accuracy.n());
        assertEquals("+42.10\u202fUSD", metric(p, "Net result").value());
        assertEquals("not ready", metric(p, "Trust").value());
        assertEquals("stop (19)", metric(p, "R measured by").value());
    }

    @Test
    void openLossesAreSaid() {
        assertEquals(
                "Open −52.7\u202f% since 2026-03-31 16:00",
                model(DeskRig.withBots("a")).shown().get().openLosses().getFirst());
    }

    @Test
    void theBreakEvenRateStandsBesideTheAccuracy() {
        BotProjection.Now accuracy = model(DeskRig.withBots("a")).shown().get().now().getFirst();

        assertEquals(0.52, accuracy.reference());
        assertEquals("break-even at 52.0\u202f%", accuracy.referenceText());
    }

    @Test
    void aSpanCutsTradesAndHistory() {
        DeskRig rig = DeskRig.withBots("a");
        BotViewModel model = model(rig);
        assertEquals(20, model.shown().get().trades().size());

        rig.session.selection().set(rig.session.selection().get().withSpan(new Span.LastDays(7)));

        // Outcomes are a day apart; the last is at the end of the data: days 0 to 7 before it.
        assertEquals(8, model.shown().get().trades().size());
    }

    @Test
    void aSymbolTheBotNeverTradedLeavesNoTrade() {
        DeskRig rig = DeskRig.withBots("a");
        BotViewModel model = model(rig);

        rig.session.selection().set(rig.session.selection().get().withSymbol(Optional.of("ES")));

        assertTrue(model.shown().get().trades().isEmpty());
    }

    @Test
    void withoutBotsItSaysWhatIsMissing() {
        assertSame(Emptiness.NO_BOTS, model(DeskRig.withBots()).shown().get().emptiness());
    }
}
