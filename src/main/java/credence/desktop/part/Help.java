package credence.desktop.part;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// Help texts tied to parts of a screen: F1 shows the text of the focused thing, or of the nearest part around it.
public final class Help {

    private Help() {}

    /// Ties a text to a node.
    public static void on(Node node, String title, String text) {
        node.getProperties().put(Help.class, new Text(title, text));
        node.setAccessibleHelp(text);
    }

    /// The text nearest to a node, from itself outwards.
    public static @Nullable Text near(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(Help.class) instanceof Text text) {
                return text;
            }
        }
        return null;
    }

    public record Text(String title, String text) {}
}
