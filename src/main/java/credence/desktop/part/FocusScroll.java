package credence.desktop.part;

import credence.desktop.fx.Showing;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import org.jspecify.annotations.Nullable;

/// Scrolls to what gets the keyboard: a scroll pane does not do so by itself, and the focus would be lost below its edge.
public final class FocusScroll {

    private static final double MARGIN = 10;

    private FocusScroll() {}

    public static void in(ScrollPane pane) {
        Showing.during(
                pane,
                () -> pane.getScene().focusOwnerProperty().subscribe(now -> reveal(pane, now)));
    }

    private static void reveal(ScrollPane pane, @Nullable Node owner) {
        Node content = pane.getContent();
        if (owner == null || !within(owner, content)) {
            return;
        }
        Bounds at = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = pane.getVvalue() * hidden;
        double wanted = top;
        if (at.getMinY() - MARGIN < top) {
            wanted = at.getMinY() - MARGIN;
        } else if (at.getMaxY() + MARGIN > top + seen) {
            wanted = at.getMaxY() + MARGIN - seen;
        }
        pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }

    private static boolean within(Node node, Node content) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }
}
