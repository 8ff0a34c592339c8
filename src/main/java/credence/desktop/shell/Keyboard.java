package credence.desktop.shell;

import credence.desktop.action.Action;
import credence.desktop.action.Actions;
import credence.desktop.action.Shortcut;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Leads keys to actions. While a sheet lies above the window only the sheet gets them.
final class Keyboard {

    private final Map<KeyCombination, Action> combinations = new LinkedHashMap<>();
    private final Map<String, Action> characters = new LinkedHashMap<>();
    private final BooleanSupplier covered;

    Keyboard(Actions actions, BooleanSupplier covered) {
        this.covered = covered;
        for (Action action : actions.all()) {
            action.shortcut().ifPresent(shortcut -> add(shortcut, action));
        }
    }

    void whenIn(Node root) {
        root.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                listen(scene);
                            }
                        });
    }

    private void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void add(Shortcut shortcut, Action action) {
        if (shortcut.isCharacter()) {
            characters.put(shortcut.keys(), action);
        } else {
            combinations.put(KeyCombination.valueOf(shortcut.keys()), action);
        }
    }

    private void pressed(KeyEvent event) {
        if (covered.getAsBoolean()) {
            return;
        }
        combinations.forEach(
                (keys, action) -> {
                    if (!event.isConsumed() && keys.match(event)) {
                        event.consume();
                        action.run();
                    }
                });
    }

    private void typed(KeyEvent event) {
        Action action = characters.get(event.getCharacter());
        boolean writing = event.getTarget() instanceof TextInputControl;
        if (action != null && !writing && !covered.getAsBoolean()) {
            event.consume();
            action.run();
        }
    }
}
