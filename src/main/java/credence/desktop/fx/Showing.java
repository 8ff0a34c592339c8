package credence.desktop.fx;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;

import java.util.function.Supplier;

/// Whether a node can be seen: in a scene of a window that shows, and neither it nor any parent is made invisible.
///
/// A tab that is not selected and a screen that was swapped out do not show. Minimised windows count as showing.
/// Listens only to the node's own chain of parents, so it lives and dies with the node.
public final class Showing {

    private final Node node;
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();
    private Subscription chain = Subscription.EMPTY;

    private Showing(Node node) {
        this.node = node;
        follow();
    }

    public static ReadOnlyBooleanProperty of(Node node) {
        return new Showing(node).showing.getReadOnlyProperty();
    }

    /// Subscribes whenever the node begins to show and unsubscribes whenever it stops.
    ///
    /// @return ends both, for good
    public static Subscription during(Node node, Supplier<Subscription> subscribe) {
        ReadOnlyBooleanProperty showing = of(node);
        Subscription[] current = {Subscription.EMPTY};
        Subscription watching =
                showing.subscribe(
                        now -> {
                            current[0].unsubscribe();
                            current[0] = now ? subscribe.get() : Subscription.EMPTY;
                        });
        return () -> {
            watching.unsubscribe();
            current[0].unsubscribe();
            current[0] = Subscription.EMPTY;
        };
    }

    private void follow() {
        chain.unsubscribe();
        chain = Subscription.EMPTY;
        boolean visible = true;
        for (Node at = node; at != null; at = at.getParent()) {
            visible &= at.isVisible();
            listen(at.visibleProperty());
            listen(at.parentProperty());
        }
        listen(node.sceneProperty());
        Scene scene = node.getScene();
        Window window = null;
        if (scene != null) {
            listen(scene.windowProperty());
            window = scene.getWindow();
        }
        if (window != null) {
            listen(window.showingProperty());
        }
        showing.set(visible && window != null && window.isShowing());
    }

    private <T> void listen(ObservableValue<T> value) {
        ChangeListener<T> listener = (source, before, now) -> follow();
        value.addListener(listener);
        chain = chain.and(() -> value.removeListener(listener));
    }
}
