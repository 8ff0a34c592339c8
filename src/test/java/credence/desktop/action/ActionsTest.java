package credence.desktop.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import credence.desktop.action.Action.Group;

import javafx.beans.property.SimpleStringProperty;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

class ActionsTest {

    private final Actions actions = new Actions();

    @Test
    void aDisabledActionSaysWhyAndDoesNothing() {
        int[] done = {0};
        SimpleStringProperty why = new SimpleStringProperty("Give files first");
        Action action =
                Action.of("x", Group.IMPORT, "Import", Feather.CHECK, () -> done[0]++).unless(why);

        action.run();
        assertEquals(0, done[0]);
        assertFalse(action.enabled());

        why.set("");
        action.run();
        assertEquals(1, done[0]);
    }

    @Test
    void actionsAreFoundByPartsOfTheirWords() {
        actions.add(Action.of("a", Group.IMPORT, "Import my files", Feather.CHECK, () -> {}));
        actions.add(Action.of("b", Group.WINDOW, "Switch to dark", Feather.CHECK, () -> {}));

        assertEquals(List.of("a"), actions.matching("fil imp").stream().map(Action::id).toList());
        assertEquals(2, actions.matching(" ").size());
    }

    @Test
    void twoActionsShareNeitherNameNorKeys() {
        Action first =
                Action.of("a", Group.IMPORT, "Import", Feather.CHECK, () -> {})
                        .on(new Shortcut("Shortcut+I"));
        actions.add(first);

        assertThrows(
                IllegalArgumentException.class,
                () -> actions.add(Action.of("a", Group.HELP, "Other", Feather.CHECK, () -> {})));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        actions.add(
                                Action.of("b", Group.HELP, "Other", Feather.CHECK, () -> {})
                                        .on(new Shortcut("Shortcut+I"))));
    }

    @Test
    void keysAreSpelledAsOnTheKeyboard() {
        assertEquals("Ctrl+Shift+A", new Shortcut("Shortcut+Shift+A").words(false));
        assertEquals("⌘⇧A", new Shortcut("Shortcut+Shift+A").words(true));
        assertEquals("?", new Shortcut("?").words(false));
    }
}
