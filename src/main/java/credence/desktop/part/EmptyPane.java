package credence.desktop.part;

import credence.desktop.action.Actions;
import credence.desktop.action.Emptiness;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a screen shows while it has nothing to show: what is missing, how much is needed, and the button that gets it.
public final class EmptyPane extends VBox {

    private final Actions actions;

    public EmptyPane(Actions actions) {
        this.actions = actions;
        getStyleClass().add("empty-pane");
        setAlignment(Pos.CENTER);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// Shows it, or hides the pane when there is nothing missing.
    public void show(@Nullable Emptiness emptiness) {
        getChildren().clear();
        setVisible(emptiness != null);
        if (emptiness == null) {
            return;
        }
        FontIcon icon = new FontIcon(Feather.INBOX);
        icon.getStyleClass().add("empty-icon");
        Label missing = new Label(emptiness.missing());
        missing.getStyleClass().add("title-3");
        Label needed = new Label(emptiness.needed());
        needed.setWrapText(true);
        needed.getStyleClass().add("empty-needed");
        var button = ActionButtons.full(actions.get(emptiness.action()));
        button.getStyleClass().add("accent");
        HBox buttons = new HBox(button);
        buttons.getStyleClass().add("empty-buttons");
        if (!emptiness.other().isEmpty()) {
            buttons.getChildren().add(ActionButtons.full(actions.get(emptiness.other())));
        }
        getChildren().addAll(icon, missing, needed, buttons);
    }
}
