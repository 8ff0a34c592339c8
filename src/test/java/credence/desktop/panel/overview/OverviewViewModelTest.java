package credence.desktop.panel.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.desktop.action.Emptiness;
import credence.desktop.action.Screen;
import credence.desktop.chart.Layer;
import credence.desktop.chart.TimePicture;
import credence.desktop.desk.Span;
import credence.testkit.DeskRig;
import credence.testkit.FakeMarket;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class OverviewViewModelTest {

    private static OverviewViewModel model(DeskRig rig) {
        OverviewViewModel model =
                new OverviewViewModel(
                        rig.session, rig.tasks, rig.notices, rig.preferences, rig.navigation);
        model.showing(true);
        return model;
    }

    @Test
    void everyBotHasARowInTheOrderOfTheBoard() {
        OverviewProjection p = model(DeskRig.withBots("a", "b", "c")).shown().get();

        assertEquals("None of these 3 bots is proven.", p.headline());
        assertEquals(
                List.of("a", "b", "c"), p.rows().stream().map(row -> row.bot().name()).toList());
        assertEquals(List.of(1, 2, 3), p.rows().stream().map(row -> row.rank()).toList());
        assertEquals("Undecided", p.rows().getFirst().verdict());
        assertEquals(
                "Wins 60.0 %, needs 52.0 % to break even. Open −52.7 % since 2026-03-31.",
                p.rows().getFirst().why());
        assertNull(p.emptiness());
    }

    @Test
    void anEmptyWorkspaceSaysWhatIsMissing() {
        assertSame(Emptiness.NO_BOTS, model(DeskRig.withBots()).shown().get().emptiness());
    }

    @Test
    void aChosenSymbolLeavesTheBotsThatTradedItWithTheirPlaces() {
        DeskRig rig = DeskRig.withBots("a", "b", "c");
        OverviewViewModel model = model(rig);

        rig.session.selection().set(rig.session.selection().get().withSymbol(Optional.of("ES")));

        assertEquals(1, model.shown().get().rows().size());
        assertEquals("b", model.shown().get().rows().getFirst().bot().name());
        assertEquals(2, model.shown().get().rows().getFirst().rank());
    }

    @Test
    void aSpanThatEndsEarlierShowsTheBoardOfThen() {
        DeskRig rig = DeskRig.withBots("a");
        OverviewViewModel model = model(rig);
        Instant then = Instant.parse("2026-03-01T00:00:00Z");

        rig.session
                .selection()
                .set(rig.session.selection().get().withSpan(new Span.Between(Instant.EPOCH, then)));

        assertEquals("As of 2026-03-01T00:00:00Z.", model.shown().get().headline());
    }

    @Test
    void weightsAreListedLargestFirstAndSumIsSaid() {
        OverviewProjection p = model(DeskRig.withBots("a", "b", "c", "d")).shown().get();

        // Probabilities 0.8, 0.7, 0.6, 0.5 give weights 0.6, 0.4, 0.2 and none.
        assertEquals(
                List.of("a", "b", "c"),
                p.weights().stream().map(weight -> weight.bot().name()).toList());
        assertEquals("3 of 4 bots earn weight.", p.weightsText());
    }

    @Test
    void openingABotLeadsToItsScreen() {
        DeskRig rig = DeskRig.withBots("a", "b");
        model(rig).open(new BotId("b"));

        assertEquals(Screen.BOT, rig.navigation.screen().get());
        assertEquals(new BotId("b"), rig.session.selection().get().focus());
    }

    @Test
    void aHiddenBoardIsNotComputed() {
        DeskRig rig = DeskRig.withBots("a");
        OverviewViewModel model =
                new OverviewViewModel(
                        rig.session, rig.tasks, rig.notices, rig.preferences, rig.navigation);

        assertEquals(List.of(), model.shown().get().rows());

        model.showing(true);

        assertEquals(1, model.shown().get().rows().size());
    }

    @Test
    void whatTheChosenBotsRealisedIsDrawnInOneCurrency() {
        DeskRig rig = DeskRig.withBots("a", "b");
        OverviewViewModel model = model(rig);

        TimePicture both = model.equity().get().orElseThrow();
        assertEquals("Realised by all bots, USD", both.title());
        // Of each bot 13 won 7.90 and 6 lost 10.10; the twentieth is open.
        assertEquals(84.2, last(both), 1e-9);
        assertTrue(both.summary().startsWith("+84.20 USD from 38 closed trades."), both.summary());

        rig.session
                .selection()
                .set(rig.session.selection().get().withBots(List.of(new BotId("b"))));
        TimePicture one = model.equity().get().orElseThrow();
        assertEquals("Realised by b, USD", one.title());
        assertEquals(42.1, last(one), 1e-9);

        rig.session
                .selection()
                .set(
                        rig.session
                                .selection()
                                .get()
                                .withBots(List.of(new BotId("a"), new BotId("b")))
                                .withSymbol(Optional.of("ETHUSDT")));
        assertEquals(
                "Realised by 2 bots in ETHUSDT, USD", model.equity().get().orElseThrow().title());
    }

    @Test
    void withBarsTheRegimeLiesBeneathWhatWasRealised() {
        DeskRig rig = DeskRig.withBots("a");
        rig.desks.own.market(new FakeMarket("ETHUSDT", "a"));

        TimePicture equity = model(rig).equity().get().orElseThrow();

        assertEquals(
                List.of("Volatile", "Trending"),
                equity.layers().stream()
                        .filter(Layer.Ribbon.class::isInstance)
                        .map(Layer::name)
                        .toList());
        assertTrue(equity.summary().endsWith("the regime ETHUSDT was in most."), equity.summary());
    }

    private static double last(TimePicture picture) {
        return picture.layers().stream()
                .filter(Layer.Line.class::isInstance)
                .map(layer -> ((Layer.Line) layer).series())
                .mapToDouble(series -> series.value(series.size() - 1))
                .sum();
    }
}
