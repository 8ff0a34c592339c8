package credence.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;

import org.junit.jupiter.api.Test;

import java.util.List;

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
}
