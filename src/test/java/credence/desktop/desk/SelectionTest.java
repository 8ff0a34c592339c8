package credence.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SelectionTest {

    private static final BotId A = new BotId("a");
    private static final BotId B = new BotId("b");
    private static final BotId C = new BotId("c");

    @Test
    void nothingChosenMeansEverything() {
        assertTrue(Selection.EVERYTHING.includes(A));
    }

    @Test
    void aChosenBotComesIntoFocusAmongThoseChosen() {
        Selection chosen = Selection.EVERYTHING.withBots(List.of(A, B)).focusedOn(B);

        assertEquals(List.of(B, A), chosen.bots());
        assertFalse(chosen.includes(C));
    }

    @Test
    void anotherBotTakesThePlaceOfThoseChosen() {
        assertEquals(List.of(C), Selection.EVERYTHING.withBots(List.of(A, B)).focusedOn(C).bots());
    }

    @Test
    void theMarketShownIsThatOfTheChosenSymbolElseTheFirst() {
        List<Symbol> held = List.of(new Symbol("SPY"), new Symbol("ETHUSDT"));

        assertEquals(Optional.of(held.get(0)), Selection.EVERYTHING.market(held));
        assertEquals(Optional.of(held.get(1)), choosing("ETHUSDT").market(held));
        assertEquals(Optional.empty(), choosing("BTCUSDT").market(held), "no bars of it");
        assertEquals(Optional.empty(), Selection.EVERYTHING.market(List.of()));
    }

    private static Selection choosing(String symbol) {
        return Selection.EVERYTHING.withSymbol(Optional.of(symbol));
    }
}
