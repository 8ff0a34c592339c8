package credence.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// Sheets above the window: one at a time, closed by Escape, by a click beside it or by its own buttons. Below it everything is out of
/// reach of mouse and keyboard; on closing the focus goes back to where it was.
final class Overlays {

    private final StackPane root;
    private final Node below;
    private final StackPane layer = new StackPane();
    private @Nullable Node focusBefore;

    Overlays(StackPane root, Node below) {
        this.root = root;
        this.below = below;
        layer.setId("overlay");
        layer.getStyleClass().add("scrim");
        layer.setOnMousePressed(
                event -> {
                    if (event.getTarget() == layer) {
                        close();
                    }
                });
        layer.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        close();
                    }
                });
    }

    /// @param first gets the focus
    void show(Region sheet, Pos place, Node first) {
        if (!showing()) {
            focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
            root.getChildren().add(layer);
            below.setDisable(true);
        }
        sheet.getStyleClass().add("above-window");
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        sheet.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(sheet, place);
        layer.getChildren().setAll(sheet);
        first.requestFocus();
    }

    boolean showing() {
        return root.getChildren().contains(layer);
    }

    void close() {
        if (!showing()) {
            return;
        }
        below.setDisable(false);
        root.getChildren().remove(layer);
        layer.getChildren().clear();
        Node before = focusBefore;
        focusBefore = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }
}
