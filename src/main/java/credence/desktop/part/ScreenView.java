package credence.desktop.part;

import javafx.scene.Parent;

/// One screen as the window holds it.
public interface ScreenView {

    Parent root();

    /// Puts the focus where typing narrows down what the screen shows; nothing happens where there is nothing to filter.
    default void focusFilter() {}

    /// Puts the focus where work on the screen begins.
    default void focusFirst() {
        root().requestFocus();
    }
}
