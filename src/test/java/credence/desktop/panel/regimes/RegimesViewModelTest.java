package credence.desktop.panel.regimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.regime.Taxonomy;
import credence.core.value.Symbol;
import credence.desktop.action.Emptiness;
import credence.desktop.chart.Layer;
import credence.desktop.chart.TimePicture;
import credence.testkit.DeskRig;
import credence.testkit.FakeMarket;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

class RegimesViewModelTest {

    private static RegimesViewModel model(DeskRig rig) {
        RegimesViewModel model =
                new RegimesViewModel(rig.session, rig.tasks, rig.notices, rig.preferences);
        model.showing(true);
        return model;
    }

    private static DeskRig withMarket() {
        DeskRig rig = DeskRig.withBots("a", "b");
        rig.desks.own.market(new FakeMarket("ETHUSDT", "a", "b"));
        return rig;
    }

    @Test
    void withoutBotsItSaysWhatIsMissing() {
        assertSame(Emptiness.NO_BOTS, model(DeskRig.withBots()).shown().get().emptiness());
    }

    @Test
    void withoutBarsItSaysWhatToImport() {
        RegimesProjection p = model(DeskRig.withBots("a")).shown().get();

        assertNull(p.symbol());
        Emptiness empty = Objects.requireNonNull(p.emptiness());
        assertEquals("import.files", empty.action());
        assertTrue(empty.needed().contains("200 candles"), empty.needed());
    }

    @Test
    void theRegimeInForceIsNamedWithItsProbabilityAndReason() {
        RegimesProjection p = model(withMarket()).shown().get();

        assertEquals(new Symbol("ETHUSDT"), p.symbol());
        assertEquals("Volatile, probability 75.0\u202f%", p.now());
        assertEquals("Because the test says so.", p.reason());
        assertEquals(
                "Volatile, high volatility, up, European session. Met once before or now. Not"
                        + " known: volume, correlation with the benchmark.",
                p.situation());
    }

    @Test
    void eachRegimeMetHasARibbonWithItsShareOfTheTime() {
        TimePicture price = Objects.requireNonNull(model(withMarket()).shown().get().price());

        List<Layer.Ribbon> ribbons =
                price.layers().stream()
                        .filter(Layer.Ribbon.class::isInstance)
                        .map(Layer.Ribbon.class::cast)
                        .toList();
        // 49 of 99 hours the first, 50 the second; two bots made 12.50 each in the first.
        assertEquals(
                List.of("Volatile 51\u202f% ", "Trending 49\u202f% net +25.00\u202fUSD"),
                ribbons.stream().map(r -> r.name() + " " + r.note() + " " + r.result()).toList());
        assertEquals(2, ribbons.stream().map(Layer.Ribbon::letter).distinct().count());
        assertEquals(2, ribbons.stream().map(Layer.Ribbon::pattern).distinct().count());
        assertEquals(2, ribbons.stream().map(Layer.Ribbon::hue).distinct().count());
    }

    @Test
    void anotherTaxonomyNamesTheSameMarketInItsOwnWords() {
        RegimesViewModel model = model(withMarket());

        model.taxonomy().set(Taxonomy.SEVEN);

        RegimesProjection p = model.shown().get();
        assertEquals("Illiquid, confidence 75.0\u202f%", p.now());
        assertEquals(7, p.regimes().size());
        assertEquals(
                "Confidence", Objects.requireNonNull(p.likelihood()).layers().getFirst().name());
    }

    @Test
    void everyBotThatTradedInItHasItsCellsAndTheFleetItsSentence() {
        RegimesProjection p = model(withMarket()).shown().get();

        assertEquals(2, p.bots().size());
        assertEquals(10, p.bots().getFirst().cell("TRENDING").outcomes());
        assertEquals(0, p.bots().getFirst().cell("RANGING").outcomes());
        assertEquals(0.4, p.bots().getFirst().p());
        assertTrue(p.dependence().startsWith("None of the 2 bots tested"), p.dependence());
    }

    @Test
    void aSymbolWithoutBarsIsNotShownEvenIfWished() {
        RegimesViewModel model = model(withMarket());

        model.symbol().set(new Symbol("BTCUSDT"));

        assertEquals(new Symbol("ETHUSDT"), model.shown().get().symbol());
        assertNotNull(model.shown().get().price());
    }
}
