package credence.desktop.part;

import credence.desktop.action.Action;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.javafx.FontIcon;

/// Makes buttons from actions. A button whose action cannot be done stays reachable and says why, so that nobody has to guess.
public final class ActionButtons {

    private ActionButtons() {}

    /// A button with icon and words.
    public static Button full(Action action) {
        Button button = new Button(action.words(), new FontIcon(action.icon()));
        return wire(button, action);
    }

    /// A button with the icon only; its words are its tooltip and its accessible name.
    public static Button icon(Action action) {
        Button button = new Button("", new FontIcon(action.icon()));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("button-icon", "flat");
        return wire(button, action);
    }

    private static Button wire(Button button, Action action) {
        button.setId(action.id().replace('.', '-'));
        button.setAccessibleText(action.words());
        button.setOnAction(_ -> action.run());
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        tip.textProperty().bind(action.whyDisabled().map(why -> tip(action, why)));
        button.getProperties().put(ActionButtons.class, action);
        action.whyDisabled().subscribe(why -> refuse(button, !why.isEmpty()));
        return button;
    }

    private static String tip(Action action, String why) {
        String keys = action.shortcut().map(key -> "  " + key.words()).orElse("");
        return action.words() + keys + (why.isEmpty() ? "" : "\n" + why);
    }

    private static void refuse(Button button, boolean refused) {
        button.getStyleClass().remove("refusing");
        if (refused) {
            button.getStyleClass().add("refusing");
        }
    }
}
